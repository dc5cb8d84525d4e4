internal import Ports

/// What the rounds of each answer under way have come to, so that all of them together keep under one cap. Only this
/// process needs to know: an answer is made in one. Bounded: the answers begun longest ago are forgotten first, and one
/// that goes on after that begins at nothing.
struct TurnSums: Sendable {
    private let limit: Int
    private var sums: [String: Spend] = [:]
    private var order: [String] = []

    /// Remembers so many answers.
    init(limit: Int = 4_096) { self.limit = limit }

    /// Adds what a round may cost; false when the answer would then cost more than `cap`, and nothing is added.
    mutating func take(_ amount: Spend, for turn: String?, cap: Spend?) -> Bool {
        let sum = (turn.flatMap { sums[$0] } ?? .zero) + amount
        if let cap, sum > cap { return false }
        guard let turn else { return true }
        if sums.updateValue(sum, forKey: turn) == nil { order.append(turn) }
        // Forgetting half at a time keeps this cheap.
        if order.count > limit {
            for turn in order.prefix(limit / 2) { sums[turn] = nil }
            order.removeFirst(limit / 2)
        }
        return true
    }

    /// What a round took in place of what was added for it.
    mutating func change(_ turn: String?, by change: Spend) {
        guard let turn, let sum = sums[turn] else { return }
        sums[turn] = max(.zero, sum + change)
    }
}
