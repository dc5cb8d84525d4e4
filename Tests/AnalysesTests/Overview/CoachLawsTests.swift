import Analyses
import Finance
import FoundationEssentials
import TestKit
import Testing

@Suite("Laws of what the coach looks up, over people as they come")
struct CoachLawsTests {
    private static let seeds: [UInt64] = Array(1...40)

    private static func figures(_ snapshot: Snapshot) throws -> [(String, [Figure])] {
        var log = MoodLog()
        for back in 1...60 { log.note(back % 6, at: snapshot.asOf.addingTimeInterval(Double(-back) * 86_400)) }
        let options = [("A", 50_00, nil, nil), ("B", 10_00, 20_00, 12), ("C", 5_00, 9_00, nil)]
            .map { (name: String, price: Int64, monthly: Int64?, months: Int?) in
                PurchaseOption(
                    name: name, price: Money(pence: price), monthly: monthly.map { Money(pence: $0) }, months: months)
            }
        let question = SpendingQuestion(.everything, SpendingPeriod(snapshot.month))
        return [
            ("mood", MoodSpending(of: log, in: snapshot).figures), ("day", DayRisk(of: snapshot, mood: log).figures),
            ("ratio", GoalRatio(of: snapshot).figures),
            ("usual", UsualMonth(of: snapshot, before: snapshot.month).figures),
            ("week", WeekComparison(of: snapshot, week: ISOWeek(containing: snapshot.today)).figures),
            ("options", try PurchaseComparison(options, in: snapshot).figures),
            ("answer", SpendingAnswer(to: question, in: snapshot).figures),
        ]
    }

    @Test("ids are unique, labels and bases are there, and nothing known is said of no record")
    func figures() throws {
        for seed in Self.seeds {
            for (name, figures) in try Self.figures(try Messy.snapshot(seed)) {
                #expect(Set(figures.map(\.id)).count == figures.count, "\(name) of seed \(seed)")
                #expect(figures.allSatisfy { !$0.label.isEmpty && !$0.basis.isEmpty }, "\(name) of seed \(seed)")
                #expect(figures.allSatisfy { $0.printed.contains(where: \.isNumber) || $0.value == nil })
            }
        }
    }

    @Test("the categories of a period, and what has none, make its whole")
    func whole() throws {
        for seed in Self.seeds {
            let snapshot = try Messy.snapshot(seed)
            let subjects =
                Set(snapshot.expenses.compactMap(\.category)).map { SpendingSubject.category($0) } + [.uncategorised]
            let now = SpendingPeriod(.week, holding: snapshot.today)
            for period in [SpendingPeriod(snapshot.month), now, now.before(.month), now.before(.year)] {
                func total(_ subject: SpendingSubject) -> Money? {
                    SpendingAnswer(to: SpendingQuestion(subject, period), in: snapshot).total
                }
                let whole = total(.everything)
                #expect(whole == nil || subjects.compactMap(total).total { $0 } == whole, "seed \(seed)")
            }
            let month = SpendingAnswer(
                to: SpendingQuestion(.everything, SpendingPeriod(snapshot.month)), in: snapshot)
            #expect(month.total == snapshot.thisMonth.expensesIfAny, "the same sum as the overview, seed \(seed)")
        }
    }

    @Test("a dearer option never leaves more and never moves a date less")
    func monotone() throws {
        for seed in Self.seeds {
            let snapshot = try Messy.snapshot(seed)
            let options = [1_00, 50_00, 900_00, 4_000_00, 60_000_00].map { (pence: Int64) in
                PurchaseOption(name: "\(pence)", price: Money(pence: pence), monthly: Money(pence: pence), months: 6)
            }
            let effects = try PurchaseComparison(options, in: snapshot).effects
            for (less, more) in zip(effects, effects.dropFirst()) {
                #expect((more.leftAfter ?? .zero) <= (less.leftAfter ?? .zero))
                #expect((more.delays?.shortfall ?? .zero) >= (less.delays?.shortfall ?? .zero))
                if let later = more.goalMonths, let sooner = less.goalMonths { #expect(later >= sooner) }
            }
        }
    }

    @Test("each step back ends before the period begins, and is one of the unit asked for")
    func before() throws {
        var random = SeededGenerator(5)
        for _ in 0..<500 {
            let day = Day(number: .random(in: 15_000...25_000, using: &random))
            for unit in [SpendingPeriod.Unit.day, .week, .month, .year] {
                let period = SpendingPeriod(unit, holding: day)
                for step in [SpendingPeriod.Unit.day, .week, .month, .year] {
                    let before = period.before(step)
                    #expect(before.last < period.first && before.unit == step)
                    #expect(before == SpendingPeriod(step, holding: before.first))
                    #expect(step != unit || before.last.advanced(by: 1) == period.first)
                }
            }
        }
    }
}
