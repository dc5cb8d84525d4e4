import Finance

extension Figure {
    /// The one way a figure is printed: `£1,234.56`, `19.9%`, `3`, `5 May 2026`, `8 months`, or `not known`.
    public var printed: String { value?.printed ?? "not known" }
}

extension Figure.Value {
    /// The value in words and figures, the same everywhere.
    public var printed: String {
        switch self {
        case .money(let money): money.description
        case .percent(let percent): Self.printed(percent: percent)
        case .count(let count): String(count)
        case .day(let day): day.words
        case .months(let count): count == 1 ? "1 month" : "\(count) months"
        }
    }

    /// At most two decimals, without trailing zeros.
    static func printed(percent: Double) -> String {
        guard percent.isFinite, percent.magnitude < 1e12 else { return "not known" }
        let hundredths = Int64((percent * 100).rounded(.toNearestOrAwayFromZero))
        let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
        let sign = hundredths < 0 ? "-" : ""
        guard rest > 0 else { return "\(sign)\(whole)%" }
        return rest % 10 == 0 ? "\(sign)\(whole).\(rest / 10)%" : "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)%"
    }
}
