import Analyses
import Finance
import Flows
import Testing

@Suite("Discrepancy")
struct DiscrepancyTests {
    @Test(
        "a pound, or one per cent of what is recorded, is the same number said roughly",
        arguments: [
            (0, 100, false), (0, 101, true), (5_000, 4_900, false), (5_000, 4_899, true), (245_000, 247_450, false),
            (245_000, 247_451, true), (245_000, 242_550, false), (245_000, 242_549, true), (10_100, 10_201, false),
            (10_100, 10_202, true),
        ] as [(Int64, Int64, Bool)])
    func roughly(recorded: Int64, said: Int64, differs: Bool) {
        let found = Discrepancy(of: "q", said: Money(pence: said), recorded: Money(pence: recorded))
        #expect((found != nil) == differs)
    }

    @Test("both numbers are named, and nobody is told which is right")
    func words() throws {
        let found = try #require(Discrepancy(of: "q", said: Given.pounds(2_000), recorded: Given.pounds(2_450)))
        #expect(found.words == "You said £2,000.00; the app shows £2,450.00. The records in the app stay as they are.")
        #expect(found.json.text.hasPrefix(#"{"about":"q","said":2000,"recorded":2450,"words":"#))
    }
}
