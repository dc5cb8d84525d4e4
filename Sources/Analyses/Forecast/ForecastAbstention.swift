import Finance

/// Why nothing is forecast.
public enum ForecastAbstention: Sendable, Hashable {
    /// Fewer full months of payments than `Forecast.leastMonths`.
    case tooShort(months: Int)
    /// More than half of the full months have no payment.
    case mostlyEmpty(empty: Int, of: Int)

    /// The reason in plain words.
    public var reason: String {
        switch self {
        case .tooShort(let months):
            "A forecast needs \(Forecast.leastMonths) full months of expenses; \(Self.counted(months)) recorded so far."
        case .mostlyEmpty(let empty, let count):
            "\(empty) of the last \(count) full months have no expenses, too many to tell what is usual."
        }
    }

    /// nil when the totals of the full months are enough to go by.
    init?(_ totals: [Money]) {
        guard totals.count >= Forecast.leastMonths else {
            self = .tooShort(months: totals.count)
            return
        }
        guard UsualSpending.isSparse(totals[...]) else { return nil }
        let window = totals.suffix(UsualSpending.emptyWindow)
        self = .mostlyEmpty(empty: window.count { $0 <= .zero }, of: window.count)
    }

    private static func counted(_ months: Int) -> String {
        switch months {
        case 0: "none is"
        case 1: "1 is"
        default: "\(months) are"
        }
    }
}
