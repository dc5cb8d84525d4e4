import Finance

/// What is usually spent a month beyond what repeats, from the full months before.
///
/// 13 months or more: half the mean of the last three, half the same month a year before. Fewer: the median of the last
/// six. Sums are whole pence and divided once. A forecast is never below zero.
enum UsualSpending {
    /// Full months from which on the same month a year before has a say.
    static let monthsForYear = 13
    /// Months of the mean.
    static let meanMonths = 3
    /// Months of the median.
    static let medianMonths = 6
    /// Full months of which the share of empty ones is judged.
    static let emptyWindow = 12

    /// The usual amount of the month `step` months after the last of `amounts` (one a full month, oldest first).
    static func amount(after amounts: ArraySlice<Money>, step: Int) -> Money {
        let amounts = Array(amounts)
        guard amounts.count >= monthsForYear else { return Money.median(of: amounts.suffix(medianMonths)).orZero }
        let recent = amounts.suffix(meanMonths).reduce(Int128(0)) { $0 + Int128($1.pence) }
        let yearBefore = Int128(amounts[amounts.count - 1 + step - 12].pence)
        return Money.nearest(recent + yearBefore * Int128(meanMonths), over: 2 * meanMonths).orZero
    }

    /// Whether more than half of the last months are empty, so that a usual amount means nothing.
    static func isSparse(_ amounts: ArraySlice<Money>) -> Bool {
        let window = amounts.suffix(emptyWindow)
        return window.count { $0 <= .zero } * 2 > window.count
    }
}
