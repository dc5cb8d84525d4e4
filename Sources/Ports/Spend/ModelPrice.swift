/// What a model costs for a million tokens.
public struct ModelPrice: Sendable, Hashable {
    /// For a million tokens read.
    public var prompt: Spend
    /// For a million tokens written.
    public var completion: Spend

    /// A price of both sides.
    public init(prompt: Spend, completion: Spend) {
        self.prompt = prompt
        self.completion = completion
    }

    /// A server of one's own.
    public static let free = ModelPrice(prompt: .zero, completion: .zero)
    /// No price is higher, so that no product below can overflow.
    public static let limit = Spend(microdollars: 10_000_000_000)
    /// No call has more tokens on one side; a larger count is taken for this many.
    public static let mostTokens = 100_000_000

    /// What so many tokens cost, both sides together rounded up to the next millionth of a dollar: rounding never makes
    /// an answer look cheaper than it is.
    public func cost(prompt promptTokens: Int, completion completionTokens: Int) -> Spend {
        let sides = Self.side(promptTokens, prompt) + Self.side(completionTokens, completion)
        return Spend(microdollars: (sides + 999_999) / 1_000_000)
    }

    /// At most 10¹⁸: two of them fit.
    private static func side(_ tokens: Int, _ price: Spend) -> Int64 {
        Int64(min(max(tokens, 0), mostTokens)) * min(max(price.microdollars, 0), limit.microdollars)
    }
}
