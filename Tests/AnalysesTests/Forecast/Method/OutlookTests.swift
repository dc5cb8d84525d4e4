import Finance
import TestKit
import Testing

@testable import Analyses

@Suite("One day's outlook")
struct OutlookTests {
    private func outlook(_ expenses: [Expense], on today: String, months: Int = 1) throws -> Outlook {
        let day = try Histories.day(today)
        return Outlook(
            of: MovementBook(expenses.map { Movement($0, today: Day(number: 30_000)) }), on: day,
            from: Month(containing: day.start), months: months
        )
    }

    @Test("the usual amount is scaled to the days after today; on the last day nothing is left of it")
    func daysLeft() throws {
        let past = try Histories.monthly("Shop", from: "2026-01", count: 3) { _ in 30_000 }
        #expect(try outlook(past, on: "2026-04-10").rows[0][0].usual == Money(pence: 20_000))
        #expect(try outlook(past, on: "2026-04-30").rows[0][0].usual == .zero)
        #expect(try outlook(past, on: "2026-04-30", months: 2).rows[1][0].usual == Money(pence: 30_000))
    }

    @Test("what is spent, what repeats and the usual rest add up; one-offs entered ahead count towards the usual")
    func parts() throws {
        let past = try Histories.monthly("Shop", from: "2026-01", count: 3) { _ in 30_000 }
        let now = try [
            Histories.expense("Shop", 4_000, "2026-04-10"),
            Histories.expense("Box", 700, "2026-04-25", .monthly, entered: "2026-03-25"),
            Histories.expense("Party", 5_000, "2026-04-28", entered: "2026-04-09"),
        ]
        let row = try outlook(past + now, on: "2026-04-10").rows[0][0]
        #expect(row.expected == Money(pence: 4_000 + 700 + 20_000))
        #expect(row.beyondDated == Money(pence: 15_000))
    }

    @Test("a category bought in fewer than half of the months is forecast with the others that are")
    func pooled() throws {
        let regular = try Histories.monthly("Shop", from: "2026-01", count: 6) { _ in 100 }
        let rare = try ["2026-01-04", "2026-03-04"].map { try Histories.expense("Vet", 60, $0, category: "Pets") }
        let other = try ["2026-02-04", "2026-04-04"].map { try Histories.expense("Gift", 40, $0, category: "Giving") }
        let pooled = try outlook(regular + rare + other, on: "2026-07-01")
        #expect(pooled.sparse == [1, 2] && pooled.rare == [1, 2] && pooled.hasIrregular)
        // The median of 60, 40, 60, 40, 0, 0 for 30 of 31 days.
        #expect(pooled.rows[0].map(\.usual.pence) == [97, 0, 0, 39])
        let alone = try outlook(regular + rare, on: "2026-07-01")
        #expect(!alone.hasIrregular && alone.rows[0].map(\.usual.pence) == [97, 0, 0])
    }

    @Test("refunds larger than the spending leave nothing expected rather than less than nothing")
    func refunds() throws {
        let refund = try Histories.expense("Refund", -90_000, "2026-04-02")
        #expect(try outlook([refund], on: "2026-04-10").total(0) == .zero)
    }

    @Test("nothing entered after the day changes the outlook (leakage), over 200 seeded histories")
    func leakage() throws {
        for seed in 0..<200 as Range<UInt64> {
            var random = SeededGenerator(seed)
            let origin = try Histories.day("2026-04-10")
            let all = (0..<40).map { _ -> Movement in
                let day = origin.advanced(by: Int.random(in: -200...60, using: &random))
                return Movement(
                    name: ["a", "b"].randomElement(using: &random) ?? "a",
                    group: ["x", "y", nil].randomElement(using: &random) ?? nil,
                    amount: Money(pence: Int64.random(in: -500...90_000, using: &random)), day: day,
                    knownFrom: day.advanced(by: Int.random(in: -40...40, using: &random)),
                    rhythm: [nil, .weekly, .monthly, .yearly].randomElement(using: &random) ?? nil)
            }
            func rows(_ movements: [Movement]) -> [[Outlook.Row]] {
                Outlook(of: MovementBook(movements), on: origin, from: Month(origin), months: 4).rows
                    .map { $0.filter { $0 != Outlook.Row() } }
            }
            #expect(rows(all) == rows(all.filter { $0.knownFrom <= origin }), "seed \(seed)")
            #expect(rows(all).allSatisfy { $0.allSatisfy { $0.expected >= .zero } }, "seed \(seed)")
        }
    }
}
