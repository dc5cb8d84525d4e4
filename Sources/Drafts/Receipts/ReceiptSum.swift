import Finance

/// What the lines of a receipt come to, beside what it says was paid. Prices in the United Kingdom hold the tax already,
/// while bills of tradespeople add it: the sum may be with or without it, and nothing in between. Whole pence, no leeway.
struct ReceiptSum: Hashable {
    /// Lines, tip and discount, without tax.
    let plain: Money
    /// With the tax that stands beside them.
    let withTax: Money

    /// nil where the lines are not all there to be added up.
    init?(_ reading: ReceiptReading) {
        guard reading.linesState == .whole, !reading.extras.isUnread else { return nil }
        let extras = reading.extras
        // At most a hundred amounts of £10 billion: far from overflow.
        plain =
            reading.lines.total { $0.amount ?? .zero } + (extras.tip ?? .zero) - (extras.discount ?? .zero)
        withTax = plain + (extras.tax ?? .zero)
    }

    /// Whether the receipt adds up to this.
    func comes(to total: Money) -> Bool { total == plain || total == withTax }
}
