import Finance
import Foundation
import Testing

@Suite("Decisions about repeated payments")
struct SeriesDecisionsTests {
    @Test("the newest decision holds, and open is as if there never was one")
    func newest() {
        var decisions = SeriesDecisions()
        decisions.decide(.confirmed, on: "a")
        decisions.decide(.dismissed, on: "a")
        #expect(decisions.decision(on: "a") == .dismissed && decisions.decision(on: "b") == .open)
        decisions.decide(.open, on: "a")
        #expect(decisions.isEmpty && decisions == SeriesDecisions())
    }

    @Test("the oldest of too many are forgotten")
    func bound() {
        var decisions = SeriesDecisions()
        for number in 0...SeriesDecisions.most { decisions.decide(.dismissed, on: "\(number)") }
        #expect(decisions.decision(on: "0") == .open && decisions.decision(on: "1") == .dismissed)
    }

    @Test("equal decisions are stored as equal texts and read back")
    func stored() throws {
        var decisions = SeriesDecisions()
        decisions.decide(.confirmed, on: "monthly/rent")
        let text = try JSONEncoder().encode(decisions)
        #expect(try JSONDecoder().decode(SeriesDecisions.self, from: text) == decisions)
    }
}
