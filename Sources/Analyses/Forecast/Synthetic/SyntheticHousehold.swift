public import Finance
import FoundationEssentials

/// One invented household: its records as a snapshot, and the books they are drawn from.
public struct SyntheticHousehold: Sendable, Hashable {
    /// The records.
    public let snapshot: Snapshot
    /// The books.
    public let ledger: SyntheticLedger

    init(number: Int, seed: UInt64, months: ClosedRange<Int>, asOf: Date) {
        var draws = SyntheticDraws(seed, number)
        let end = Month(containing: asOf)
        let first = end.advanced(by: -draws.int(months))
        var writer = SyntheticWriter(number: number, usesAppWords: draws.chance(40))
        let pay = Money(pence: Int64(draws.int(1_500...4_200)) * 100)
        writer.open(with: Money(pence: pay.pence / 2), on: first.firstDay)
        let plan = SyntheticPlan(pay: pay, seed: seed, number: number, from: first, to: end)
        for month in plan.months {
            plan.addIncome(of: month, to: &writer)
            plan.addBills(of: month, to: &writer)
            plan.addHabits(of: month, to: &writer)
            plan.addYearly(of: month, to: &writer)
        }
        snapshot = writer.snapshot(month: end, asOf: asOf)
        ledger = writer.ledger
    }
}
