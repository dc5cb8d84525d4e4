import Analyses
import Finance
import FoundationEssentials
import Hummingbird
import HummingbirdTesting
import TestKit
import Testing

@testable import Routes

@Suite struct AnalysisRoutesTests {
    private static func text(_ path: String, _ user: UserID = Stage.maya) async throws -> (HTTPResponse.Status, String)
    {
        let stage = try await Stage()
        return try await stage.run { client in
            let answer = try await client.send(.get, "/analysis/\(path)", try stage.bearer(user))
            return (answer.status, answer.text)
        }
    }

    private static func maya() throws -> Snapshot { try NamedPeople.snapshot(of: NamedPeople.maya) }

    @Test("each analysis is served as the analysis itself gives it")
    func bodies() async throws {
        let snapshot = try Self.maya()
        let price = Money(pence: 250_00)
        let expected: [(String, JSON)] = [
            ("debt-plan", DebtPlan(of: snapshot).json), ("budget-rule", BudgetRule(of: snapshot).json),
            ("spending", SpendingMonth(of: snapshot).json), ("weekly", WeeklySummary(of: snapshot).json),
            ("recurring", ExpenseAudit(of: snapshot).json), ("goals", GoalProgress(of: snapshot).json),
            ("affordability?amount=250", Affordability(of: price, in: snapshot).json),
        ]
        for (path, body) in expected {
            let (status, text) = try await Self.text(path)
            #expect(status == .ok && text == body.text, "\(path)")
        }
    }

    @Test("a goal of the caller's is tried out; an id of somebody else's is none")
    func goalWhatIf() async throws {
        let snapshot = try Self.maya()
        let goal = try #require(snapshot.goals.first { !$0.isCompleted })
        let change = GoalWhatIf.Change(monthly: Money(pence: 75_00))
        let (status, text) = try await Self.text("goal-what-if?goal=\(goal.id)&monthly=75")
        #expect(status == .ok && text == GoalWhatIf(change, of: goal, in: snapshot).json.text)
        #expect(try await Self.text("goal-what-if?goal=\(goal.id)&monthly=75", Stage.noah).0 == .notFound)
        #expect(try await Self.text("goal-what-if?monthly=75").0.code == 422)
        #expect(try await Self.text("goal-what-if?goal=\(goal.id)&by=soon").0.code == 422)
    }

    @Test("what the query asks for is what is computed")
    func options() async throws {
        let snapshot = try Self.maya()
        let ids = snapshot.openDebts.map(\.id)
        let plan = DebtPlan.Options(
            extra: Money(pence: 75_50), lumpSums: [6: Money(pence: 500_00)], order: ids.reversed())
        let week = try #require(ISOWeek("2026-W14"))
        let march = try #require(Month("2026-03"))
        let day = try #require(Day("2026-06-01"))
        let price = Affordability(
            of: Money(pence: 899_99), in: snapshot, Affordability.Options(on: day, instalments: 12))
        let order = ids.reversed().joined(separator: ",")
        let expected: [(String, JSON)] = [
            ("debt-plan?extra=75.5&lumpSum=500&lumpSumMonth=6&order=\(order)", DebtPlan(of: snapshot, plan).json),
            ("weekly?isoWeek=2026-W14", WeeklySummary(of: snapshot, week: week).json),
            ("spending?month=2026-03", SpendingMonth(of: snapshot, month: march).json),
            ("budget-rule?month=2026-03", BudgetRule(of: snapshot, month: march).json),
            ("affordability?amount=899.99&on=2026-06-01&instalments=12", price.json),
        ]
        for (path, body) in expected {
            let (status, text) = try await Self.text(path)
            #expect(status == .ok && text == body.text, "\(path)")
        }
    }

    @Test("a value that cannot be used is named, with what is expected")
    func refused() async throws {
        for (path, words) in [
            ("affordability", "amount must be"), ("affordability?amount=0", "amount must be"),
            ("affordability?amount=-5", "amount must be"), ("affordability?amount=1e3", "amount must be"),
            ("affordability?amount=5&on=2026-02-30", "on must be"), ("affordability?amount=5.001", "amount must be"),
            ("affordability?amount=5&instalments=1", "instalments must be"),
            ("debt-plan?extra=lots", "extra must be"), ("debt-plan?lumpSum=5&lumpSumMonth=0", "lumpSumMonth must be"),
            ("debt-plan?order=mine", "order must be"), ("debt-plan?extra=10000001", "extra must be"),
            ("weekly?isoWeek=2026-W54", "isoWeek must be"), ("spending?month=2026-13", "month must be"),
        ] {
            let (status, text) = try await Self.text(path)
            #expect(status == .unprocessableContent && text.contains(words), "\(path): \(text)")
        }
    }

    @Test("a person without records gets reasons, not zeros and not a failure")
    func empty() async throws {
        for path in ["debt-plan", "budget-rule", "spending", "weekly", "recurring", "affordability?amount=5"] {
            let (status, text) = try await Self.text(path, Stage.noah)
            #expect(status == .ok, "\(path)")
            #expect(text.contains(#""coverage":"none""#) || text.contains(#""coverage":"full""#), "\(path): \(text)")
        }
        #expect(try await Self.text("spending", Stage.noah).1.contains(#""total":null"#))
        #expect(try await Self.text("affordability?amount=5", Stage.noah).1.contains(#""verdict":"unknown""#))
    }
}
