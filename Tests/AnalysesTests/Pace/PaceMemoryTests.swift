import Analyses
import Finance
import FoundationEssentials
import TestKit
import Testing

@Suite("Pace alerts")
struct PaceMemoryTests {
    /// The thresholds told at each look, one after the other.
    private func told(_ looks: [PaceCases]) -> [[PaceThreshold]] {
        var memory = PaceMemory()
        return looks.map { look in
            let (after, alerts) = memory.after(look.snapshot)
            memory = after
            return alerts.map(\.threshold)
        }
    }

    @Test("each threshold is told once, at 80 % and at 100 %")
    func once() {
        #expect(
            told([79_99, 80_00, 80_00, 99_99, 100_00, 100_00, 150_00].map { .spent($0) })
                == [[], [.nearly], [], [], [.used], [], []])
    }

    @Test("exactly 100 % is used and not over; a penny more is over; a penny less is 99 %")
    func words() throws {
        func alert(_ pence: Int64) throws -> PaceAlert {
            try #require(PaceMemory().after(PaceCases.spent(pence).snapshot).alerts.first)
        }
        #expect(try alert(100_00).title == "Budget “Food” is used")
        #expect(try alert(100_00).text == "Budget “Food” for April 2026 is used: £100.00 of £100.00 is spent.")
        #expect(try alert(100_01).title == "Budget “Food” is over")
        #expect(
            try alert(100_01).text == "Budget “Food” for April 2026 is over by £0.01: £100.01 of £100.00 is spent.")
        #expect(try alert(99_99).title == "Budget “Food” is 99% used")
        #expect(
            try alert(80_00).text
                == "Budget “Food” for April 2026: £80.00 of £100.00 is spent, £20.00 is left for 10 more days.")
    }

    @Test("a pace above 110 % is told as a pace, and of several thresholds at once only the last")
    func projected() throws {
        let fast = PaceCases.daily([20_00, 20_00, 20_00], day: 10)
        let alerts = PaceMemory().after(fast.snapshot).alerts
        #expect(alerts.map(\.threshold) == [.projected])
        #expect(
            alerts.first?.text == "Budget “Food” for April 2026: at this pace spending would come to £180.00 of "
                + "£100.00 by the end of the month.")
        #expect(
            told([.daily([30_00, 30_00, 30_00], day: 10), .daily([30_00, 30_00, 30_00], day: 11)]) == [
                [.projected], [],
            ])
        #expect(told([.daily([40_00, 40_00, 40_00], day: 10)]) == [[.used]])
    }

    @Test(
        "tells again only after falling five points below, and only after a change",
        arguments: [(75_01, []), (75_00, [.nearly])] as [(Int64, [PaceThreshold])])
    func rearming(fall: Int64, again: [PaceThreshold]) {
        #expect(told([.spent(80_00), .spent(fall), .spent(80_00)]) == [[.nearly], [], again])
    }

    @Test(
        "used arms again at 95 %, not above", arguments: [(95_01, []), (95_00, [.used])] as [(Int64, [PaceThreshold])])
    func rearmingUsed(fall: Int64, again: [PaceThreshold]) {
        #expect(told([.spent(100_00), .spent(fall), .spent(100_00)])[2] == again)
    }

    @Test("a pace that falls because days go by does not arm; a payment or an edit does")
    func passingDays() {
        func look(_ day: Int, _ extra: Int64 = 0, of amount: Int64 = 100_00) -> PaceCases {
            .daily([15_00, 15_00, 15_00 + extra], day: day, of: amount)
        }
        #expect(told([look(10), look(20), look(10)]) == [[.projected], [], []])
        #expect(told([look(10), look(20, 1), look(10, 1)]) == [[.projected], [], [.projected]])
        #expect(told([look(10), look(20, of: 101_00), look(10)]) == [[.projected], [], [.projected]])
    }

    @Test("an edited budget is looked at anew, both ways")
    func edits() {
        #expect(
            told([.spent(90_00), .spent(90_00, of: 200_00), .spent(90_00, of: 90_00), .spent(90_00, of: 80_00)])
                == [[.nearly], [], [.used], []])
    }

    @Test("what is told again has a key of its own, so that it is delivered again")
    func keys() {
        var memory = PaceMemory()
        let keys = ([80_00, 10_00, 80_00] as [Int64]).flatMap { pence -> [String] in
            let (after, alerts) = memory.after(PaceCases.spent(pence).snapshot)
            memory = after
            return alerts.map(\.key)
        }
        #expect(keys == ["pace/food/2026-04/nearly/1", "pace/food/2026-04/nearly/2"])
    }

    @Test("a hundred payments in a row make at most three alerts, whatever they are")
    func flood() {
        for seed in 0..<12 as Range<UInt64> {
            var random = SeededGenerator(seed)
            var cases = PaceCases(amount: Int64.random(in: 1...300_00, using: &random), day: 1)
            var looks: [PaceCases] = []
            for place in 0..<100 {
                cases.day = 1 + place * 30 / 100
                cases.payments.append((cases.day, Int64.random(in: 1...10_00, using: &random), .once))
                looks.append(cases)
            }
            let all = told(looks).flatMap { $0 }
            #expect(all.count <= 3 && all.contains(.used), "seed \(seed)")
        }
    }

    @Test("the owner's household budget tells, the partner's does not")
    func household() {
        var cases = PaceCases.spent(100_00)
        cases.kind = .household
        cases.household = [PaceCases.budget("theirs", "Theirs", 1, .household, isPartners: true)]
        let alerts = PaceMemory().after(cases.snapshot).alerts
        #expect(alerts.map(\.pace.budget.id) == ["food"])
    }

    @Test("a new month begins anew, and a look at another month says and changes nothing")
    func months() {
        var may = PaceCases.spent(80_00)
        may.month = 5
        #expect(told([.spent(80_00), may, .spent(100_00)]) == [[.nearly], [.nearly], []])
        var past = PaceCases.spent(100_00).snapshot
        past.asOf = PaceCases.date(2, 5)
        #expect(PaceMemory().after(past) == (PaceMemory(), []))
    }

    @Test("the memory survives being stored, and hostile amounts do not trap")
    func stored() throws {
        let memory = PaceMemory().after(PaceCases.spent(80_00).snapshot).memory
        #expect(try JSONDecoder().decode(PaceMemory.self, from: JSONEncoder().encode(memory)) == memory)
        let most = Money.limit.pence
        for cases in [PaceCases.daily([most, most, most], day: 7, of: 1), .daily([-most, -1, 0], day: 30, of: most)] {
            #expect(PaceMemory().after(cases.snapshot).alerts.count <= 1)
        }
        #expect(PaceMemory().after(PaceCases.spent(1, of: -5).snapshot).alerts.isEmpty)
    }

    @Test("the message is about the budget, and is worth nothing after the month")
    func nudge() throws {
        let alert = try #require(PaceMemory().after(PaceCases.spent(80_00).snapshot).alerts.first)
        let nudge = alert.nudge(at: PaceCases.date(20))
        #expect(nudge.kind == .budget && nudge.subject == "food" && nudge.category == "Needs")
        #expect(nudge.expiresAt == PaceCases.date(1, 5) && !nudge.isSafety)
    }
}
