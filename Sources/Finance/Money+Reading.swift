// How a stored number becomes pence.
//
// The backend stores pounds as JavaScript numbers, so 12.99 is a double that is not 12.99. A number is taken as exact
// when it lies within half a hundredth of a penny of a whole penny. A number with more decimals than that (33.333) is
// rounded half away from zero, as the app's screens do, and the rounding is remarked. All else is a reason, never 0.

extension Money {
    /// What reading a stored number gave.
    public enum Reading: Sendable, Hashable {
        /// A whole number of pence.
        case exact(Money)
        /// The nearest pence of a number that had more decimals.
        case rounded(Money)
        /// Plain words for why there is no amount.
        case unreadable(String)

        /// The amount, exact or rounded.
        public var money: Money? {
            switch self {
            case .exact(let money), .rounded(let money): money
            case .unreadable: nil
            }
        }

        /// What a person should know about it; nil for an exact amount.
        public var remark: String? {
            switch self {
            case .exact: nil
            case .rounded: Skipped.rounded
            case .unreadable(let reason): reason
            }
        }
    }

    /// How far from a whole penny, in pence, a stored number may lie and still be that penny.
    static let tolerance = 0.005

    /// Reads pounds stored as a double.
    public static func reading(pounds: Double) -> Reading {
        guard pounds.isFinite else { return .unreadable("not a finite number") }
        let exact = pounds * 100
        guard exact.magnitude <= Double(limit.pence) else { return .unreadable("too large to be an amount") }
        let whole = exact.rounded(.toNearestOrAwayFromZero)
        let money = Money(pence: Int64(whole))
        return (exact - whole).magnitude <= tolerance ? .exact(money) : .rounded(money)
    }

    /// Reads pounds in decimal text such as `12.50`, `-3` or `1.25E+3`; digit by digit, so that no decimal is lost.
    public static func reading(text: String) -> Reading {
        guard let number = DecimalText(text) else { return .unreadable("not a number") }
        return number.pence
    }

    /// Reads a stored value of any kind.
    public static func reading(_ value: Document.Value?) -> Reading {
        switch value {
        case nil: .unreadable("missing")
        case .null: .unreadable("empty")
        case .int(let pounds): reading(pounds: pounds)
        case .double(let pounds): reading(pounds: pounds)
        case .decimal(let text), .string(let text): reading(text: text)
        default: .unreadable("not a number")
        }
    }

    private static func reading(pounds: Int64) -> Reading {
        guard pounds.magnitude <= UInt64(limit.pence / 100) else { return .unreadable("too large to be an amount") }
        return .exact(Money(pence: pounds * 100))
    }
}
