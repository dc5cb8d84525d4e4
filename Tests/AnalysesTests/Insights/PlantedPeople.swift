import Analyses
import Finance
import FoundationEssentials
import TestKit
import Testing

/// An invented person of twelve months and twenty days, quiet but for what was planted. Amounts are shares of the pay;
/// everything follows from the seed.
struct PlantedPerson {
    /// What must be found, with a word of its subject.
    private(set) var truth: [InsightKind: String] = [:]
    private(set) var ground: InsightGround

    private static let today = Day(year: 2026, month: 11, clampedDay: 20)
    private static let month = Month(containing: today.start)

    init(seed: UInt64) throws {
        var random = SeededGenerator(seed)
        func planted() -> Bool { Int.random(in: 0..<100, using: &random) < 15 }
        let pay = Int64.random(in: 2_000...3_500, using: &random) * 100
        let plan = Plan(
            pay: pay, spends: planted(), short: planted(), subscribes: planted(), rises: planted(), boiler: planted(),
            behind: planted(), ahead: planted(), tight: planted(), budgets: Int.random(in: 0..<10, using: &random) < 6,
            stuck: planted(), milestone: planted(), idle: planted(), misses: planted(), twice: planted())
        let goal = try plan.goal()
        let (debt, earlier) = try plan.debt()
        var snapshot = try Histories.snapshot(
            on: "\(Self.today)", plan.expenses(Self.month, &random), incomes: plan.incomes(Self.month), debts: [debt],
            goals: [goal])
        snapshot.budgets = try plan.budgets ? [Grounds.budget("Food", plan.foodBudget, in: "2026-11")] : []
        snapshot.suspectedDuplicates = plan.twice ? [["Lamp 1", "Lamp 2"]] : []
        ground = InsightGround(
            of: snapshot, balances: [BalancePoint(day: try Histories.day("2026-09-01"), balance: earlier)])
        truth = plan.truth
    }
}

/// What is planted in one person.
private struct Plan {
    let pay: Int64
    let spends, short, subscribes, rises, boiler, behind, ahead, tight, budgets: Bool
    let stuck, milestone, idle, misses, twice: Bool

    func share(_ tenths: Int64) -> Int64 { pay * tenths / 1_000 }

    var foodBudget: Int64 { share(tight ? 100 : 195) }

    var truth: [InsightKind: String] {
        var truth: [InsightKind: String] = [:]
        if spends { truth[.spendAnomaly] = "Food" }
        if short { truth[.cashLow] = "all" }
        if subscribes { truth[.subscriptionAudit] = "all" }
        if rises { truth[.priceRise] = "broadband" }
        if boiler { truth[.savingsRateChange] = "down" }
        if behind { truth[.goalBehind] = "g" }
        if ahead, !behind { truth[.goalAhead] = "g" }
        if budgets { truth[tight || spends ? .budgetAtRisk : .budgetOnTrack] = tight || spends ? "Food" : "all" }
        if stuck { truth[.debtNeverClears] = "Car loan" }
        if milestone { truth[.debtMilestone] = "500000" }
        if idle { truth[.idleSurplus] = "all" }
        if misses { truth[.missingRecurrence] = "broadband" }
        if twice { truth[.duplicateEntries] = "Lamp" }
        return truth
    }

    func incomes(_ month: Month) throws -> [Income] {
        let paid = try (0...12).map { try Histories.income("Salary", pay, "\(month.advanced(by: -$0))-01") }
        // Somebody who spends more this month has the money for it, unless that is planted as well.
        return spends ? paid + [try Histories.income("Bonus", share(150), "\(month)-02", .once)] : paid
    }

    func goal() throws -> SavingGoal {
        let monthly = share(idle ? 100 : 220) - (subscribes ? 37_00 : 0)
        // Twelve months of twenty-four are left, to the penny.
        let saved = monthly * (behind ? 4 : ahead ? 17 : 12)
        return try Grounds.goal(target: monthly * 24, monthly: monthly, saved: saved, until: "2027-11-15")
    }

    func debt() throws -> (Debt, earlier: Money) {
        let balance: Int64 = milestone ? 4_850_00 : 6_000_00 + pay % 3_000_00
        var debt = try Histories.debt("Car loan", balance: balance, payment: share(50), due: "2026-11-25")
        debt.annualRate = Rate(basisPoints: stuck ? 7_900 : 990)
        return (debt, Money(pence: balance + 400_00))
    }

    func expenses(_ month: Month, _ random: inout SeededGenerator) throws -> [Expense] {
        var all: [Expense] = []
        for back in (0...12).reversed() {
            let month = month.advanced(by: -back)
            all += try bills(month, back)
            all += try habit(
                "Food", ["Tesco", "Aldi", "Lidl", "Asda"], back == 0 && spends ? 270 : 150, month, back, 1, &random)
            all += try habit("Fun", ["Cinema", "Pub", "Takeaway"], 70, month, back, 4, &random)
        }
        if short { all.append(try Histories.expense("Car repair", share(130), "2026-11-09", category: "Repairs")) }
        if boiler { all.append(try Histories.expense("Boiler", share(130), "2026-10-09", category: "Repairs")) }
        guard twice else { return all }
        return try all
            + (1...2).map { place in
                var lamp = try Histories.expense("Lamp", 20_00, "2026-11-10", category: "Lamps")
                lamp.id = "Lamp \(place)"
                return lamp
            }
    }

    private func bills(_ month: Month, _ back: Int) throws -> [Expense] {
        var bills = try [
            Histories.expense("Rent", share(400), "\(month)-03", .monthly, category: "Home"),
            Histories.expense("Council tax", share(60), "\(month)-10", .monthly, category: "Home"),
            Histories.expense("Car loan", share(50), "\(month)-05", .monthly, category: "Debts"),
            Histories.expense("Netflix", 10_99, "\(month)-15", .monthly, category: "Subscriptions"),
        ]
        if subscribes {
            bills.append(try Histories.expense("Spotify", 11_99, "\(month)-15", .monthly, category: "Subscriptions"))
            bills.append(try Histories.expense("PureGym", 25_01, "\(month)-15", .monthly, category: "Subscriptions"))
        }
        if back > 0 || !misses {
            let price: Int64 = rises && back < 3 ? 34_50 : 30_00
            bills.append(try Histories.expense("Broadband", price, "\(month)-12", category: "Utilities"))
        }
        return bills
    }

    /// Six purchases a month of about equal size, some days early or late; in the running month those up to today.
    private func habit(
        _ category: String, _ names: [String], _ tenths: Int64, _ month: Month, _ back: Int, _ slip: Int,
        _ random: inout SeededGenerator
    ) throws -> [Expense] {
        try (0..<6).compactMap { place in
            let day = min(max(2 + 5 * place + Int.random(in: -slip...slip, using: &random), 1), 28)
            let amount = share(tenths) / 6 * Int64.random(in: 82...118, using: &random) / 100
            let name = names.randomElement(using: &random) ?? category
            guard back > 0 || day <= 20 else { return nil }
            var expense = try Histories.expense(
                name, amount, "\(month.firstDay.advanced(by: day - 1))", category: category)
            expense.id += " \(category) \(place)"
            return expense
        }
    }
}
