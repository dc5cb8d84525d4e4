import Finance

/// Where a claim stands: the periods, records, pace and direction that its sentence gives it.
struct ClaimSetting: Sendable, Hashable {
    var periods = Attachment<Period>()
    var names = Attachment<Int>()
    var cadence: Cadence?
    var direction: Direction
    /// What total it is put forward as: "your income in April is …".
    var topic: Backing.Topic?
    /// Whether it is put forward as a record's number, so that what the person typed cannot stand behind it.
    var isRecord: Bool
}

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
                cadence: claim.isMoneyOrPercent ? Cadence(beside: claim, before: next, in: lexemes) : nil,
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

/// The words right before a claim that say what it is of.
struct ClaimLead {
    var topic: Backing.Topic?
    var isRecord = false

    init(before end: Int, from start: Int, in lexemes: [Lexeme]) {
        var index = end - 1
        while index >= start, end - index <= 9, Self.isFiller(lexemes[index]) { index -= 1 }
        guard index >= start, end - index <= 9 else { return }
        switch lexemes[index].text {
        case "income", "earnings": topic = .income
        case "expenses", "outgoings", "spending": topic = .expenses
        case "over" where index > start && lexemes[index - 1].text == "left": topic = .left
        case "spent", "spend", "owe", "earn", "saved", "earned", "balance", "rate": isRecord = true
        default: return
        }
        isRecord = true
    }

    private static func isFiller(_ lexeme: Lexeme) -> Bool {
        lexeme.kind == .number || fillers.contains(lexeme.text) || ClaimReader.monthNumbers[lexeme.text] != nil
    }

    private static let fillers: Set = [
        "is", "was", "of", "come", "comes", "came", "(", ")", "to", "in", "for", ":", "|", "totals", "totalled", "this",
        "month", "last",
        "about", "around", "roughly", "=", "at", "stands", "were", "are", "the", "-",
    ]
}

extension Attachment.Rules where Item == Period {
    /// `£5 in March`, `£5 (April 2026)`: at most six words on and nothing that begins another thought.
    static var periods: Self {
        Self(
            follows: { gap in
                gap.count { !$0.text.isEmpty } <= 6 && !gap.contains { periodStops.contains($0.text) }
            },
            presents: { _, _ in false })
    }

    private static var periodStops: Set<String> {
        [
            ",", ";", ":", "than", "from", "to", "and", "but", "versus", "vs", "compared", "against", "before", "since",
            "until", "till", "by", "while", "or", "with", "when", "after", "up", "down", "which", "|", "–", "—",
        ]
    }
}

extension Attachment.Rules where Item == Int {
    /// `£5 on Rent`, `£5 a month for your “Car loan”` behind; `Rent: £5`, `Rent (£5)`, `Rent is £5` before.
    static var names: Self {
        Self(
            follows: { gap in
                guard gap.count <= 6, !gap.contains(where: { nameStops.contains($0.text) }) else { return false }
                let words = gap.map(\.text).filter { !["your", "the", "“", "\"", "my"].contains($0) }
                return words.last.map(prepositions.contains) ?? false
            },
            presents: { _, gap in
                let words = gap.map(\.text).filter { !["”", "\"", "“", ")"].contains($0) }
                return words.count <= 4 && words.first.map(presenters.contains) ?? true
            })
    }

    private static var prepositions: Set<String> { ["on", "for", "of", "to", "towards", "against", "from"] }
    private static var presenters: Set<String> {
        [
            ":", "|", "(", "is", "was", "costs", "cost", "takes", "took", "has", "stands", "needs", "requires",
            "charges", "carries", "will", "=", "-", "–",
        ]
    }
    private static var nameStops: Set<String> {
        [",", ";", ":", "than", "but", "while", "and", "or", "(", ")", "|", "–"]
    }
}
