/// Checks an answer sentence by sentence, as it streams. A heading that ends with a colon lends its months and records
/// to the lines of the list below it.
public struct SentenceCheck: Sendable {
    /// What was found in one sentence.
    public struct Verdict: Sendable, Hashable {
        /// The numbers that nothing backs, as written, in order.
        public var unbacked: [String] = []
        /// The figures that back the others: places in `Evidence.figures`, each once, in the order of mention.
        public var figures: [Int] = []
        /// Whether every number is backed.
        public var isBacked: Bool { unbacked.isEmpty }
    }

    private let evidence: Evidence
    private var heading: (periods: Set<Period>, names: Set<Int>) = ([], [])

    /// A check before the first sentence.
    public init(_ evidence: Evidence) { self.evidence = evidence }

    /// Takes the next sentence, with or without the white space around it.
    public mutating func take(_ sentence: some StringProtocol) -> Verdict {
        let reading = SentenceReading(sentence, names: evidence.names, now: evidence.now)
        guard !reading.lexemes.isEmpty else { return Verdict() }
        let verdict = verdict(on: reading, String.UnicodeScalarView(sentence.unicodeScalars))
        keepHeading(reading)
        return verdict.isBacked || !evidence.isReviewed(sentence) ? verdict : Verdict()
    }

    private func verdict(on reading: SentenceReading, _ text: String.UnicodeScalarView) -> Verdict {
        var verdict = Verdict()
        guard !reading.claims.isEmpty else { return verdict }
        let words = Set(reading.lexemes.map(\.text))
        let rule = reading.namedRule
        for (claim, setting) in zip(reading.claims, reading.settings()) where !rule.contains(claim.value) {
            if isMisnamed(claim, reading) {
                verdict.unbacked.append(reading.text(of: claim, in: text))
            } else if let source = evidence.source(of: claim, in: under(setting, reading), beside: words) {
                if let source, !verdict.figures.contains(source) { verdict.figures.append(source) }
            } else {
                verdict.unbacked.append(reading.text(of: claim, in: text))
            }
        }
        return verdict
    }

    /// Whether the sentence gives a figure's name to a number that is not that figure's.
    private func isMisnamed(_ claim: Claim, _ reading: SentenceReading) -> Bool {
        guard claim.isQuantity, let named = evidence.labels.named(before: claim, in: reading) else { return false }
        return !evidence.states(claim, one: named)
    }

    /// The setting with what the heading adds where the sentence itself says nothing.
    private func under(_ setting: ClaimSetting, _ reading: SentenceReading) -> ClaimSetting {
        guard reading.isListed else { return setting }
        var setting = setting
        if setting.periods.hold == .none { setting.periods = Attachment(items: heading.periods, hold: .inherited) }
        if setting.names.hold == .none { setting.names = Attachment(items: heading.names, hold: .inherited) }
        return setting
    }

    private mutating func keepHeading(_ reading: SentenceReading) {
        if reading.lexemes.last?.text == ":" {
            heading = (Set(reading.periods.map(\.item)), Set(reading.names.map(\.item)))
        } else if !reading.isListed {
            heading = ([], [])
        }
    }
}

extension SentenceReading {
    /// Whether it is a line of a list or table.
    var isListed: Bool {
        guard let first = lexemes.first else { return false }
        if ["-", "•", "|", "–"].contains(first.text) { return true }
        return first.kind == .number && lexemes.count > 1 && [".", ")"].contains(lexemes[1].text)
    }

    /// A claim as it stands in the text.
    func text(of claim: Claim, in text: String.UnicodeScalarView) -> String {
        guard let first = lexemes[claim.words].first, let last = lexemes[claim.words].last else { return "" }
        let place = first.place.lowerBound..<last.place.upperBound
        return String(String.UnicodeScalarView(text.dropFirst(place.lowerBound).prefix(place.count)))
    }

    /// The percentages that "50/30/20" is the name of.
    var namedRule: Set<Claim.Value> {
        let parts = lexemes.map(\.text)
        let isNamed = parts.indices.contains { place in
            place + 4 < parts.count && Array(parts[place...place + 4]) == ["50", "/", "30", "/", "20"]
        }
        return isNamed ? [.percent(5_000), .percent(3_000), .percent(2_000)] : []
    }
}
