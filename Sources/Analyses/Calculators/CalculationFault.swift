/// Why there is no calculation.
public enum CalculationFault: Error, Sendable, Hashable {
    /// A field that is absent or no number.
    case unreadable(String)
    /// A field outside what the formula is for.
    case outOfRange(String)
    /// A result beyond what an amount can be.
    case tooLarge

    /// Plain words for the person.
    public var words: String {
        switch self {
        case .unreadable(let field): "\(field) is missing or is not a number"
        case .outOfRange(let field): "\(field) is outside what can be calculated"
        case .tooLarge: "the result is too large to be an amount"
        }
    }
}

extension CalculationFault {
    /// Rates of growth that are believed, per cent a year; at −100 and below money would vanish or turn its sign.
    static let rates: ClosedRange<Double> = -99...1_000
    /// Longest time that is calculated.
    static let mostYears = 100.0

    static func check(_ value: Double, _ field: String, in range: ClosedRange<Double>) throws(CalculationFault) {
        guard range.contains(value) else { throw .outOfRange(field) }
    }

    static func checkYears(_ value: Double, _ field: String) throws(CalculationFault) {
        guard value > 0, value <= mostYears else { throw .outOfRange(field) }
    }
}
