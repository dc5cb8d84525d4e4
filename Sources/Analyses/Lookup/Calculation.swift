public import Finance
public import FoundationEssentials

/// A sum the model wants done: two amounts that are known, or one and a plain number. Whole pence; a division is rounded
/// half away from zero.
public struct Calculation: Sendable, Hashable {
    /// What is done.
    public enum Operation: String, Sendable, Hashable, CaseIterable {
        /// Two amounts.
        case add, subtract
        /// An amount by a whole number, for instance by 12 months.
        case multiply, divide
        /// The first amount as a share of the second.
        case share
        /// A percentage of an amount.
        case percentOf = "percent_of"
    }

    /// Why there is no result.
    public enum Fault: Error, Sendable, Hashable {
        /// Division by nothing, or a share of nothing.
        case byZero
        /// Beyond what can be counted.
        case tooLarge
    }

    /// The result: an amount, or for `share` per cent.
    public let value: Figure.Value

    /// `number` is pence for `add`, `subtract` and `share`, and otherwise hundredths of a plain number or of a per cent.
    public init(_ operation: Operation, _ amount: Money, hundredths number: Int64) throws(Fault) {
        value =
            switch operation {
            case .add: .money(try Self.bounded(amount.pence.addingReportingOverflow(number)))
            case .subtract: .money(try Self.bounded(amount.pence.subtractingReportingOverflow(number)))
            case .multiply: .money(try Self.scaled(amount, by: number, over: 100))
            case .divide: .money(try Self.scaled(amount, by: 100, over: number))
            case .percentOf: .money(try Self.scaled(amount, by: number, over: 10_000))
            case .share: .percent(try Self.share(amount, Money(pence: number)))
            }
    }

    /// The result as something that may be stated.
    public func figure(place: Int, label: String, asOf: Date) -> Figure {
        Figure(
            id: "calc.\(place)", label: label, value: value, window: nil, asOf: asOf,
            basis: "calculated from the figures named")
    }

    private static func bounded(_ sum: (partialValue: Int64, overflow: Bool)) throws(Fault) -> Money {
        guard !sum.overflow, abs(sum.partialValue) <= Money.limit.pence * 10 else { throw .tooLarge }
        return Money(pence: sum.partialValue)
    }

    private static func scaled(_ amount: Money, by factor: Int64, over divisor: Int64) throws(Fault) -> Money {
        guard divisor != 0 else { throw .byZero }
        let (product, overflow) = amount.pence.multipliedReportingOverflow(by: factor)
        guard !overflow else { throw .tooLarge }
        let (whole, rest) = product.magnitude.quotientAndRemainder(dividingBy: divisor.magnitude)
        let rounded = whole + (rest * 2 >= divisor.magnitude ? 1 : 0)
        guard rounded <= UInt64(Money.limit.pence * 10) else { throw .tooLarge }
        let isNegative = (product < 0) != (divisor < 0)
        return Money(pence: isNegative ? -Int64(rounded) : Int64(rounded))
    }

    private static func share(_ part: Money, _ whole: Money) throws(Fault) -> Double {
        guard whole > .zero, let percent = part.percent(of: whole) else { throw .byZero }
        return percent
    }
}
