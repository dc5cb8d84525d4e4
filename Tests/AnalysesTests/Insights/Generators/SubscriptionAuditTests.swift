import Analyses
import Finance
import Testing

@Suite("What subscriptions come to")
struct SubscriptionAuditTests {
    private func snapshot(_ monthly: [(String, Int64)]) throws -> Snapshot {
        let expenses = try monthly.flatMap { name, pence in
            try ["2026-02-03", "2026-03-03", "2026-04-03"].map { try Histories.expense(name, pence, $0, .monthly) }
        }
        return try Histories.snapshot(on: "2026-04-20", expenses)
    }

    private func found(_ snapshot: Snapshot) throws -> [Insight] { try Grounds.found(.subscriptionAudit, in: snapshot) }

    @Test("is told once a quarter, with the largest")
    func positive() throws {
        let found = try found(snapshot([("Netflix", 10_00), ("Spotify", 12_00), ("Rent", 700_00)]))
        #expect(
            found.map(\.text) == [
                "The 2 subscriptions on record come to about £264.00 a year by our estimate. The largest is “Spotify”, at "
                    + "about £144.00 a year."
            ])
        #expect(found.map(\.key) == ["subscriptionAudit/2026-Q2/all"])
        Grounds.expectComplete(found)
    }

    @Test("needs two of them and £100 a year")
    func boundary() throws {
        #expect(try found(snapshot([("Netflix", 50_00)])).isEmpty)
        #expect(try found(snapshot([("Netflix", 5_00), ("Spotify", 3_33)])).isEmpty)
        #expect(try found(snapshot([("Netflix", 5_00), ("Spotify", 3_34)])).count == 1)
        #expect(try found(snapshot([("Rent", 500_00), ("Water", 30_00)])).isEmpty)
    }

    @Test(
        "buckets begin at £250, £500 and £1,000",
        arguments: [(10_83, 1), (10_84, 2), (31_66, 2), (31_67, 3), (73_33, 3), (73_34, 4)])
    func buckets(pence: Int64, bucket: Int) throws {
        #expect(try found(snapshot([("Netflix", 10_00), ("Spotify", pence)])).map(\.bucket) == [bucket])
    }

    @Test("nothing is said without records")
    func noData() throws { #expect(try found(Grounds.empty()).isEmpty) }
}
