public import Finance

/// What was spent in a usual month before a given one: the median of the last full months with expenses.
public struct UsualMonth: Sendable, Hashable {
    /// Most full months looked back.
    public static let most = 6
    /// Fewest of them with expenses.
    public static let fewest = 3

    /// The month that is held against it.
    public let month: Month
    /// The median; nil with fewer than `fewest` months.
    public let spending: Money?
    /// The months it stands on.
    public let count: Int
    let snapshot: Snapshot

    /// The usual month before `month`; a month that is not over is not among them.
    public init(of snapshot: Snapshot, before month: Month) {
        let last = min(month, Month(containing: snapshot.asOf))
        let sums = (1...Self.most).map { snapshot.totals(of: last.advanced(by: -$0)) }.compactMap(\.expensesIfAny)
        self.snapshot = snapshot
        self.month = month
        count = sums.count
        spending = sums.count >= Self.fewest ? Money.median(of: sums) : nil
    }

    /// The median as a figure.
    public var figures: [Figure] {
        [
            snapshot.figure(
                "month.usual", "Spending in a usual month before \(month.words)", spending.map { .money($0) },
                in: month, records: count,
                coverage: spending == nil ? .none : snapshot.coverage(of: "expenses"),
                basis: spending == nil
                    ? "fewer than \(Self.fewest) full months with expenses before it"
                    : "median of the last \(count) full months with expenses")
        ]
    }
}
