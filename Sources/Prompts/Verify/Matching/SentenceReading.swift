import Finance

/// One sentence read whole: its claims, each with its setting.
struct SentenceReading: Sendable, Hashable {
    let lexemes: [Lexeme]
    let claims: [Claim]
    /// What a heading over the sentence would pass on.
    let periods: [Mention<Period>]
    let names: [Mention<Int>]

    init(_ sentence: some StringProtocol, names known: RecordNames, now: Month) {
        let lexemes = Lexeme.all(in: sentence)
        let names = known.mentions(in: lexemes)
        self.lexemes = lexemes
        self.names = names
        periods = PeriodReader(lexemes: lexemes, now: now).mentions()
        // A number inside the name of a record is part of a name.
        let named = names.filter { $0.item != RecordNames.unknown && $0.words.count > 0 }
        claims = ClaimReader.claims(in: lexemes).filter { claim in
            !named.contains {
                $0.words.lowerBound <= claim.words.lowerBound && claim.words.upperBound <= $0.words.upperBound
            }
        }
    }

    /// The setting of every claim, in order.
    func settings() -> [ClaimSetting] {
        let places = claims.map(\.words)
        let names = Attachment.all(names, to: places, in: lexemes, .names)
        let periods = periodSettings()
        let lexemes = withoutNames
        return claims.indices.map { index in
            let claim = claims[index]
            let start = claims[..<index].last(where: \.isQuantity)?.words.upperBound ?? 0
            let next = claims[(index + 1)...].first(where: \.isQuantity)?.words.lowerBound ?? lexemes.count
            let lead = ClaimLead(before: claim.words.lowerBound, from: start, in: lexemes)
            return ClaimSetting(
                periods: periods[index], names: names[index],
                pace: claim.isMoneyOrPercent ? Pace(beside: claim, before: next, in: lexemes) : nil,
                direction: Direction(beside: claim, from: start, to: next, in: lexemes), topic: lead.topic,
                isRecord: (lead.isRecord || names[index].hold == .tight) && !isAttributed)
        }
    }

    /// The sentence with the words of records' names blanked: what a person calls a bill says nothing about a number.
    private var withoutNames: [Lexeme] {
        var blanked = lexemes
        for index in names.flatMap(\.words) { blanked[index].text = "" }
        return blanked
    }

    /// Periods are the setting of quantities; a date between them does not part them from what came before.
    private func periodSettings() -> [Attachment<Period>] {
        let quantities = claims.indices.filter { claims[$0].isQuantity }
        let made = Attachment.all(periods, to: quantities.map { claims[$0].words }, in: withoutNames, .periods)
        var all = claims.map { _ in Attachment<Period>() }
        for (place, index) in quantities.enumerated() { all[index] = made[place] }
        return all
    }

    /// Whether the sentence says that a number is the person's own word, or only supposed.
    private var isAttributed: Bool { lexemes.contains { Self.attributions.contains($0.text) } }

    private static let attributions: Set = [
        "said", "say", "mentioned", "mention", "told", "asked", "typed", "wrote", "if", "would", "price", "afford",
        "suppose",
    ]
}
