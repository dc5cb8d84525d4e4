public import Finance

/// Two months side by side: what came in, what went out, and the largest changes by category.
public struct MonthComparison: Sendable, Hashable {
    /// One category in both months.
    public struct Change: Sendable, Hashable {
        /// The category; nil is "Uncategorised".
        public let name: String?
        /// From the earlier to the later month.
        public let growth: Growth
        /// Later minus earlier.
        public var difference: Money { growth.current - growth.previous }
    }

    /// The earlier month.
    public let earlier: MonthTotals
    /// The later month.
    public let later: MonthTotals
    /// Largest change first, whichever way.
    public let changes: [Change]
    private let snapshot: Snapshot

    /// Compares two months of a snapshot, in whatever order they are named.
    public init(_ one: Month, _ other: Month, in snapshot: Snapshot) {
        self.snapshot = snapshot
        earlier = snapshot.totals(of: min(one, other))
        later = snapshot.totals(of: max(one, other))
        let before = Self.sums(snapshot.spendingByCategory(in: earlier.month))
        let after = Self.sums(snapshot.spendingByCategory(in: later.month))
        changes = Set(before.keys).union(after.keys)
            .map { Change(name: $0, growth: Growth(from: before[$0] ?? .zero, to: after[$0] ?? .zero)) }
            .sorted { ($1.difference.magnitude, $0.name ?? "") < ($0.difference.magnitude, $1.name ?? "") }
    }

    /// Three numbers for each month, their differences, and the largest changes.
    public var figures: [Figure] { months + differences + changes.prefix(Review.rows).enumerated().flatMap(figures) }

    private static func sums(_ groups: [SpendingGroup]) -> [String?: Money] {
        Dictionary(groups.map { ($0.name, $0.amount) }, uniquingKeysWith: +)
    }

    private var months: [Figure] {
        [earlier, later].flatMap { totals in
            Self.parts.map { key, label, value in
                let money = value(totals)
                return snapshot.figure(
                    "compare.\(totals.month).\(key)", "\(label) in \(totals.month.words)", money.map { .money($0) },
                    in: totals.month, coverage: money == nil ? .none : totals.coverage,
                    basis: money == nil ? "nothing recorded for \(totals.month.words)" : "records of the month")
            }
        }
    }

    /// Nothing recorded in either month is no difference of zero.
    private var differences: [Figure] {
        Self.parts.map { key, label, value in
            let pair = (value(earlier), value(later))
            let difference: Money? = if let before = pair.0, let after = pair.1 { after - before } else { nil }
            return snapshot.figure(
                "compare.\(key).difference", "Change of \(label.lowercased()) \(span)",
                difference.map { .money($0) }, in: later.month,
                basis: difference == nil ? "one of the months has nothing recorded" : "the later minus the earlier")
        }
    }

    private func figures(_ place: Int, _ change: Change) -> [Figure] {
        let name = change.name.map(String.quoted) ?? "none (uncategorised)"
        func figure(_ key: String, _ label: String, _ value: Figure.Value, _ month: Month) -> Figure {
            snapshot.figure(
                "compare.category.\(place + 1).\(key)", "\(label) category \(name)", value, in: month,
                coverage: snapshot.coverage(of: "expenses"), basis: "expenses of that category")
        }
        return [
            figure("before", "In \(earlier.month.words) spent on", .money(change.growth.previous), earlier.month),
            figure("after", "In \(later.month.words) spent on", .money(change.growth.current), later.month),
            figure("difference", "Change \(span) of", .money(change.difference), later.month),
        ]
    }

    private var span: String { "from \(earlier.month.words) to \(later.month.words)" }

    private static let parts: [(String, String, @Sendable (MonthTotals) -> Money?)] = [
        ("income", "Income", { $0.incomeIfAny }), ("expenses", "Expenses", { $0.expensesIfAny }),
        ("left", "Left over", { $0.coverage == .none ? nil : $0.leftOver }),
    ]
}
