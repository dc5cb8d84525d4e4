public import Finance

/// Income, expenses and what was left of the last months, oldest first, the snapshot's month last.
public struct RecentMonths: Sendable, Hashable {
    /// How many months are looked at.
    public static let count = 6

    /// One overview a month; those without records have coverage `.none`.
    public let months: [MonthTotals]
    private let snapshot: Snapshot

    /// The months of a snapshot.
    public init(of snapshot: Snapshot) {
        self.snapshot = snapshot
        months = (1 - Self.count...0).map { snapshot.totals(of: snapshot.month.advanced(by: $0)) }
    }

    /// Three numbers for each month before the current one; the current month's are in `MonthOverview`.
    public var figures: [Figure] { months.dropLast().filter { $0.coverage != .none }.flatMap(figures) }

    /// The months as a list for display.
    public var json: JSON {
        .array(
            months.map { totals in
                let isEmpty = totals.coverage == .none
                return [
                    "month": .string(totals.month.description), "coverage": .string(totals.coverage.rawValue),
                    "income": .money(orNull: totals.incomeIfAny), "expenses": .money(orNull: totals.expensesIfAny),
                    "leftOver": isEmpty ? .null : .money(totals.leftOver),
                ]
            })
    }

    private func figures(_ totals: MonthTotals) -> [Figure] {
        let rows: [(String, String, Money?)] = [
            ("income", "Income", totals.incomeIfAny), ("expenses", "Expenses", totals.expensesIfAny),
            ("left", "Left over", totals.leftOver),
        ]
        return rows.map { key, label, money in
            snapshot.figure(
                "recent.\(totals.month).\(key)", "\(label) in \(totals.month.words)", money.map { .money($0) },
                in: totals.month, coverage: money == nil ? .none : totals.coverage,
                basis: money == nil ? "nothing recorded for \(totals.month.words)" : "records dated in that month")
        }
    }
}
