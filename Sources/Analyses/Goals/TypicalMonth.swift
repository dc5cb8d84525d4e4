public import Finance

/// What a month usually leaves: the average of recent full months, else the running month's own records.
public struct TypicalMonth: Sendable, Hashable {
    /// How many months before the snapshot's are looked at.
    public static let most = 3

    /// Income minus expenses of a month, rounded down to the penny; nil when no month has both.
    public let left: Money?
    /// How many full months it is the average of; 0 when it is the running month alone.
    public let months: Int
    private let month: Month

    /// Full months are those before the snapshot's month with income and expenses both recorded.
    public init(of snapshot: Snapshot) {
        month = snapshot.month
        let full = (1...Self.most).map { snapshot.totals(of: snapshot.month.advanced(by: -$0)) }
            .filter { $0.incomeCount > 0 && $0.expenseCount > 0 }
        months = full.count
        if full.isEmpty {
            let running = snapshot.thisMonth
            left = running.incomeCount > 0 ? running.leftOver : nil
        } else {
            left = Money(pence: Self.floor(full.total(\.leftOver).pence, Int64(full.count)))
        }
    }

    /// The rule behind it, or why there is no number.
    public var basis: String {
        if left == nil { return "no income is recorded in \(month.words) or in the \(Self.most) months before" }
        guard months > 0 else { return "income minus expenses of \(month.words)" }
        return months == 1
            ? "income minus expenses of the last full month"
            : "income minus expenses, average of the last \(months) full months"
    }

    private static func floor(_ pence: Int64, _ count: Int64) -> Int64 {
        let (whole, rest) = pence.quotientAndRemainder(dividingBy: count)
        return rest < 0 ? whole - 1 : whole
    }
}
