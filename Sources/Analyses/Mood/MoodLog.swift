public import Finance
public import FoundationEssentials

/// How a person said they felt, 0 (low) to 5 (high), kept for them alone.
///
///     var log = MoodLog()
///     log.note(4, at: now)
///     let beside = MoodSpending(of: log, in: snapshot)
///
/// 1. It is near to health: whether it may be kept at all is the person's choice, and the caller's business.
/// 2. It is never a figure for admins or peers: nothing in risk, cohorts or alerts may take it, and a test holds that.
/// 3. It forgets: nothing older than `keptDays`, never more than `most` entries, the oldest go first.
/// 4. A day has one mood, the last that was said on it.
public struct MoodLog: Sendable, Hashable, Codable {
    /// One mood.
    public struct Entry: Sendable, Hashable, Codable {
        /// 0…5.
        public let mood: Int
        /// When it was said.
        public let at: Date
        /// The person's own calendar day then.
        public let day: Day
    }

    /// The moods there are.
    public static let scale = 0...5
    /// Most entries kept.
    public static let most = 400
    /// How long an entry is kept, in days.
    public static let keptDays = 90

    /// Oldest first.
    public private(set) var entries: [Entry] = []

    /// An empty log.
    public init() {}

    /// Reads what can be read; a mood that is none is left out.
    public init(from decoder: any Decoder) throws {
        let stored = try decoder.container(keyedBy: CodingKeys.self)
        let all: [Entry] = stored.readable(.entries)
        keep(all.filter { Self.scale.contains($0.mood) })
    }

    /// Notes a mood; false for one outside the scale. `day` is the person's own where it is not the UTC day.
    @discardableResult
    public mutating func note(_ mood: Int, at now: Date, on day: Day? = nil) -> Bool {
        guard Self.scale.contains(mood) else { return false }
        keep(entries + [Entry(mood: mood, at: now, day: Self.believed(day, at: now))])
        forget(at: now)
        return true
    }

    /// Forgets what is older than `keptDays`.
    public mutating func forget(at now: Date) {
        entries.removeAll { now.timeIntervalSince($0.at) > Double(Self.keptDays) * 86_400 }
    }

    /// Forgets what was said on a day.
    public mutating func forget(on day: Day) { entries.removeAll { $0.day == day } }

    /// One mood a day, the last that was said on it.
    public var days: [Day: Int] { Dictionary(entries.map { ($0.day, $0.mood) }, uniquingKeysWith: { $1 }) }

    private mutating func keep(_ all: [Entry]) {
        entries = all.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
            .map(\.element).suffix(Self.most)
    }

    /// No zone is further than a day from UTC.
    private static func believed(_ day: Day?, at now: Date) -> Day {
        let today = Day(now)
        guard let day, abs(day.number - today.number) <= 1 else { return today }
        return day
    }
}

/// Moods that are looked at together.
public enum MoodGroup: String, Sendable, Hashable, CaseIterable {
    /// 0 and 1, 2 and 3, 4 and 5.
    case low, middle, high

    /// The group of a mood.
    public init(_ mood: Int) { self = mood <= 1 ? .low : mood >= 4 ? .high : .middle }

    /// As a label says it.
    var words: String {
        switch self {
        case .low: "a low mood (0 or 1)"
        case .middle: "a middle mood (2 or 3)"
        case .high: "a high mood (4 or 5)"
        }
    }
}
