import Analyses
import Finance
import TestKit
import Testing

@Suite("Savings pace")
struct SavingsPaceTests {
    private func sample(_ day: Int, _ pence: Int64, _ goals: [String: Int64] = [:]) -> SavingsPace.Sample {
        SavingsPace.Sample(
            on: Day(number: 20_000 + day), saved: Money(pence: pence), goals: goals.mapValues { Money(pence: $0) })
    }

    private func pace(_ samples: [SavingsPace.Sample]) -> SavingsPace {
        SavingsPace(of: samples, asOf: NamedPeople.now)
    }

    @Test("£50.00 in ten days is not £50.00 in thirty; in one day it is too soon to tell")
    func normalised() {
        let month = pace([sample(0, 10_000), sample(30, 15_000)])
        #expect(month.pace == Money(pence: 5_000) && month.direction == .up && month.days == 30)
        let fast = pace([sample(0, 10_000), sample(10, 15_000)])
        #expect(fast.pace == Money(pence: 15_000) && fast.change == month.change)
        let day = pace([sample(0, 10_000), sample(1, 15_000)])
        #expect(day.change == Money(pence: 5_000) && day.pace == nil && day.direction == .tooSoon)
    }

    @Test("seven days are enough, six are not", arguments: [(6, true), (7, false)])
    func shortest(days: Int, isTooSoon: Bool) {
        #expect((pace([sample(0, 0), sample(days, 9_000)]).direction == .tooSoon) == isTooSoon)
    }

    @Test(
        "the dead-band is £5.00 or 2 % of the earlier level, itself included",
        arguments: [
            (0, 500, .neutral), (0, 501, .up), (25_000, -500, .neutral), (25_000, -501, .down),
            (100_000, 2_000, .neutral), (100_000, 2_001, .up), (100_000, -2_000, .neutral), (100_000, -2_001, .down),
        ] as [(Int64, Int64, SavingsPace.Direction)])
    func deadBand(level: Int64, change: Int64, direction: SavingsPace.Direction) {
        #expect(pace([sample(0, level), sample(30, level + change)]).direction == direction)
    }

    @Test("the earlier look is the newest that is 30 days older, else the oldest; points and days are counted")
    func window() {
        let weekly = [0, 7, 14, 21, 28, 35, 42].map { sample($0, Int64($0) * 100) }
        let long = pace(weekly.shuffled())
        #expect(long.days == 35 && long.points == 6 && long.pace == Money(pence: 3_000))
        let short = pace(Array(weekly.prefix(3)))
        #expect(short.days == 14 && short.points == 3)
    }

    @Test("of two looks on one day the later in the list counts")
    func sameDay() {
        #expect(pace([sample(0, 0), sample(30, 1), sample(30, 9_000)]).change == Money(pence: 9_000))
    }

    @Test("a goal that was reached and removed is noted and is no fall")
    func removed() {
        let fall = pace([
            sample(0, 100_000, ["car": 80_000, "trip": 20_000]), sample(30, 25_000, ["trip": 25_000]),
        ])
        #expect(fall.change == Money(pence: -75_000) && fall.likeForLike == Money(pence: 5_000))
        #expect(fall.direction == .up)
        #expect(fall.notes == ["Goals with £800.00 saved are no longer there; reached or removed, not a loss."])
    }

    @Test("money taken out is down, with a note; a new goal's first savings are noted and not a rise")
    func takenAndAdded() {
        let taken = pace([sample(0, 100_000, ["a": 100_000]), sample(30, 60_000, ["a": 60_000])])
        #expect(taken.direction == .down)
        #expect(taken.notes == ["£400.00 less is saved towards some goals than before, for instance spent."])
        let added = pace([sample(0, 10_000, ["a": 10_000]), sample(30, 90_000, ["a": 10_000, "b": 80_000])])
        #expect(added.direction == .neutral && added.notes.first?.hasPrefix("Goals with £800.00") == true)
    }

    @Test("a fall of a bare sum is never down without a note")
    func bareFall() {
        let fall = pace([sample(0, 100_000), sample(30, 60_000)])
        #expect(fall.direction == .down && fall.notes.count == 1)
        #expect(pace([sample(0, 1), sample(30, 1)]).notes.isEmpty)
    }

    @Test("without two looks there is nothing to say, and the reason is given")
    func tooFew() {
        for samples in [[], [sample(0, 5)], [sample(0, 5), sample(0, 6)]] {
            let none = pace(samples)
            #expect(none.direction == .tooSoon && none.change == nil && none.pace == nil)
            #expect(none.figures.first?.basis == "fewer than two looks at your savings")
        }
        #expect(pace([sample(0, 1), sample(3, 2)]).json.text.contains(#""basis":"fewer than 7 days"#))
    }

    @Test("hostile amounts do not trap, and a faster rise never reads slower")
    func hostile() {
        for pence in [Int64.max, .min, 0] {
            let wild = pace([sample(0, -(pence / 2), ["a": pence]), sample(7, pence, ["a": .max, "b": .min])])
            #expect(!wild.json.text.isEmpty && wild.figures.count == 3)
        }
        var random = SeededGenerator(1)
        for _ in 0..<500 {
            let (level, days) = (Int64.random(in: 0...900_000, using: &random), Int.random(in: 7...90, using: &random))
            let change = Int64.random(in: -90_000...90_000, using: &random)
            let slow = pace([sample(0, level), sample(days, level + change)])
            let fast = pace([sample(0, level), sample(days, level + change + 100)])
            #expect((slow.pace ?? .zero) <= (fast.pace ?? .zero))
        }
    }
}
