public import Finance

/// One thing worth knowing that code found in a person's records, told in words that need no model.
public struct Insight: Sendable, Hashable, Codable {
    /// What it is about.
    public var kind: InsightKind
    /// Of what: a record's id, a category, a series, or "all".
    public var subject: String
    /// For which time it holds: a month, a quarter, a day, or "always".
    public var period: String
    /// A heading in plain words.
    public var title: String
    /// The whole text, its figures in it.
    public var text: String
    /// The numbers of the text, for whoever checks other words for the same thing.
    public var figures: [Figure]
    /// What it comes to in pounds; decides the order.
    public var impact: Money
    /// How much of it there is, from 1. The text is written anew only when this changes; larger is worse, or more so.
    public var bucket: Int
    /// From this day on it says nothing any more, whether or not somebody has looked again.
    public var expiresOn: Day?

    /// An insight with every part given. The ids of `figures` get the insight's own in front, so that figures of many
    /// insights can stand in one list.
    public init(
        kind: InsightKind, subject: String, period: String, title: String, text: String, figures: [Figure],
        impact: Money, bucket: Int, expiresOn: Day? = nil
    ) {
        self.kind = kind
        self.subject = subject
        self.period = period
        self.title = title
        self.text = text
        self.figures = []
        self.impact = impact
        self.bucket = bucket
        self.expiresOn = expiresOn
        let id = id
        self.figures = figures.map { figure in
            var figure = figure
            figure.id = "insight.\(id).\(figure.id)"
            return figure
        }
    }

    /// What makes it the same insight from night to night, for one person.
    public var key: String { "\(kind.rawValue)/\(period)/\(subject)" }

    /// The key in 16 hex digits (FNV-1a), short and free of what the person typed; it protects nothing.
    public var id: String {
        let hash = key.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// The largest impact first, then by kind and key, so that equal amounts have one order.
    static func order(_ first: Insight, _ second: Insight) -> Bool {
        (second.impact, first.kind.rawValue, first.key) < (first.impact, second.kind.rawValue, second.key)
    }
}
