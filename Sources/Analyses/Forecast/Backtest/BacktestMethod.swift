import Finance

/// The ways of forecasting that are compared. All but the first see a month as one sum; sums are whole pence and every
/// division rounds to the nearest.
public enum BacktestMethod: String, Sendable, Hashable, CaseIterable {
    /// What `Forecast` does.
    case ours = "reho"
    /// The same rule on whole months, blind to what is dated.
    case blend
    /// The last month again.
    case naive
    /// The same month a year before; the last month while there is none.
    case seasonalNaive = "seasonal naive"
    /// The mean of the last three months.
    case mean3
    /// Simple exponential smoothing, weight 3/10.
    case smoothing = "SES"
    /// Croston's size over interval with the Syntetos–Boylan correction, weight 1/10.
    case croston = "Croston-SBA"
    /// Teunter, Syntetos and Babai: size times probability, weights 1/10.
    case tsb = "TSB"

    /// The next month after `amounts`, oldest first, at least one of them.
    func next(after amounts: ArraySlice<Money>) -> Money {
        let last = amounts.last ?? .zero
        switch self {
        case .ours, .blend: return UsualSpending.amount(after: amounts, step: 1)
        case .naive: return last
        case .seasonalNaive: return amounts.count >= 12 ? amounts[amounts.endIndex - 12] : last
        case .mean3: return amounts.suffix(3).reduce(.zero, +).portion(1, of: min(3, max(1, amounts.count)))
        case .smoothing: return amounts.dropFirst().reduce(amounts.first ?? .zero) { $0 + ($1 - $0).portion(3, of: 10) }
        case .croston: return Self.croston(amounts)
        case .tsb: return Self.tsb(amounts)
        }
    }

    private static let one = 1_000_000

    private static func croston(_ amounts: ArraySlice<Money>) -> Money {
        var size: Money?
        var interval = one
        var since = 1
        for amount in amounts {
            guard amount > .zero else {
                since += 1
                continue
            }
            interval = size == nil ? since * one : interval + (since * one - interval) / 10
            size = size.map { $0 + (amount - $0).portion(1, of: 10) } ?? amount
            since = 1
        }
        // 1 − 1/20 corrects Croston's upward bias at a weight of 1/10.
        return size?.portion(one * 19 / 20, of: interval) ?? .zero
    }

    private static func tsb(_ amounts: ArraySlice<Money>) -> Money {
        var size: Money?
        var chance = one * amounts.count { $0 > .zero } / max(1, amounts.count)
        for amount in amounts {
            chance += ((amount > .zero ? one : 0) - chance) / 10
            if amount > .zero { size = size.map { $0 + (amount - $0).portion(1, of: 10) } ?? amount }
        }
        return size?.portion(chance, of: one) ?? .zero
    }
}
