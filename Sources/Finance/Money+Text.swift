extension Money: CustomStringConvertible {
    /// The one way money is printed: `£1,234.56`, `-£5.00`.
    public var description: String {
        let (pounds, rest) = pence.magnitude.quotientAndRemainder(dividingBy: 100)
        return "\(pence < 0 ? "-" : "")£\(Self.grouped(pounds)).\(rest < 10 ? "0" : "")\(rest)"
    }

    private static func grouped(_ value: UInt64) -> String {
        var digits = String(value)
        var place = digits.count - 3
        while place > 0 {
            digits.insert(",", at: digits.index(digits.startIndex, offsetBy: place))
            place -= 3
        }
        return digits
    }
}

extension Money {
    /// The largest single amount that is believed, £10 billion. It keeps every sum of a snapshot far from overflow.
    public static let limit = Money(pence: 1_000_000_000_000)

    /// The amount the other way up when it is negative.
    public var magnitude: Money { Money(pence: abs(pence)) }

    /// What share this is of `whole`, in per cent; nil when `whole` is not above zero.
    public func percent(of whole: Money) -> Double? {
        whole.pence > 0 ? Double(pence) * 100 / Double(whole.pence) : nil
    }
}

extension Sequence {
    /// The sum of one amount of each element.
    public func total(_ amount: (Element) -> Money) -> Money {
        reduce(into: Money.zero) { $0 += amount($1) }
    }
}
