internal import Ports

/// Settlements that wait to be written. Bounded: beyond, the oldest is let go, and what was set aside for it stays set
/// aside until its day is over. So caps are only ever kept too strictly.
struct SettlementLine: Sendable {
    private let limit: Int
    private var waiting: [SpendSettlement] = []
    /// Settlements let go, since the start.
    private(set) var dropped = 0

    /// Room for so many.
    init(limit: Int) { self.limit = limit }

    /// How many wait.
    var count: Int { waiting.count }

    /// Adds one at the end.
    mutating func add(_ settlement: SpendSettlement) { add([settlement]) }

    /// Takes the first ones out.
    mutating func takeFirst(_ most: Int) -> [SpendSettlement] {
        let first = Array(waiting.prefix(most))
        waiting.removeFirst(first.count)
        return first
    }

    /// Brings back what could not be written, before everything that came since.
    mutating func bringBack(_ settlements: [SpendSettlement]) {
        let since = waiting
        waiting = settlements
        add(since)
    }

    private mutating func add(_ settlements: [SpendSettlement]) {
        waiting += settlements
        let surplus = max(0, waiting.count - limit)
        waiting.removeFirst(surplus)
        dropped += surplus
    }
}
