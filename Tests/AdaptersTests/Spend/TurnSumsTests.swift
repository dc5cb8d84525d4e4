import Ports
import Testing

@testable import Adapters

@Suite("What the rounds of an answer come to")
struct TurnSumsTests {
    private func micros(_ count: Int64) -> Spend { Spend(microdollars: count) }

    /// Which of these rounds may be had, one after the other.
    private func rounds(
        _ sums: inout TurnSums, _ asked: [(String?, Int64)], cap: Int64?
    ) -> [Bool] {
        asked.map { turn, amount in sums.take(micros(amount), for: turn, cap: cap.map(micros)) }
    }

    @Test("rounds of one answer share its cap to the millionth; what they did not take makes room again")
    func shared() {
        var sums = TurnSums()
        let first = rounds(&sums, [("a", 60), ("a", 41), ("a", 40), ("b", 100)], cap: 100)
        #expect(first == [true, false, true, true])
        sums.change("a", by: micros(-30))
        let second = rounds(&sums, [("a", 31), ("a", 30)], cap: 100)
        #expect(second == [false, true])
    }

    @Test("a call that is part of no answer has the cap to itself, and without a cap anything goes")
    func alone() {
        var sums = TurnSums()
        let capped = rounds(&sums, [(nil, 100), (nil, 100), (nil, 101)], cap: 100)
        #expect(capped == [true, true, false])
        let free = rounds(&sums, [("a", Spend.limit.microdollars)], cap: nil)
        #expect(free == [true])
    }

    @Test("the answers begun longest ago are forgotten first")
    func bounded() {
        var sums = TurnSums(limit: 4)
        let turns = ["a", "b", "c", "d", "e", "a", "c", "d", "e"]
        let had = rounds(&sums, turns.map { ($0, 9) }, cap: 10)
        #expect(had == [true, true, true, true, true, true, false, false, false])
    }
}
