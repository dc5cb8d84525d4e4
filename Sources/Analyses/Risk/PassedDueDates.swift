public import Finance

/// Due dates that passed without the schedule moving on (contract N8).
///
/// The backend keeps no record of payments, so whether one was missed cannot be known. What can be told is that it moves
/// a debt's due date on each month; where a stored date lies in the past, the monthly due dates since then have gone by
/// unmoved. In a healthy backend there are none.
public struct PassedDueDates: Sendable, Hashable {
    /// One debt with such dates.
    public struct Row: Sendable, Hashable {
        /// The debt as entered.
        public let debt: Debt
        /// The due date as stored.
        public let storedDue: Day
        /// Monthly due dates after the stored one, up to and including today.
        public let count: Int
    }

    /// Debts with at least one, most first.
    public let rows: [Row]
    /// All of them together.
    public let count: Int

    /// The passed due dates of a snapshot.
    public init(of snapshot: Snapshot) {
        rows = snapshot.openDebts
            .compactMap { Self.row($0, on: snapshot.today) }
            .sorted { ($1.count, $0.debt.id) < ($0.count, $1.debt.id) }
        count = rows.reduce(0) { $0 + $1.count }
    }

    /// What the number is and is not.
    public var explanation: String {
        let rule = "Payments are not recorded, so a missed instalment cannot be proved or ruled out. "
        return rule
            + (count == 0
                ? "No due date has passed without the schedule moving on."
                : "Due dates that passed without the schedule moving on: \(count).")
    }

    private static func row(_ debt: Debt, on today: Day) -> Row? {
        guard debt.completionRatio ?? 0 < 100, let stored = debt.paymentDueOn.map(Day.init), stored < today else {
            return nil
        }
        let months = (today.year - stored.year) * 12 + today.month - stored.month
        let count = stored.advanced(byMonths: months) <= today ? months : months - 1
        return count > 0 ? Row(debt: debt, storedDue: stored, count: count) : nil
    }

    var json: JSON {
        [
            "count": .int(Int64(count)), "provenMissedInstalments": .null, "explanation": .string(explanation),
            "debts": .array(
                rows.prefix(Review.rows).map { row in
                    [
                        "id": .string(row.debt.id), "name": .string(row.debt.name),
                        "storedDueDate": .day(orNull: row.storedDue), "count": .int(Int64(row.count)),
                    ]
                }), "notShown": Review.notShown(rows),
        ]
    }
}
