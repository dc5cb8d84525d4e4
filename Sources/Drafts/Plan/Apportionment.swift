public import Finance

extension Money {
    /// This amount split over weights to the penny: every part gets its share rounded down, and the pence that are left
    /// go one each to the largest remainders, the earlier part first among equals. The parts add up to the whole.
    ///
    /// Weights below zero count as none. nil when the amount is negative or no weight is above zero: there is nothing to
    /// split it over. No part is larger than its weight when the amount is not larger than their sum.
    public func split(over weights: [Money]) -> [Money]? {
        let weights = weights.map { Int128(max($0.pence, 0)) }
        let sum = weights.reduce(0, +)
        guard pence >= 0, sum > 0 else { return nil }
        let parts = weights.map { (Int128(pence) * $0).quotientAndRemainder(dividingBy: sum) }
        var shares = parts.map { Money(pence: Int64($0.quotient)) }
        let left = Int(pence - shares.total(\.self).pence)
        let order = parts.indices.sorted { (parts[$1].remainder, $0) < (parts[$0].remainder, $1) }
        for index in order.prefix(left) { shares[index] += Money(pence: 1) }
        return shares
    }
}
