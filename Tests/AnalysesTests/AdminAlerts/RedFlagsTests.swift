import Finance
import TestKit
import Testing

@testable import Analyses

@Suite("Findings for administrators")
struct RedFlagsTests {
    private func flags(_ cases: RiskCases, before level: RiskBand? = .high) -> [RedFlag] {
        let night = PreviousRisk(
            day: Day(number: 20_000), level: level, candidate: level, nights: 3, score: level.map { _ in 0 })
        return RedFlags(of: RiskAssessment(of: cases.snapshot, previous: level == nil ? nil : night)).flags
    }

    private func kinds(_ cases: RiskCases, before level: RiskBand? = .high) -> [RedFlag.Kind] {
        flags(cases, before: level).map(\.kind)
    }

    @Test("nothing is found where nothing is recorded or nothing is wrong")
    func none() {
        #expect(kinds(RiskCases(income: nil)).isEmpty)
        #expect(kinds(RiskCases(months: [(2_000, 100), (2_000, 100), (2_000, 100)]), before: .low).isEmpty)
    }

    @Test(
        "debt payments are high from 36 % of income on and critical from 43 %",
        arguments: [(719_80, nil), (720_00, .serious), (859_80, .serious), (860_00, .critical)]
            as [(Int64, RedFlag.Severity?)])
    func debtShare(payment: Int64, severity: RedFlag.Severity?) {
        let found = flags(RiskCases(debts: [RiskCases.debt(payment: payment)]))
        #expect(found.first { $0.kind == .highDebt }?.severity == severity)
    }

    @Test("a payment up to its interest never clears; a penny more does", arguments: [(90_00, true), (90_01, false)])
    func neverClearing(payment: Int64, isFound: Bool) throws {
        let found = flags(RiskCases(debts: [RiskCases.debt(payment: payment, interest: 90_00)]))
        #expect(found.contains { $0.kind == .neverClearing } == isFound)
        guard isFound else { return }
        #expect(
            found.first?.message == "Open debts whose payment does not exceed their interest: 1. The largest is paid "
                + "£90.00 a month and begins to clear at £90.01.")
    }

    @Test("cash flow is negative from two of the last three months on")
    func cashflow() {
        #expect(!kinds(RiskCases(months: [(2_000, 100), (2_000, 100), (2_000, 2_001)])).contains(.negativeCashflow))
        #expect(kinds(RiskCases(months: [(2_000, 100), (2_000, 2_001), (2_000, 2_001)])).contains(.negativeCashflow))
    }

    @Test("spending above income is a finding from a penny over and from the seventh day on")
    func aboveIncome() {
        func found(_ spent: Int64, day: String = "2026-04-20") -> Bool {
            kinds(RiskCases(months: [(2_000, 0), (2_000, 0), (2_000, spent)], day: day)).contains(.spendingAboveIncome)
        }
        #expect(!found(2_000) && found(2_001))
        #expect(!found(2_001, day: "2026-04-06") && found(2_001, day: "2026-04-07"))
        #expect(found(2_001, day: "2026-05-02"))
        #expect(!kinds(RiskCases(income: nil, months: [(nil, 5), (nil, 5), (nil, 50)])).contains(.spendingAboveIncome))
    }

    @Test("budgets are overrun from 10 % on", arguments: [(1_099, false), (1_100, true)])
    func overrun(spent: Int64, isFound: Bool) {
        let found = kinds(RiskCases(budgets: [("Food", 1_000, spent)]))
        #expect(found.contains(.budgetOverrun) == isFound)
    }

    @Test("the level is a finding on the night it becomes High, and not while it stays")
    func levelRose() {
        let high = RiskCases(debts: [RiskCases.debt(payment: 900_00)])
        #expect(kinds(high, before: .high) == [.highDebt])
        #expect(kinds(high, before: .low).first == .levelRose && kinds(high, before: nil).first == .levelRose)
        #expect(
            flags(high, before: .low).first?.message
                == "The screening level is now High Risk; before: Low Risk. The score is 50 of 100.")
        #expect(kinds(RiskCases(debts: [RiskCases.debt(payment: 500_00)]), before: .low).isEmpty)
    }

    @Test("at most three, the most critical first")
    func order() {
        let worst = RiskCases(
            debts: [RiskCases.debt(payment: 900_00, interest: 900_00)],
            months: [(2_000, 2_001), (2_000, 2_001), (2_000, 2_001)], budgets: [("Food", 10, 20)])
        #expect(kinds(worst, before: .low) == [.levelRose, .neverClearing, .highDebt])
        #expect(kinds(worst) == [.neverClearing, .highDebt, .negativeCashflow])
        for (_, documents) in NamedPeople.all {
            guard let snapshot = try? NamedPeople.snapshot(of: documents) else { continue }
            let flags = RedFlags(of: RiskAssessment(of: snapshot)).flags
            #expect(flags.count <= RedFlags.most && flags.map(\.severity) == flags.map(\.severity).sorted())
        }
    }

    @Test("no finding holds anything a person typed, nor a word of blame")
    func neutral() throws {
        for (_, documents) in NamedPeople.all {
            let snapshot = try NamedPeople.snapshot(of: documents)
            let names =
                snapshot.debts.map(\.name) + snapshot.expenses.map(\.name) + snapshot.budgets.map(\.name)
                + [snapshot.person.name]
            for flag in RedFlags(of: RiskAssessment(of: snapshot)).flags {
                #expect(names.allSatisfy { $0.isEmpty || !flag.message.contains($0) })
                for word in ["should", "must", "fail", "irrespons", "vulnerab", "mood", "bad"] {
                    #expect(!flag.message.lowercased().contains(word))
                }
            }
        }
    }

    @Test("what a log may have is the kind and the month")
    func description() {
        let flag = RedFlag(kind: .highDebt, severity: .serious, month: NamedPeople.month, message: "£5.00")
        #expect("\(flag)" == "high_debt/2026-04" && flag.key == "high_debt/2026-04" && flag.category == "High Debt")
    }

    @Test("an id is the same for the person, finding and month, and another when one of them is another")
    func ids() {
        func id(_ kind: RedFlag.Kind, _ month: Month, _ user: UserID, _ message: String) -> String {
            RedFlag(kind: kind, severity: .notice, month: month, message: message).id(for: user)
        }
        let first = id(.highDebt, NamedPeople.month, NamedPeople.noahID, "a")
        #expect(first == id(.highDebt, NamedPeople.month, NamedPeople.noahID, "b") && first.utf8.count == 24)
        let others = [
            id(.budgetOverrun, NamedPeople.month, NamedPeople.noahID, "a"),
            id(.highDebt, NamedPeople.month.next, NamedPeople.noahID, "a"),
            id(.highDebt, NamedPeople.month, NamedPeople.danaID, "a"),
        ]
        #expect(Set(others + [first]).count == 4)
    }
}
