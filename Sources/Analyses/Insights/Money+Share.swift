import Finance

extension Money {
    /// Whether this is at least `percent` per cent of `whole`; exact, whatever the sizes.
    func isAtLeast(_ percent: Int, percentOf whole: Money) -> Bool {
        Int128(pence) * 100 >= Int128(whole.pence) * Int128(percent)
    }

    /// How many of the thresholds, in per cent of `whole`, this amount reaches, plus one: which bucket it falls in.
    func bucket(_ thresholds: Int..., percentOf whole: Money) -> Int {
        1 + thresholds.count { isAtLeast($0, percentOf: whole) }
    }

    /// The share of `whole`, which must be above zero, in whole per cent, rounded down.
    func wholePercent(of whole: Money) -> Figure.Value {
        let (full, rest) = (Int128(pence) * 100).quotientAndRemainder(dividingBy: max(1, Int128(whole.pence)))
        return .percent(Double(rest < 0 ? full - 1 : full))
    }
}
