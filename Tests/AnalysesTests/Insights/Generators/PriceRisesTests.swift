import Analyses
import Finance
import Testing

@Suite("A price that rose")
struct PriceRisesTests {
    /// Monthly payments on the 3rd up to April, of these amounts.
    private func snapshot(_ pence: [Int64], on today: String = "2026-04-20") throws -> Snapshot {
        let first = try #require(Month("2026-04")).advanced(by: 1 - pence.count)
        let expenses = try pence.enumerated().map { place, pence in
            try Histories.expense("Broadband", pence, "\(first.advanced(by: place))-03", .monthly)
        }
        return try Histories.snapshot(on: today, expenses)
    }

    private func found(_ snapshot: Snapshot) throws -> [Insight] { try Grounds.found(.priceRise, in: snapshot) }

    @Test("is told with both prices, the day and a year's difference")
    func positive() throws {
        let found = try found(snapshot([30_00, 30_00, 30_00, 33_00, 33_00]))
        #expect(
            found.map(\.text) == [
                "“Broadband” went from £30.00 to £33.00 on 3 March 2026, 10% more. At its monthly rhythm the difference is "
                    + "about £36.00 a year."
            ])
        #expect(found.first?.bucket == 2 && found.first?.impact == Money(pence: 36_00))
        Grounds.expectComplete(found)
    }

    @Test(
        "begins at 5 %; buckets begin at 10 and 25 %",
        arguments: [(31_49, 0), (31_50, 1), (32_99, 1), (33_00, 2), (37_49, 2), (37_50, 3)])
    func boundary(pence: Int64, bucket: Int) throws {
        let found = try found(snapshot([30_00, 30_00, 30_00, pence, pence]))
        #expect(found.map(\.bucket) == (bucket == 0 ? [] : [bucket]))
    }

    @Test("is news for 92 days", arguments: [("2026-06-02", 1), ("2026-06-03", 0)])
    func age(today: String, count: Int) throws {
        // The rise is of 3 March; later payments keep the series alive.
        let snapshot = try snapshot([30_00, 30_00, 30_00, 33_00, 33_00], on: today)
        #expect(try found(snapshot).count == count)
    }

    @Test("nothing is said of a steady or falling price, or without records")
    func negative() throws {
        #expect(try found(snapshot([30_00, 30_00, 30_00, 30_00, 30_00])).isEmpty)
        #expect(try found(snapshot([30_00, 30_00, 30_00, 20_00, 20_00])).isEmpty)
        #expect(try found(Grounds.empty()).isEmpty)
    }
}
