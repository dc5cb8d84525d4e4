import Analyses
import Finance
import TestKit
import Testing

@Suite("Expense audit")
struct ExpenseAuditTests {
    private static let autumn = ["2026-07-05", "2026-08-05", "2026-09-05", "2026-10-05", "2026-11-05"]

    private static func expenses() -> [Expense] {
        Snapshot.expenses("Netflix", autumn, pence: [10_99, 10_99, 10_99, 12_99, 12_99])
            + Snapshot.expenses("TV licence", ["2024-06-01", "2025-06-01", "2026-06-01"], pence: [174_50])
            + Snapshot.expenses("Rent", ["2026-08-01", "2026-09-01", "2026-10-01"], pence: [900_00], .monthly)
            + Snapshot.expenses("Old club", ["2026-01-01"], pence: [20_00], .monthly)
            + Snapshot.expenses("Lunch", ["2026-11-02", "2026-11-02"], pence: [8_00])
    }

    private static func audit(_ decisions: SeriesDecisions = .init()) throws -> ExpenseAudit {
        let today = try #require(Day("2026-11-21"))
        let expenses = expenses().sorted { ($0.fallsOn, $0.id) < ($1.fallsOn, $1.id) }
        var snapshot = Snapshot.holding(expenses: expenses, today: today, doubled: [["Lunch-0", "Lunch-1"]])
        snapshot.decisions = decisions
        return ExpenseAudit(of: snapshot)
    }

    @Test("dearest first, with totals that are estimates and say so")
    func totals() throws {
        let audit = try Self.audit()
        #expect(audit.series.map(\.key) == ["monthly/rent", "yearly/licence tv", "monthly/netflix"])
        #expect(audit.stopped.map(\.key) == ["monthly/club old"])
        #expect(audit.printed("recurring.yearly") == "£11,130.38")
        #expect(audit.printed("recurring.monthly") == "£927.53")
        #expect(audit.printed("recurring.subscriptions.yearly") == "£155.88")
        #expect(audit.figures.filter { $0.id.hasSuffix("yearly") }.allSatisfy { $0.basis.contains("our estimate") })
    }

    @Test("rises, missing payments and doubled entries")
    func findings() throws {
        let audit = try Self.audit()
        #expect(audit.rises.map(\.series.name) == ["Netflix"])
        #expect(audit.printed("recurring.rise.1.yearly") == "£24.00")
        #expect(audit.missing.map(\.series.name) == ["Rent"])
        #expect(audit.printed("recurring.missing.1.expected") == "1 November 2026")
        #expect(audit.doubled.map(\.excess) == [Money(pence: 8_00)])
        #expect(audit.printed("recurring.doubled.excess") == "£8.00")
    }

    @Test("the calendar of the coming 31 days")
    func coming() throws {
        let audit = try Self.audit()
        #expect(audit.coming.map(\.day.description) == ["2026-12-01", "2026-12-05"])
        #expect(audit.coming.map(\.isEntered) == [false, false])
        #expect(audit.printed("recurring.coming.2.amount") == "£12.99")
        #expect(audit.json.text.contains(#""coming":[{"date":"2026-12-01","key":"monthly/rent","name":"Rent","#))
    }

    @Test("the calendar ends with the 31st day")
    func horizon() throws {
        let today = try #require(Day("2026-11-21"))
        func days(_ next: String) -> Int {
            ExpenseAudit(
                of: .holding(
                    expenses: Snapshot.expenses("A", ["2026-11-15", next], pence: [1_00], .yearly), today: today)
            ).coming.count
        }
        #expect(days("2026-12-22") == 1 && days("2026-12-23") == 0)
    }

    @Test("a dismissed series is in no list and no sum, a confirmed one says so")
    func verdicts() throws {
        var decisions = SeriesDecisions()
        decisions.decide(.confirmed, on: "monthly/netflix")
        for key in ["monthly/rent", "monthly/nothing"] { decisions.decide(.dismissed, on: key) }
        let audit = try Self.audit(decisions)
        #expect(audit.series.map(\.key) == ["yearly/licence tv", "monthly/netflix"])
        #expect(audit.series.map(audit.decision) == [.open, .confirmed])
        #expect(audit.missing.isEmpty && audit.dismissed.map(\.key) == ["monthly/rent"])
        #expect(audit.printed("recurring.yearly") == "£330.38")
        #expect(audit.json.text.contains(#""dismissed":1"#))
    }

    @Test("materialised copies of a recurring payment are no duplicates")
    func materialised() throws {
        for (_, documents) in NamedPeople.all {
            let audit = ExpenseAudit(of: try NamedPeople.snapshot(of: documents))
            #expect(Set(audit.figures.map(\.id)).count == audit.figures.count)
        }
        let maya = ExpenseAudit(of: try NamedPeople.snapshot(of: NamedPeople.maya))
        #expect(maya.doubled.isEmpty && maya.rises.isEmpty && maya.missing.isEmpty)
        #expect(maya.series.map(\.key) == ["monthly/rent", "monthly/netflix"])
        #expect(maya.coming.map(\.isEntered) == [true, true])
    }

    @Test("nothing that repeats is not a sum of zero")
    func nothing() throws {
        let audit = ExpenseAudit(of: try NamedPeople.snapshot(of: NamedPeople.noah))
        #expect(audit.printed("recurring.yearly") == "not known")
        #expect(audit.card.kind == .recurring)
        #expect(audit.json.text.contains(#""yearlyEstimate":null,"monthlyEstimate":null"#))
        #expect(audit.json.text.contains(#""reason":"no payment that repeats is on record""#))
    }

    @Test("on a labelled synthetic set precision is at least .95 and recall at least .9")
    func synthetic() {
        var (found, right, truths) = (0, 0, 0)
        for seed in UInt64(1_000)..<1_025 {
            let person = RecurringPeople(seed: seed)
            let series = RecurringSeries.all(in: person.snapshot)
            found += series.count
            truths += person.truths.count
            right += person.truths.count { truth in
                series.contains { one in
                    let ids = Set((one.paid + one.entered).flatMap(\.ids))
                    let shared = ids.intersection(truth.ids).count
                    return one.cadence == truth.cadence && shared * 2 > ids.count && shared * 2 > truth.ids.count
                }
            }
        }
        let (precision, recall) = (Double(right) / Double(found), Double(right) / Double(truths))
        print("recurring: \(truths) true series, \(found) found, precision \(precision), recall \(recall)")
        #expect(precision >= 0.95)
        #expect(recall >= 0.9)
    }
}

extension ExpenseAudit {
    fileprivate func printed(_ id: String) -> String? { figures.first { $0.id == id }?.printed }
}
