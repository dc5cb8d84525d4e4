import Analyses
import Finance

/// A number with a unit, read out of prose: `£1,234.50`, `-£5`, `£1.2k`, `1,200 pounds`, `19.9%`, `5 per cent`.
struct Amount: Hashable {
    enum Unit: Hashable { case pounds, percent }

    /// As it stands in the text.
    var text: String
    var unit: Unit
    /// Digits as written without separators, for instance 12345 of £123.45; nil when they are too many to be an amount.
    var digits: UInt64?
    /// Decimals written: 2 of £123.45; negative for a multiplier, -2 of £1.2k.
    var decimals: Int

    /// Every such number of a text, in order.
    static func all(in text: String) -> [Amount] {
        text.matches(of: pattern).compactMap { match in
            let (_, sign, number, multiplier, after) = match.output
            let isPercent = after.map { $0 == "%" || $0.contains("cent") } ?? false
            guard sign != nil || after != nil else { return nil }
            let unit: Unit = sign == nil && isPercent ? .percent : .pounds
            return Amount(String(match.output.0), unit, number, multiplier)
        }
    }

    /// Every bare number of a text as pounds and as per cent: what a person typed may be meant as either.
    static func typed(in text: String) -> [Amount] {
        text.matches(of: number).flatMap { match in
            [Unit.pounds, .percent].map { Amount(String(match.output.0), $0, match.output.1, match.output.2) }
        }
    }

    /// Whether `value` rounds (or is cut) to this number at the decimals written; the sign says only which way.
    func states(_ value: Figure.Value) -> Bool {
        switch (unit, value) {
        case (.pounds, .money(let money)): states(hundredths: money.pence.magnitude)
        case (.percent, .percent(let percent)):
            percent.magnitude < 1e12 && states(hundredths: UInt64((percent.magnitude * 100).rounded()))
        default: false
        }
    }

    /// Whether both numbers are the same amount.
    func equals(_ other: Amount) -> Bool {
        guard unit == other.unit, let digits, let others = other.digits else { return false }
        let shared = max(decimals, other.decimals)
        guard let mine = scaled(digits, by: shared - decimals) else { return false }
        return mine == scaled(others, by: shared - other.decimals)
    }

    private func states(hundredths: UInt64) -> Bool {
        guard let digits else { return false }
        guard decimals < 2 else { return decimals == 2 && digits == hundredths }
        guard let unit = scaled(1, by: 2 - decimals) else { return false }
        let whole = hundredths / unit
        let isUp = hundredths % unit * 2 >= unit
        return digits == whole || isUp && digits == whole + 1
    }

    private func scaled(_ value: UInt64, by power: Int) -> UInt64? {
        (0..<power).reduce(Optional(value)) { product, _ in
            product.flatMap { $0.multipliedReportingOverflow(by: 10).overflow ? nil : $0 * 10 }
        }
    }

    private init(_ text: String, _ unit: Unit, _ number: Substring, _ multiplier: Substring?) {
        let parts = number.split(separator: ".", maxSplits: 1)
        let written = parts.joined().filter { $0 != "," }
        digits = UInt64(written)
        self.text = text
        self.unit = unit
        decimals = (parts.count > 1 ? parts[1].count : 0) - (Self.zeros[multiplier?.lowercased() ?? ""] ?? 0)
    }

    private static let zeros = ["k": 3, "m": 6]

    private static var pattern: Regex<(Substring, Substring?, Substring, Substring?, Substring?)> {
        /(-?(?:£|GBP)\s?-?)?(\d+(?:,\d+)*(?:\.\d+)?)(?:([kKmM])\b)?(?:\s?(%|(?:per cent|percent|pounds)\b))?/
    }

    private static var number: Regex<(Substring, Substring, Substring?)> {
        /(\d+(?:,\d+)*(?:\.\d+)?)(?:([kKmM])\b)?/
    }
}
