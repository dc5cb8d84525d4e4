/// How often an amount comes round, where words beside it say so.
enum Pace: Sendable, Hashable {
    case daily, weekly, monthly, yearly

    /// The pace that words right behind a claim ("a month", "per year", up to four words on) or right before it
    /// ("monthly payment of") give it.
    init?(beside claim: Claim, before next: Int, in lexemes: [Lexeme]) {
        let end = claim.words.upperBound
        let behind = lexemes[end..<min(next, end + 7, lexemes.count)]
        let clause = behind.prefix { !Self.stops.contains($0.text) }
        let start = max(0, claim.words.lowerBound - 5)
        let before = lexemes[start..<claim.words.lowerBound].reversed().prefix { !Self.stops.contains($0.text) }
        guard let found = Self.first(in: clause) ?? Self.adjective(in: before.map(\.text)) else { return nil }
        self = found
    }

    /// The pace in a figure's label.
    init?(inLabel lexemes: [Lexeme]) {
        guard let found = Self.first(in: lexemes[...]) ?? Self.adjective(in: lexemes.map(\.text)) else { return nil }
        self = found
    }

    private static func first(in lexemes: ArraySlice<Lexeme>) -> Pace? {
        for index in lexemes.indices {
            let word = lexemes[index].text
            if let found = adverbs[word] { return found }
            guard leads.contains(word) else { continue }
            let rest = lexemes[(index + 1)...].prefix(2).map(\.text)
            if let unit = rest.first.flatMap({ units[$0] }) { return unit }
            if word == "each" || word == "every", let unit = rest.last.flatMap({ units[$0] }), rest[0] == "remaining" {
                return unit
            }
        }
        return nil
    }

    private static func adjective(in words: [String]) -> Pace? { words.lazy.compactMap { adjectives[$0] }.first }

    private static let units: [String: Pace] = [
        "day": .daily, "week": .weekly, "month": .monthly, "year": .yearly, "annum": .yearly, "mth": .monthly,
        "yr": .yearly,
    ]
    private static let leads: Set = ["a", "an", "per", "each", "every", "/"]
    private static let adverbs: [String: Pace] = [
        "monthly": .monthly, "yearly": .yearly, "annually": .yearly, "weekly": .weekly, "daily": .daily, "pa": .yearly,
        "pcm": .monthly, "pm": .monthly, "annual": .yearly,
    ]
    private static let adjectives: [String: Pace] = [
        "monthly": .monthly, "yearly": .yearly, "annual": .yearly, "weekly": .weekly, "daily": .daily,
    ]
    private static let stops: Set = [
        ",", ";", ":", ".", "(", ")", "|", "but", "while", "and", "which", "so", "–", "—", "until", "than",
    ]
}
