import Analyses
import Finance
import TestKit
import Testing

@Suite("When and how to pay")
struct AffordabilityWaysTests {
    /// £1,000.00 left in April of £3,000.00, £600.00 in a usual month, £100.00 a month for a goal.
    private static let snapshot = People.snapshot(
        [
            .init(month: "2026-03", income: 260_000, expenses: 200_000),
            .init(month: "2026-04", income: 300_000, expenses: 200_000),
        ], goals: [People.goal("trip", target: 2_000, monthly: 100, saved: 0, until: "2028-01-31")])

    private func ask(
        _ pounds: Int64, on day: String? = nil, instalments: Int? = nil, expected: Int64? = nil,
        of snapshot: Snapshot = snapshot
    ) -> Affordability {
        let options = Affordability.Options(
            on: day.flatMap { Day($0) }, instalments: instalments, expectedLeft: expected.map { Money(pence: $0 * 100) }
        )
        return Affordability(of: Money(pence: pounds * 100), in: snapshot, options)
    }

    @Test("a later month adds what a usual month leaves for each month until then, and asks the goals' share for each")
    func later() {
        let june = ask(1_500, on: "2026-06-10")
        #expect(june.leftBefore == Money(pence: 220_000) && june.leftAfterGoals == Money(pence: 40_000))
        #expect(june.verdict == .comfortable && ask(1_600, on: "2026-06-10").verdict == .comfortable)
        #expect(ask(1_601, on: "2026-06-10").verdict == .tight)
        #expect(ask(2_201, on: "2026-06-10").verdict == .notFromThisMonth)
        #expect(june.daysLeft == 11 + 31 + 30 && june.leftPerDay == Money(pence: 70_000 / 72))
        #expect(june.remarks[0].contains("the usual months until then"))
    }

    @Test("a day that has passed counts as today; one beyond ten years as ten years")
    func odd() {
        #expect(ask(100, on: "2020-01-01").leftBefore == ask(100).leftBefore)
        #expect(ask(100, on: "9999-01-01").leftBefore == Money(pence: 100_000 + 120 * 60_000))
    }

    @Test("a day of this month asks for the money by that day as well")
    func byDay() {
        var late = Self.snapshot
        late.incomes[1].receivedOn = People.date("2026-04-25")
        late.incomes.append(
            Income(
                id: "x", name: "Job", amount: Money(pence: 210_000), receivedOn: People.date("2026-04-28"),
                frequency: .monthly))
        late.incomes[1].amount = Money(pence: 90_000)
        late.expenses[1].amount = Money(pence: 50_000)
        #expect(ask(400, of: late).verdict == .comfortable)
        #expect(ask(400, on: "2026-04-25", of: late).verdict == .comfortable)
        #expect(ask(401, on: "2026-04-25", of: late).verdict == .tight)
        #expect(ask(401, on: "2026-04-28", of: late).verdict == .comfortable)
        #expect(ask(1, on: "2026-04-24", of: late).remarks.contains { $0.hasPrefix("Part of the month's income") })
        #expect(ask(1, on: "2026-04-24", of: late).json.text.contains(#""leftByDay":-500"#))
    }

    @Test("a forecast takes the place of the records, with or without income recorded")
    func forecast() {
        #expect(ask(500, expected: 499).verdict == .notFromThisMonth)
        #expect(ask(500, expected: 900).verdict == .comfortable && ask(500, expected: 899).verdict == .tight)
        let empty = People.snapshot()
        #expect(ask(5, of: empty).verdict == .unknown && ask(5, expected: 5, of: empty).verdict == .comfortable)
        #expect(ask(5, expected: 5, of: empty).json.text.contains(#""basis":"forecast of what will be left""#))
    }

    @Test("instalments are shown only when asked for, beside paying now and waiting")
    func instalments() throws {
        #expect(ask(1_200).ways.map(\.kind) == [.now, .wait])
        let ways = ask(1_200, instalments: 7).ways
        #expect(ways.map(\.kind) == [.now, .instalments, .wait])
        #expect(ways.map(\.verdict) == [.notFromThisMonth, .comfortable, .comfortable])
        #expect(ways.map(\.months) == [1, 7, 2] && ways[1].monthly == Money(pence: 17_143))
        #expect(ways[1].leftAfterGoals == Money(pence: 72_857))
        #expect(ways.map(\.doneIn?.description) == ["2026-04", "2026-10", "2026-06"])
        #expect(ask(1_200, instalments: -3).ways[1].months == 1 && ask(1_200, instalments: .max).ways[1].months == 120)
    }

    @Test("when nothing is left to save, waiting has no end, and the reason is said")
    func never() {
        let poor = People.snapshot([.init(month: "2026-04", income: 100, expenses: 100)])
        let wait = ask(10, of: poor).ways[1]
        #expect(wait.months == nil && wait.monthly == nil && wait.doneIn == nil)
        #expect(ask(10, of: poor).json.text.contains(#""reason":"nothing is left to save each month"#))
    }

    @Test("the same question twice is the same answer, and a dearer one never a better, on any day and in any parts")
    func monotone() {
        let order: [Affordability.Verdict] = [.comfortable, .tight, .notFromThisMonth]
        for (day, parts) in [(nil, 3), ("2026-04-22", 2), ("2026-08-01", 12)] as [(String?, Int)] {
            var last = [0, 0]
            for pounds in stride(from: Int64(1), to: 9_000, by: 61) {
                let answer = ask(pounds, on: day, instalments: parts)
                #expect(answer == ask(pounds, on: day, instalments: parts))
                let places = answer.ways.prefix(2).map { way in
                    way.verdict.flatMap { order.firstIndex(of: $0) } ?? -1
                }
                #expect(places[0] >= last[0] && places[1] >= last[1], "£\(pounds)")
                last = places
            }
        }
    }

    @Test("no answer speaks of credit, and no amount traps", arguments: NamedPeople.all.map(\.name))
    func wordingAndBounds(name: String) throws {
        let documents = try #require(NamedPeople.all.first { $0.name == name }?.documents)
        let snapshot = try NamedPeople.snapshot(of: documents)
        for pence in [Int64.max, .min, 1, 50_000] {
            let answer = Affordability(
                of: Money(pence: pence), in: snapshot,
                .init(on: Day("2027-02-01"), instalments: 12, expectedLeft: Money(pence: pence)))
            let text = (answer.json.text + answer.figures.map(\.label).joined()).lowercased()
            for word in ["credit card", "borrow", "finance it", "you should"] {
                #expect(!text.contains(word), "\(word)")
            }
            #expect(answer.figures.allSatisfy { !$0.basis.isEmpty }, "\(answer.figures.filter(\.basis.isEmpty))")
            #expect(Set(answer.figures.map(\.id)).count == answer.figures.count)
        }
    }
}
