import Analyses
import Finance
import Testing

@Suite("Moves between levels over a week")
struct WeekOfLevelsTests {
    private let monday = ISOWeek("2026-W17")?.firstDay ?? Day(number: 0)

    @Test("sums the nights from Monday to Sunday, without those who stayed")
    func sum() throws {
        let week = try #require(ISOWeek("2026-W17"))
        let nights = (-1...7).map { place in
            (day: monday.advanced(by: place), levels: ["low>high": 1, "high>medium": 2, "low>low": 90, "none>low": 3])
        }
        let moves = WeekOfLevels(week, nights: nights)
        #expect(moves.nights == 7 && moves.rose == 7 && moves.fell == 14)
        #expect(
            moves.json.text == #"{"week":"2026-W17","nights":7,"rose":7,"fell":14,"moves":[{"from":null,"to":"low","#
                + #""count":21},{"from":"low","to":"high","count":7},{"from":"high","to":"medium","count":14}]}"#)
    }

    @Test("hostile counts and unknown words do not trap and are not shown")
    func hostile() throws {
        let week = try #require(ISOWeek("2026-W17"))
        let moves = WeekOfLevels(
            week, nights: [(monday, ["low>high": .max, "a>b": 1]), (monday, ["low>high": .max, "high>low": -4])])
        #expect(moves.moves.map(\.count) == [.max] && moves.nights == 1)
        #expect(WeekOfLevels.key(nil, .high) == "none>high" && WeekOfLevels.key(.low, nil) == "low>none")
    }
}
