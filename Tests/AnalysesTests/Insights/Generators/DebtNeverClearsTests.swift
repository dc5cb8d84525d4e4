import Analyses
import Finance
import Testing

@Suite("A debt that does not fall")
struct DebtNeverClearsTests {
    /// £1,200 at 24 %: £24 a month.
    private func snapshot(payment: Int64, rate: Int? = 2_400) throws -> Snapshot {
        var debt = try Histories.debt("Card", balance: 1_200_00, payment: payment, due: "2026-04-25")
        debt.annualRate = rate.map { Rate(basisPoints: $0) }
        return try Histories.snapshot(on: "2026-04-20", [], debts: [debt])
    }

    private func found(_ snapshot: Snapshot) throws -> [Insight] { try Grounds.found(.debtNeverClears, in: snapshot) }

    @Test("is told with interest, payment and the least that would change it")
    func positive() throws {
        let found = try found(snapshot(payment: 20_00))
        #expect(
            found.map(\.text) == [
                "The monthly payment of “Card”, £20.00, does not exceed its interest of about £24.00 a month. At these "
                    + "amounts the balance of £1,200.00 does not fall; from £24.01 a month it would begin to."
            ])
        #expect(found.first?.impact == Money(pence: 288_00))
        Grounds.expectComplete(found)
    }

    @Test(
        "ends one penny above the interest; buckets by the share that is covered",
        arguments: [
            (24_01, 0), (24_00, 1), (23_99, 2), (18_00, 2), (17_99, 3), (12_00, 3), (11_99, 4), (0, 4),
        ])
    func boundary(payment: Int64, bucket: Int) throws {
        #expect(try found(snapshot(payment: payment)).map(\.bucket) == (bucket == 0 ? [] : [bucket]))
    }

    @Test("nothing is said where the rate is not known, the payment could not be read, or nothing is owed")
    func noData() throws {
        #expect(try found(snapshot(payment: 1_00, rate: nil)).isEmpty)
        var unread = try snapshot(payment: 0)
        unread.skipped = [Skipped(collection: "debts", id: "Card", field: "monthlyPayment", reason: "not a number")]
        #expect(try found(unread).isEmpty)
        unread.skipped[0].reason = "rounded to the penny"
        #expect(try found(unread).count == 1)
        #expect(try found(Grounds.empty()).isEmpty)
    }
}
