import Analyses
import Finance
import Testing

@Suite("A payment that did not come")
struct MissingPaymentsTests {
    private func found(_ days: [String], on today: String) throws -> [Insight] {
        let expenses = try days.map { try Histories.expense("Gym", 30_00, $0, .monthly) }
        return try Grounds.found(.missingRecurrence, in: Histories.snapshot(on: today, expenses))
    }

    @Test("is told with the day on which it was expected")
    func positive() throws {
        let found = try found(["2026-02-10", "2026-03-10"], on: "2026-04-20")
        #expect(
            found.map(\.text) == [
                "“Gym”, about £30.00, was expected on 10 April 2026 and is not on record. It may have ended, or not been "
                    + "entered."
            ])
        #expect(found.map(\.key) == ["missingRecurrence/2026-04-10/monthly/gym"])
        Grounds.expectComplete(found)
    }

    @Test(
        "from the day after its tolerance until it counts as ended",
        arguments: [
            ("2026-04-15", 0), ("2026-04-16", 1), ("2026-05-15", 1), ("2026-05-16", 0),
        ])
    func boundary(today: String, count: Int) throws {
        #expect(try found(["2026-02-10", "2026-03-10"], on: today).count == count)
    }

    @Test("nothing is said of a payment seen once, one that is entered ahead, or without records")
    func noData() throws {
        #expect(try found(["2026-03-10"], on: "2026-04-20").isEmpty)
        #expect(try found(["2026-02-10", "2026-03-10", "2026-04-28"], on: "2026-04-20").isEmpty)
        #expect(try Grounds.found(.missingRecurrence, in: Grounds.empty()).isEmpty)
    }
}
