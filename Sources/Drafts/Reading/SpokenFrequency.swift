import Finance

extension SpokenWords {
    /// How often something repeats, where the message says so; the words are marked as understood. "Weekly" inside a
    /// name ("the weekly shop") says nothing: it counts behind an amount or at the end.
    mutating func takeFrequency() -> Frequency? {
        for index in keys.indices {
            if Self.every.contains(key(index)), let frequency = Self.spans[key(index + 1)] {
                use(index..<index + 2)
                return frequency
            }
            let isBehindAmount = index > 0 && keys[index - 1].contains(where: \.isNumber)
            if isBehindAmount || Self.currency.contains(key(index - 1)) {
                if key(index) == "a", let frequency = Self.spans[key(index + 1)], key(index + 2) != "ago" {
                    use(index..<index + 2)
                    return frequency
                }
            }
            if isBehindAmount || index == keys.count - 1, let frequency = Self.adverbs[key(index)] {
                use(index..<index + 1)
                return frequency
            }
        }
        return nil
    }

    private static let every: Set<String> = ["every", "each", "per"]
    private static let currency: Set<String> = ["quid", "pounds"]
    private static let spans: [String: Frequency] = ["week": .weekly, "month": .monthly, "year": .yearly]
    private static let adverbs: [String: Frequency] = [
        "weekly": .weekly, "monthly": .monthly, "yearly": .yearly, "annually": .yearly,
    ]
}
