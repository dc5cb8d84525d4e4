public import Finance

/// Payments dated after today, as far as they are on record: the backend enters what repeats a period ahead, so this is
/// a list of what is known and not a forecast.
public struct UpcomingPayments: Sendable, Hashable {
    /// How many days are looked at.
    public static let days = 30

    /// Payments after today, soonest first.
    public let rows: [Expense]
    /// Sum of all of them.
    public let total: Money
    /// Open debts by next due date, within the same days.
    public let debts: [DebtOverview.Row]
    private let snapshot: Snapshot

    /// The payments that follow the day on which the snapshot was read.
    public init(of snapshot: Snapshot) {
        self.snapshot = snapshot
        let days = snapshot.today.number + 1...snapshot.today.number + Self.days
        rows = snapshot.expenses.filter { days.contains(Day($0.fallsOn).number) }
        total = rows.total(\.amount)
        debts = DebtOverview(of: snapshot).rows
            .filter { $0.nextDue.map { days.contains($0.number) } ?? false }
            .sorted { ($0.nextDue?.number ?? 0, $0.debt.id) < ($1.nextDue?.number ?? 0, $1.debt.id) }
    }

    /// The sum and how many, then the soonest one by one.
    public var figures: [Figure] {
        let isEmpty = rows.isEmpty
        let basis = isEmpty ? "no payment is entered for these days" : "payments entered for the next \(Self.days) days"
        let coverage = snapshot.coverage(of: "expenses")
        return [
            snapshot.figure(
                "upcoming.total", "Payments of the next \(Self.days) days", isEmpty ? nil : .money(total),
                records: rows.count, coverage: coverage, basis: basis),
            snapshot.figure(
                "upcoming.count", "Number of payments of the next \(Self.days) days", .count(rows.count),
                coverage: coverage, basis: basis),
        ] + rows.prefix(Review.rows).map(figure)
    }

    private func figure(_ payment: Expense) -> Figure {
        snapshot.figure(
            "upcoming.\(payment.id)", "Payment \(String.quoted(payment.name)) due on \(Day(payment.fallsOn).words)",
            .money(payment.amount), in: Month(containing: payment.fallsOn), records: 1, basis: "as entered")
    }
}
