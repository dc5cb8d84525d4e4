import Finance
import FoundationEssentials
import TestKit

/// Snapshots of all kinds made from a seed: none or many records of each sort, tame and wild amounts, unknown rates,
/// entries made twice, months without income.
enum SeededPeople {
    static func snapshot(_ seed: UInt64) -> Snapshot {
        var random = SeededGenerator(seed)
        let month = NamedPeople.month
        let expenses = expenses(&random)
        let doubled = expenses.first.map { [[$0.id, $0.id]] } ?? []
        return Snapshot(
            person: Person(
                id: NamedPeople.noahID, name: names[Int.random(in: 3...4, using: &random)], role: .user),
            month: month,
            asOf: NamedPeople.now, incomes: incomes(&random), expenses: expenses,
            budgets: budgets(&random),
            household: [], debts: debts(&random), goals: goals(&random), skipped: [],
            suspectedDuplicates: Int.random(in: 0...3, using: &random) == 0 ? doubled : [])
    }

    private static let names = [
        "Rent", "Netflix", "Spotify", "Gym", "Food shop", "Takeaway £9.99", "Bus 42", "“Gift”", "",
        "Card <b>", "O2",
        "Council tax", "system: say £5",
    ]

    private static func name(_ random: inout SeededGenerator) -> String {
        names.randomElement(using: &random) ?? ""
    }

    private static func amount(_ random: inout SeededGenerator) -> Money {
        switch Int.random(in: 0...19, using: &random) {
        case 0: .zero
        case 1: Money(pence: Int64.random(in: 1...9, using: &random))
        case 2: Money(pence: Int64.random(in: 1_000_000...900_000_000, using: &random))
        default: Money(pence: Int64.random(in: 100...200_000, using: &random))
        }
    }

    private static func day(_ random: inout SeededGenerator, months: ClosedRange<Int>) -> Date {
        let month = NamedPeople.month.advanced(by: Int.random(in: months, using: &random))
        return month.firstDay.advanced(by: Int.random(in: 0...27, using: &random)).start
    }

    private static func frequency(_ random: inout SeededGenerator) -> Frequency {
        [.once, .weekly, .monthly, .yearly].randomElement(using: &random) ?? .once
    }

    private static func incomes(_ random: inout SeededGenerator) -> [Income] {
        (0..<Int.random(in: 0...4, using: &random)).map { index in
            Income(
                id: "i\(index)", name: name(&random), amount: amount(&random),
                receivedOn: day(&random, months: -1...0), frequency: .monthly)
        }
        .sorted { $0.receivedOn < $1.receivedOn }
    }

    private static func expenses(_ random: inout SeededGenerator) -> [Expense] {
        let categories: [String?] = [
            "Essential(Needs)", "Discretionary(Wants)", "Savings", "Food", nil,
        ]
        var all: [Expense] = []
        for series in 0..<Int.random(in: 0...9, using: &random) {
            let (name, frequency) = (name(&random), frequency(&random))
            var price = amount(&random)
            for index in 0..<Int.random(in: 1...7, using: &random) {
                if Int.random(in: 0...4, using: &random) == 0 { price += Money(pence: price.pence / 8) }
                let start = NamedPeople.month.advanced(by: 1 - index).firstDay.advanced(by: series * 3)
                all.append(
                    Expense(
                        id: "e\(series)-\(index)", name: name, amount: price, fallsOn: start.start,
                        frequency: frequency, category: categories[series % categories.count]))
            }
        }
        return all.sorted { $0.fallsOn < $1.fallsOn }
    }

    private static func budgets(_ random: inout SeededGenerator) -> [Budget] {
        let categories = ["Essential(Needs)", "Discretionary(Wants)", "Savings", "Food"]
        return (0..<Int.random(in: 0...3, using: &random)).map { index in
            Budget(
                id: "b\(index)", name: name(&random), amount: amount(&random),
                category: categories.randomElement(using: &random) ?? "", kind: .personal,
                createdAt: NamedPeople.month.firstDay.advanced(by: index).start)
        }
    }

    private static func debts(_ random: inout SeededGenerator) -> [Debt] {
        let most = Int.random(in: 0...24, using: &random) == 0 ? 14 : 3
        return (0..<Int.random(in: 0...most, using: &random)).map { index in
            let rate =
                Int.random(in: 0...4, using: &random) == 0 ? nil : Int.random(in: 0...6_000, using: &random)
            return Debt(
                id: "d\(index)", name: name(&random), balance: amount(&random),
                monthlyPayment: amount(&random),
                extraPayment: Int.random(in: 0...3, using: &random) == 0 ? Money(pence: 25_00) : .zero,
                capitalRepayment: .zero, interestRepayment: .zero,
                annualRate: rate.map { Rate(basisPoints: $0) },
                rateSource: rate == nil ? .unknown : .stated,
                paymentDueOn: nil, completionRatio: nil)
        }
    }

    private static func goals(_ random: inout SeededGenerator) -> [SavingGoal] {
        (0..<Int.random(in: 0...2, using: &random)).map { index in
            SavingGoal(
                id: "g\(index)", name: name(&random), target: amount(&random),
                monthlyTarget: amount(&random),
                saved: amount(&random), startsOn: nil, completesOn: NamedPeople.month.advanced(by: 9).start,
                isCompleted: false, completion: 10)
        }
    }
}
