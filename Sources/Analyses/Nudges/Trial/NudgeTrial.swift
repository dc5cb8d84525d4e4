public import Finance

/// What nudges do to spending: mean of the weeks without minus mean of the weeks with them, per message, with the range
/// that 95 of 100 such trials would find the truth in (percentile bootstrap). Spending is lopsided, often nothing and now
/// and then a lot, and on that the middle 95 % of draws hold the truth in 92 to 95 trials of 100 only; the middle 97 %,
/// which are taken here, hold it in 94 to 97.
///
/// People are drawn, each with all their weeks, since one person's weeks are alike. The draws come from a fixed seed: the
/// same outcomes always give the same range. Under 100 person-weeks on either side nothing is shown; while the range
/// contains nothing-at-all, no effect is claimed.
public struct NudgeTrial: Sendable, Hashable, Codable {
    /// Fewest person-weeks of each side.
    public static let leastWeeks = 100
    /// Draws behind a range, and the per mille of them outside it at either end.
    public static let resamples = 1_000
    static let tail = 15
    private static let seed: UInt64 = 2_611

    /// The window looked at.
    public let window: NudgeOutcome.Window
    /// Person-weeks without nudges.
    public let controlWeeks: Int
    /// Person-weeks with them.
    public let treatedWeeks: Int
    /// Control minus treated: above zero when less is spent after nudges. nil while too few weeks are in.
    public let estimate: Money?
    /// Its range; nil likewise.
    public let low: Money?
    /// The range's upper end.
    public let high: Money?

    /// The trial over these people's shares.
    public init(of shares: [TrialShare], window: NudgeOutcome.Window, resamples: Int = NudgeTrial.resamples) {
        let people = shares.filter { !$0.isEmpty }
        let all = people.reduce(into: TrialShare()) { $0.add($1) }
        self.window = window
        controlWeeks = all.control.weeks
        treatedWeeks = all.treated.weeks
        let isEnough = min(controlWeeks, treatedWeeks) >= Self.leastWeeks
        let drawn = isEnough ? Self.drawn(people, max(resamples, 40)) : []
        estimate = isEnough ? all.difference.map(Money.init(pence:)) : nil
        low = drawn.isEmpty ? nil : Money(pence: drawn[drawn.count * Self.tail / 1_000])
        high = drawn.isEmpty ? nil : Money(pence: drawn[drawn.count - 1 - drawn.count * Self.tail / 1_000])
    }

    /// Whether the range leaves no room for no effect.
    public var isClear: Bool {
        guard let low, let high else { return false }
        return low > .zero || high < .zero
    }

    /// The one sentence about money that may be shown to administrators; nil when there is nothing to claim.
    public var claim: String? {
        guard isClear, let estimate, let low, let high else { return nil }
        let (least, most) = (min(low.magnitude, high.magnitude), max(low.magnitude, high.magnitude))
        return "\(estimate.magnitude) \(estimate > .zero ? "less" : "more") was spent per message "
            + "\(window == .day ? "on the day" : "in the two hours after it") than without one "
            + "(95% range \(least) to \(most))."
    }

    /// The trial for administrators.
    public var json: JSON {
        [
            "window": .string(window.rawValue), "controlWeeks": .int(Int64(controlWeeks)),
            "treatedWeeks": .int(Int64(treatedWeeks)), "leastWeeks": .int(Int64(Self.leastWeeks)),
            "estimate": .money(orNull: estimate), "low": .money(orNull: low), "high": .money(orNull: high),
            "isClear": .bool(isClear), "claim": .string(orNull: claim),
            "basis": .string(
                estimate == nil
                    ? "too few person-weeks to show"
                    : "mean spending per message without minus with; 95% bootstrap range over people"),
        ]
    }

    /// Differences of as many groups drawn from the people, in order. A group without either side tells nothing.
    private static func drawn(_ people: [TrialShare], _ resamples: Int) -> [Int64] {
        (0..<resamples).compactMap { place in
            var draws = SyntheticDraws(seed, place)
            var group = TrialShare()
            for _ in people.indices { group.add(people[draws.int(0...people.count - 1)]) }
            return group.difference
        }.sorted()
    }
}
