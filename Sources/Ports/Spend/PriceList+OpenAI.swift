internal import Finance

extension PriceList {
    /// List prices of OpenAI's text models, in cents for a million tokens read and written, without any discount: a cached prompt costs
    /// less than what is booked, never more.
    ///
    /// Reviewing: hold each line against the provider's page of prices, add models a deployment may name, set the day.
    /// The very dear `-pro` models are left out on purpose: they would make every unlisted name as dear.
    public static let openAI = PriceList(
        [
            "gpt-4o": .cents(250, 1_000), "gpt-4o-2024-05-13": .cents(500, 1_500), "gpt-4o-mini": .cents(15, 60),
            "gpt-4.1": .cents(200, 800), "gpt-4.1-mini": .cents(40, 160), "gpt-4.1-nano": .cents(10, 40),
            "gpt-5": .cents(125, 1_000), "gpt-5-mini": .cents(25, 200), "gpt-5-nano": .cents(5, 40),
            "gpt-5.1": .cents(125, 1_000), "gpt-5.2": .cents(175, 1_400), "gpt-5.4": .cents(250, 1_500),
            "gpt-5.4-mini": .cents(75, 450), "gpt-5.4-nano": .cents(20, 125), "gpt-5.5": .cents(500, 3_000),
            "o1": .cents(1_500, 6_000), "o3": .cents(200, 800), "o3-mini": .cents(110, 440),
            "o4-mini": .cents(110, 440),
        ], reviewedOn: Day(year: 2026, month: 11, clampedDay: 22))
}

extension ModelPrice {
    /// In cents for a million tokens read and written.
    fileprivate static func cents(_ prompt: Int64, _ completion: Int64) -> ModelPrice {
        ModelPrice(
            prompt: Spend(microdollars: prompt * 10_000), completion: Spend(microdollars: completion * 10_000))
    }
}
