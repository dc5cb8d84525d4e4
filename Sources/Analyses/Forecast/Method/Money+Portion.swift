import Finance

// The only divisions of money in forecasting. Each rounds once, to the nearest penny, halves away from zero.

extension Money {
    /// This amount times `parts` over `whole`, which must be above zero.
    func portion(_ parts: Int, of whole: Int) -> Money {
        Money.nearest(Int128(pence) * Int128(parts), over: whole)
    }

    /// A sum that may be wide over a count above zero.
    static func nearest(_ sum: Int128, over count: Int) -> Money {
        precondition(count > 0, "money is divided by a count above zero")
        let half = Int128(count) / 2
        return Money(pence: Int64(clamping: (sum < 0 ? sum - half : sum + half) / Int128(count)))
    }

    /// The middle amount, of an even number the mean of the two in the middle; zero of none.
    static func median(of amounts: some Collection<Money>) -> Money {
        let sorted = amounts.sorted()
        guard let upper = sorted.dropFirst(sorted.count / 2).first else { return .zero }
        guard sorted.count.isMultiple(of: 2) else { return upper }
        return nearest(Int128(sorted[sorted.count / 2 - 1].pence) + Int128(upper.pence), over: 2)
    }

    /// This amount, or nothing when it is negative.
    var orZero: Money { max(self, .zero) }
}

extension Month {
    /// Months since year 0, for distances.
    var ordinal: Int { year * 12 + month - 1 }
    /// The month that holds `day`.
    init(_ day: Day) { self.init(containing: day.start) }
}
