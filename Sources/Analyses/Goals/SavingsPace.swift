public import Finance
public import FoundationEssentials

/// How fast savings grow, as money for 30 days, from samples of what is saved (feature 19).
///
/// The newest sample is held against the newest one that is at least 30 days older, else against the oldest there is.
/// Under 7 days it is too soon to tell. The change counts goals that are in both samples, where samples name their
/// goals: a goal that was removed or added is noted and is neither saving nor loss. A change for 30 days of at most £5
/// or 2 % of the earlier level, whichever is more, is no change.
public struct SavingsPace: Sendable, Hashable {
    /// What was saved on a day.
    public struct Sample: Sendable, Hashable, Codable {
        /// The day it was looked at.
        public var on: Day
        /// Saved over all goals.
        public var saved: Money
        /// By goal id, where known; empty when only the sum is.
        public var goals: [String: Money]

        /// A sample with every part given.
        public init(on: Day, saved: Money, goals: [String: Money] = [:]) {
            self.on = on
            self.saved = saved
            self.goals = goals
        }
    }

    /// Which way savings go; raw values are the wire spelling.
    public enum Direction: String, Sendable, Hashable {
        /// More, less, or within the dead-band.
        case up, down, neutral
        /// Fewer than two samples, or too short a time between them.
        case tooSoon = "too soon"
    }

    /// Fewest days between two samples that say anything.
    public static let shortest = 7
    /// Days that the pace is for.
    public static let period = 30
    /// A pace up to this is no change, whatever the level.
    public static let smallAmount = Money(pence: 500)
    /// Nor is one up to this share of the earlier level, per cent.
    public static let smallPercent: Int64 = 2
    /// Most savings of one sample that are believed.
    static let most = Money(pence: Money.limit.pence * 1_000)

    /// Newest sample minus the earlier one, as they are; nil without two samples.
    public let change: Money?
    /// The same over goals that are in both; equal to `change` when samples do not name their goals.
    public let likeForLike: Money?
    /// `likeForLike` for 30 days, rounded to the nearest penny, halves away from zero; nil when it is too soon.
    public let pace: Money?
    /// Which way it goes.
    public let direction: Direction
    /// Days between the two samples.
    public let days: Int
    /// Samples from the earlier one to the newest, both counted.
    public let points: Int
    /// What a person should know before reading a fall or a rise into it.
    public let notes: [String]
    let asOf: Date

    /// The pace of `samples` in any order; of two on one day the later in the list counts.
    public init(of samples: [Sample], asOf: Date) {
        self.asOf = asOf
        let sorted = Self.byDay(samples)
        let last = sorted.last
        let first = last.flatMap { last in
            sorted.last { $0.on.number <= last.on.number - Self.period } ?? sorted.dropLast().first
        }
        guard let first, let last else {
            (change, likeForLike, pace, direction, days) = (nil, nil, nil, .tooSoon, 0)
            points = sorted.count
            notes = []
            return
        }
        let span = last.on.number - first.on.number
        let same = SavingsChange(from: first, to: last)
        days = span
        points = sorted.count { $0.on >= first.on }
        change = last.saved - first.saved
        likeForLike = same.amount
        let pace = span < Self.shortest ? nil : Self.pace(same.amount, days: span)
        self.pace = pace
        direction = pace.map { Self.direction($0, beside: first.saved) } ?? .tooSoon
        notes = same.notes
    }

    private static func byDay(_ samples: [Sample]) -> [Sample] {
        Dictionary(samples.map { ($0.on, $0) }, uniquingKeysWith: { $1 }).values.sorted { $0.on < $1.on }
            .map { sample in
                var sample = sample
                sample.saved = believed(sample.saved)
                sample.goals = sample.goals.mapValues { min(max($0, -.limit), .limit) }
                return sample
            }
    }

    private static func believed(_ amount: Money) -> Money { min(max(amount, -most), most) }

    private static func pace(_ change: Money, days: Int) -> Money {
        let scaled = change.pence * Int64(period) * 2
        let count = Int64(days)
        return Money(pence: (scaled + (scaled < 0 ? -count : count)) / (count * 2))
    }

    private static func direction(_ pace: Money, beside level: Money) -> Direction {
        let band = max(smallAmount, Money(pence: level.pence * smallPercent / 100))
        if pace.magnitude <= band { return .neutral }
        return pace > .zero ? .up : .down
    }
}
