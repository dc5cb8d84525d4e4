import Analyses
import Finance
import FoundationEssentials
import TestKit
import Testing

/// People as they come: labels right and wrong, payments ahead, late receipts, goals and budgets of any size. Everything
/// follows from the seed.
enum Messy {
    static func ground(_ seed: UInt64, after days: Int = 0) throws -> InsightGround {
        var snapshot = try snapshot(seed)
        snapshot.asOf = snapshot.asOf.addingTimeInterval(Double(days) * 86_400)
        var random = SeededGenerator(seed &+ 99)
        let start = try Histories.day("2026-02-01")
        let samples = (0..<3).map { place in
            SavingsPace.Sample(
                on: start.advanced(by: 30 * place), saved: Money(pence: .random(in: 0...90_000, using: &random)))
        }
        let balances = (0..<3).map { place in
            BalancePoint(
                day: start.advanced(by: 30 * place), balance: Money(pence: .random(in: 0...900_000, using: &random)))
        }
        return InsightGround(of: snapshot, samples: samples, balances: balances)
    }

    static func snapshot(_ seed: UInt64) throws -> Snapshot {
        var random = SeededGenerator(seed)
        let month = try #require(Month("2026-04"))
        let today = month.firstDay.advanced(by: .random(in: 0...28, using: &random))
        var expenses = try shops(today, &random)
        for name in ["Netflix", "Spotify", "Rent", "Gym", "Water"] where Bool.random(using: &random) {
            expenses += try bill(name, today, &random)
        }
        var snapshot = try Histories.snapshot(
            on: "\(today)", expenses, incomes: incomes(today, &random), debts: debts(today, &random),
            goals: goals(today, &random))
        snapshot.budgets = try ["Food", "Fun", "Bills"].filter { _ in Bool.random(using: &random) }
            .map { try Grounds.budget($0, .random(in: 10_00...900_00, using: &random)) }
        if let twice = snapshot.expenses.last, seed.isMultiple(of: 3) {
            var copy = twice
            copy.id += " again"
            snapshot.expenses.append(copy)
            snapshot.suspectedDuplicates = [[twice.id, copy.id]]
        }
        return snapshot
    }

    private static func shops(_ today: Day, _ random: inout SeededGenerator) throws -> [Expense] {
        try (0..<Int.random(in: 0...80, using: &random)).map { place in
            let day = today.advanced(by: Int.random(in: -150...25, using: &random))
            var expense = try Histories.expense(
                ["Aldi", "Boots", "Costa", "Pub"].randomElement(using: &random) ?? "",
                .random(in: 1_00...80_00, using: &random),
                "\(day)", category: ["Food", "Fun", nil].randomElement(using: &random) ?? nil)
            expense.id = "s\(place)"
            return expense
        }
    }

    /// Up to 15 months of a bill by label or by day alone, with a slip, a rise, an end before today or one entered ahead.
    private static func bill(_ name: String, _ today: Day, _ random: inout SeededGenerator) throws -> [Expense] {
        let label = [Frequency.monthly, .once, .weekly].randomElement(using: &random) ?? .once
        let period = label == .weekly ? 7 : 30
        let anchor = today.advanced(by: Int.random(in: -12...20, using: &random))
        let level = Int64.random(in: 3_00...90_00, using: &random)
        let rise = Int.random(in: 0...8, using: &random)
        return try (0..<Int.random(in: 1...15, using: &random)).map { back in
            let day = period == 7 ? anchor.advanced(by: -7 * back) : anchor.advanced(byMonths: -back)
            return try Histories.expense(
                name, back < rise ? level * 112 / 100 : level, "\(day)", label, category: "Bills")
        }
    }

    private static func incomes(_ today: Day, _ random: inout SeededGenerator) throws -> [Income] {
        let anchor = today.advanced(by: Int.random(in: -40...15, using: &random))
        let pay = Int64.random(in: 100_00...1_500_00, using: &random)
        let label = [Frequency.monthly, .once].randomElement(using: &random) ?? .once
        return try (0..<Int.random(in: 0...14, using: &random)).map { back in
            try Histories.income("Pay", pay, "\(anchor.advanced(byMonths: -back))", label)
        }
    }

    private static func debts(_ today: Day, _ random: inout SeededGenerator) throws -> [Debt] {
        try (0..<Int.random(in: 0...2, using: &random)).map { place in
            var debt = try Histories.debt(
                "Loan \(place)", balance: .random(in: 0...600_000, using: &random),
                payment: .random(in: 0...20_000, using: &random),
                due: "\(today.advanced(by: Int.random(in: -40...40, using: &random)))")
            debt.annualRate =
                Bool.random(using: &random) ? Rate(basisPoints: .random(in: 0...4_000, using: &random)) : nil
            return debt
        }
    }

    private static func goals(_ today: Day, _ random: inout SeededGenerator) throws -> [SavingGoal] {
        try (0..<Int.random(in: 0...2, using: &random)).map { place in
            var goal = try Grounds.goal(
                target: .random(in: 100_00...5_000_00, using: &random),
                monthly: .random(in: 0...300_00, using: &random),
                saved: .random(in: 0...900_00, using: &random),
                until: "\(today.advanced(by: Int.random(in: -30...400, using: &random)))")
            goal.id = "g\(place)"
            return goal
        }
    }
}
