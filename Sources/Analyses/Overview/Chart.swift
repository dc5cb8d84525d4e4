public import Finance
public import FoundationEssentials

/// Amounts to draw, all of them from an analysis: a model may choose which chart is shown, never what is in it.
public struct Chart: Sendable, Hashable {
    /// How to draw it; raw values are the wire spelling.
    public enum Kind: String, Sendable, Hashable {
        /// Side by side, one after the other, or as parts of a whole.
        case bar, line, pie
    }

    /// One row of amounts; nil is not recorded, which is not nothing.
    public struct Series: Sendable, Hashable {
        /// What it is.
        public let name: String
        /// One for each label.
        public let values: [Money?]
    }

    /// How to draw it.
    public let kind: Kind
    /// A heading.
    public let title: String
    /// What the values are of, in order.
    public let labels: [String]
    /// One or more rows.
    public let series: [Series]
    /// When the records were read.
    public let asOf: Date

    /// The chart for a client.
    public var json: JSON {
        [
            "kind": .string(kind.rawValue), "title": .string(title), "unit": "GBP", "asOf": .string(asOf.rfc3339),
            "labels": .array(labels.map { .string($0) }),
            "series": .array(
                series.map { one in
                    ["name": .string(one.name), "values": .array(one.values.map { .money(orNull: $0) })]
                }),
        ]
    }
}

extension Chart {
    /// A month's spending by category, the smaller ones together as the last part, so that the parts make the whole.
    /// Parts below zero cannot be part of a pie: then it is bars. nil when nothing is recorded.
    public static func categories(of snapshot: Snapshot, in month: Month) -> Chart? {
        let groups = snapshot.spendingByCategory(in: month)
        guard !groups.isEmpty else { return nil }
        let shown = groups.prefix(Review.rows)
        let rest = groups.dropFirst(Review.rows)
        let others = rest.isEmpty ? [] : [(name: "All others", amount: rest.total(\.amount))]
        let parts = shown.map { (name: $0.name ?? "Uncategorised", amount: $0.amount) } + others
        return Chart(
            kind: groups.contains { $0.amount < .zero } ? .bar : .pie, title: "Spending by category, \(month.words)",
            labels: parts.map(\.name), series: [Series(name: "Spent", values: parts.map(\.amount))],
            asOf: snapshot.asOf)
    }

    /// Income and expenses of the last months, the snapshot's month last.
    public static func months(of snapshot: Snapshot) -> Chart {
        let months = RecentMonths(of: snapshot).months
        return Chart(
            kind: .bar, title: "Income and expenses by month", labels: months.map(\.month.description),
            series: [
                Series(name: "Income", values: months.map(\.incomeIfAny)),
                Series(name: "Expenses", values: months.map(\.expensesIfAny)),
            ], asOf: snapshot.asOf)
    }

    /// Expenses of the last ISO weeks up to today, the running week last.
    public static func weeks(of snapshot: Snapshot) -> Chart {
        let now = ISOWeek(containing: snapshot.today)
        let weeks = (0...WeeklySummary.usualWeeks).reversed().map { now.advanced(by: -$0) }
        let paid = snapshot.expenses.filter { Day($0.fallsOn) <= snapshot.today }
        let sums = Dictionary(grouping: paid) { ISOWeek(containing: $0.fallsOn) }.mapValues { $0.total(\.amount) }
        return Chart(
            kind: .line, title: "Expenses by week", labels: weeks.map(\.description),
            series: [Series(name: "Expenses", values: weeks.map { sums[$0] })], asOf: snapshot.asOf)
    }
}
