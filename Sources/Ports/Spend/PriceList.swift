public import Finance

/// What models cost. One that is not in it counts as if it were the dearest on either side, so that a forgotten line can
/// make answers stop early but never let money go uncounted.
public struct PriceList: Sendable, Hashable {
    /// By the name a model is asked for under.
    public private(set) var prices: [String: ModelPrice]
    /// When a person last held the list against what the provider publishes.
    public let reviewedOn: Day

    /// What a name costs.
    public struct Quote: Sendable, Hashable {
        /// The price to reckon with.
        public var price: ModelPrice
        /// False when the name is not in the list and the dearest stands in for it.
        public var isListed: Bool
    }

    /// A list of these.
    public init(_ prices: [String: ModelPrice], reviewedOn: Day) {
        self.prices = prices
        self.reviewedOn = reviewedOn
    }

    /// The price of a model. `name-2025-08-07` costs what `name` costs unless it has a line of its own; no other likeness
    /// of names counts, since `-pro` behind a name may cost ten times as much.
    public func quote(for model: String) -> Quote {
        if let price = prices[model] { return Quote(price: price, isListed: true) }
        if let family = Self.undated(model), let price = prices[family] { return Quote(price: price, isListed: true) }
        return Quote(price: dearest, isListed: false)
    }

    /// The highest price of each side.
    public var dearest: ModelPrice {
        ModelPrice(
            prompt: prices.values.map(\.prompt).max() ?? ModelPrice.limit,
            completion: prices.values.map(\.completion).max() ?? ModelPrice.limit)
    }

    /// The same list with lines of the operator's over it.
    public func replacing(_ lines: [String: ModelPrice]) -> PriceList {
        PriceList(prices.merging(lines) { _, line in line }, reviewedOn: reviewedOn)
    }

    /// What stands before the day in a name that ends with one.
    private static func undated(_ model: String) -> String? {
        guard model.count > 11, Day(String(model.suffix(10))) != nil, model.dropLast(10).last == "-" else { return nil }
        return String(model.dropLast(11))
    }
}
