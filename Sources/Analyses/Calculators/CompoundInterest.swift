import Finance

/// Powers and roundings of the app's calculators (contract 8).
///
/// A power needs a `Double`, so these formulas, and nothing else that deals with money, compute in pounds as the app's
/// own code does and round once, at the end, to pence. No result is summed with another before that.
enum CompoundInterest {
    /// `base` to the power `exponent`, for a base above zero and an exponent from zero on: squares for the whole part,
    /// square roots for the fraction. Differs from the C library's power by a few units in the last place.
    static func power(_ base: Double, _ exponent: Double) -> Double {
        var whole = Int(exponent.rounded(.down))
        var fraction = exponent - Double(whole)
        var (result, square, root) = (1.0, base, base)
        while whole > 0 {
            if whole % 2 == 1 { result *= square }
            square *= square
            whole /= 2
        }
        while fraction > 0 {
            root = root.squareRoot()
            fraction *= 2
            if fraction >= 1 {
                result *= root
                fraction -= 1
            }
        }
        return result
    }

    /// Growth of one pound at `percent` a year over `years`, compounded yearly.
    static func factor(percent: Double, years: Double) -> Double { power(1 + percent / 100, years) }

    /// Pence as JavaScript's `toFixed(2)` gives them: the nearest to the exact value of the double, halves away from
    /// zero. nil when it is not an amount.
    static func fixed(_ pounds: Double) -> Money? {
        let size = pounds.magnitude
        guard size * 100 <= Double(Money.limit.pence) else { return nil }
        let low = (size * 100).rounded(.down)
        // One fused step, so that 1.005, which is a little less, is not taken for a half.
        let pence = Int64(low) + ((-(low + 0.5)).addingProduct(size, 100) >= 0 ? 1 : 0)
        return Money(pence: pounds < 0 ? -pence : pence)
    }

    /// Pence as `Math.round(x * 100) / 100` gives them: halves up. nil when it is not an amount.
    static func halfUp(_ pounds: Double) -> Money? {
        let exact = pounds * 100
        guard exact.magnitude <= Double(Money.limit.pence) else { return nil }
        let low = exact.rounded(.down)
        return Money(pence: Int64(low) + (exact - low >= 0.5 ? 1 : 0))
    }
}

extension Money {
    /// Pounds as the app's calculators hold them.
    var pounds: Double { Double(pence) / 100 }
}
