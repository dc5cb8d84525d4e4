public import Finance
public import FoundationEssentials

/// What a person may be told after messages about their spending: that a day was below their own usual for such a day,
/// and by how much. Nothing else, nothing about a saving of ours, and nothing at all unless the day is below the
/// quarter of their own same weekdays (feature 24 a, by `UsualDay`).
///
///     NudgeWords(for: box.nudges.filter { $0.state == .read }.compactMap(\.category), on: day, in: snapshot)?.sentence
public struct NudgeWords: Sendable, Hashable {
    /// The day beside the same weekdays before.
    public let day: UsualDay
    /// How much less than usual.
    public let less: Money
    let snapshot: Snapshot

    /// The category that was furthest below its usual on `day`; nil when none was below its quarter, or as long as the
    /// day may still get entries (`NudgeOutcome.grace`).
    public init?(for categories: some Sequence<String>, on day: Day, in snapshot: Snapshot) {
        guard snapshot.today > day.advanced(by: NudgeOutcome.grace) else { return nil }
        let below = Set(categories).sorted().compactMap { category -> (UsualDay, Money)? in
            let usual = UsualDay(day, of: category, in: snapshot)
            return usual.less.map { (usual, $0) }
        }
        // The first of equals in alphabetical order.
        guard let best = below.max(by: { ($0.1, $1.0.category) < ($1.1, $0.0.category) }) else { return nil }
        (self.day, less) = best
        self.snapshot = snapshot
    }

    /// "You spent £25.01 less than your usual for this day on …".
    public var sentence: String { day.sentence ?? "" }

    /// The message that says it: outside the hold-out, since it speaks of what has been.
    public func nudge(at now: Date) -> Nudge {
        Nudge(
            .spending, key: "usual/\(day.day)", title: "Less than your usual", text: sentence, at: now,
            expiresAt: now.addingTimeInterval(86_400 * Double(NudgeBox.lookBack)))
    }

    /// How much less, what was spent, what is usual.
    public var figures: [Figure] {
        let place = "on \(String.quoted(day.category))"
        let rows: [(String, String, Money?, String)] = [
            ("less", "Spent less than usual \(place) on \(day.day.words)", less, "usual minus spent"),
            ("spent", "Spent \(place) on \(day.day.words)", day.spent, "expenses of that category dated that day"),
            (
                "usual", "Usual \(place) on that weekday", day.usual,
                "median of the same weekdays, at most \(UsualDay.weeks.most) weeks back"
            ),
        ]
        return rows.map { key, label, money, basis in
            var figure = snapshot.figure(
                "nudge.\(key)", label, money.map { .money($0) }, coverage: snapshot.coverage(of: "expenses"),
                basis: basis)
            figure.window = day.day.description
            return figure
        }
    }

    /// The words for a client.
    public var json: JSON {
        [
            "day": .string(day.day.description), "category": .string(day.category),
            "asOf": .string(snapshot.asOf.rfc3339), "basis": "the day beside the median of the same weekdays before",
            "spent": .money(day.spent), "usual": .money(orNull: day.usual), "less": .money(less),
            "words": .string(sentence),
        ]
    }
}

extension NudgeBox {
    /// Days on which what a day came to is still worth a word.
    static let lookBack = 3
    /// Days after a message on which its category is looked at.
    static let reach = 7

    /// What may be said after messages that were read: of the newest day that was below the person's own usual.
    public func usual(in snapshot: Snapshot) -> NudgeWords? {
        let newest = snapshot.today.advanced(by: -(NudgeOutcome.grace + 1))
        for day in (0..<Self.lookBack).map({ newest.advanced(by: -$0) }) {
            let read = nudges.filter { nudge in
                nudge.state == .read && (0...Self.reach).contains(day.number - Day(nudge.createdAt).number)
            }
            if let words = NudgeWords(for: read.compactMap(\.category), on: day, in: snapshot) { return words }
        }
        return nil
    }
}
