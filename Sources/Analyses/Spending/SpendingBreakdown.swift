public import Finance

/// Where a month's money went: by resolved category and by name, each with its share and last month's amount.
public struct SpendingBreakdown: Sendable, Hashable {
    /// One group of payments.
    public struct Part: Sendable, Hashable {
        /// The category or name; nil is "Uncategorised".
        public let name: String?
        /// Sum of the month.
        public let amount: Money
        /// Number of payments.
        public let count: Int
        /// Share of the month's expenses in per cent; nil when they sum to nothing.
        public let share: Double?
        /// Change on the month before, by the app's rule.
        public let growth: Growth
        /// Size beside the average group.
        public let level: SpendingLevel

        /// What to call it.
        public var title: String { name ?? "Uncategorised" }
    }

    /// All expenses of the month.
    public let total: Money
    /// By resolved category, largest first.
    public let categories: [Part]
    /// By name, largest first.
    public let names: [Part]
    /// The month that is broken down.
    public let month: Month
    private let snapshot: Snapshot

    /// The breakdown of any month of the data, the snapshot's own unless given.
    public init(of snapshot: Snapshot, month: Month? = nil) {
        self.snapshot = snapshot
        let month = month ?? snapshot.month
        self.month = month
        let sum = snapshot.totals(of: month).expenses
        total = sum
        func parts(_ now: [SpendingGroup], _ before: [SpendingGroup]) -> [Part] {
            let earlier = Dictionary(before.map { ($0.name, $0.amount) }, uniquingKeysWith: +)
            return now.map { group in
                Part(
                    name: group.name, amount: group.amount, count: group.count, share: group.amount.percent(of: sum),
                    growth: Growth(from: earlier[group.name] ?? .zero, to: group.amount),
                    level: SpendingLevel(group.amount, of: sum, among: now.count))
            }
        }
        categories = parts(
            snapshot.spendingByCategory(in: month), snapshot.spendingByCategory(in: month.previous))
        names = parts(snapshot.spendingByName(in: month), snapshot.spendingByName(in: month.previous))
    }

    /// The largest groups of both kinds, at most `Review.rows` of each.
    public var figures: [Figure] {
        rows(categories, "category", "Spent on category") + rows(names, "name", "Spent on")
    }

    /// The breakdown for display.
    public var card: Card {
        Card(
            kind: .spending, title: "Where your money went in \(month.words)",
            data: [
                "month": .string(month.description), "asOf": .string(snapshot.asOf.rfc3339),
                "total": names.isEmpty ? .null : .money(total), "categories": Self.list(categories),
                "names": Self.list(names), "categoriesNotShown": Review.notShown(categories),
                "namesNotShown": Review.notShown(names),
            ])
    }

    private func rows(_ parts: [Part], _ kind: String, _ words: String) -> [Figure] {
        parts.prefix(Review.rows).enumerated().flatMap { index, part in
            let name = part.name.map(String.quoted) ?? "none (uncategorised)"
            let label = "\(words) \(name) in \(month.words)"
            return [
                snapshot.figure(
                    "spending.\(kind).\(index + 1)", label, .money(part.amount), in: month,
                    records: part.count, coverage: snapshot.coverage(of: "expenses"), basis: "expenses of the month"),
                snapshot.figure(
                    "spending.\(kind).\(index + 1).share", "Share of expenses: \(name)",
                    part.share.map { .percent($0) }, in: month, records: part.count,
                    basis: part.share == nil ? "expenses sum to nothing" : "part of the month's expenses"),
            ]
        }
    }

    static func list(_ parts: [Part]) -> JSON {
        .array(
            parts.prefix(Review.rows).map { part in
                [
                    "name": .string(part.title), "amount": .money(part.amount), "count": .int(Int64(part.count)),
                    "sharePercent": .percent(orNull: part.share), "previous": .money(part.growth.previous),
                    "growthPercent": .percent(orNull: part.growth.percent), "level": .string(part.level.rawValue),
                ]
            })
    }
}
