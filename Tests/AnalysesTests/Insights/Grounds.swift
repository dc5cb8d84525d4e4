import Analyses
import Finance
import FoundationEssentials
import Testing

/// What generators are tried on, and the one line that tries them.
enum Grounds {
    static func found(
        _ kind: InsightKind, in snapshot: Snapshot, samples: [SavingsPace.Sample] = [], balances: [BalancePoint] = []
    ) throws -> [Insight] {
        let generator = try #require(InsightGenerator.all.first { $0.kind == kind })
        return try generator.make(InsightGround(of: snapshot, samples: samples, balances: balances))
    }

    static func findings(_ snapshot: Snapshot) -> InsightFindings { InsightFindings(in: InsightGround(of: snapshot)) }

    /// Nothing recorded at all.
    static func empty() throws -> Snapshot { try Histories.snapshot(on: "2026-04-20", []) }

    static func budget(_ category: String, _ pence: Int64, in month: String = "2026-04") throws -> Budget {
        Budget(
            id: "\(category) \(pence)", name: category, amount: Money(pence: pence), category: category,
            kind: .personal, createdAt: try Histories.day("\(month)-01").start)
    }

    static func goal(
        target: Int64, monthly: Int64, saved: Int64 = 0, until end: String?, isCompleted: Bool = false
    ) throws -> SavingGoal {
        SavingGoal(
            id: "g", name: "Holiday", target: Money(pence: target), monthlyTarget: Money(pence: monthly),
            saved: Money(pence: saved), startsOn: nil, completesOn: try end.map { try Histories.day($0).start },
            isCompleted: isCompleted, completion: 0)
    }

    /// Every amount and percentage of a text is one of its insight's figures, and ids and words are fit to be shown.
    static func expectComplete(_ insights: [Insight], _ place: Comment? = nil) {
        for insight in insights {
            let printed = Set(insight.figures.map(\.printed))
            for word in (insight.title + " " + insight.text).split(separator: " ") {
                let number = String(word.reversed().drop { ".,;:".contains($0) }.reversed())
                guard number.first == "£" || number.last == "%" else { continue }
                // What fell by £5 is told as "£5 less".
                #expect(printed.contains(number) || printed.contains("-" + number), "\(number) in: \(insight.text)")
            }
            #expect(insight.text.hasSuffix(".") && !insight.title.isEmpty, place)
            #expect(insight.bucket >= 1 && insight.impact >= .zero && !insight.period.isEmpty, place)
            #expect(insight.figures.allSatisfy { $0.id.hasPrefix("insight.\(insight.id).") && $0.value != nil }, place)
            #expect(Set(insight.figures.map(\.id)).count == insight.figures.count, place)
        }
    }
}
