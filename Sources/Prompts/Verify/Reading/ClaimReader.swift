import Finance

/// Finds every claim of a text, left to right; each kind of number is tried where it can begin.
struct ClaimReader {
    let lexemes: [Lexeme]

    /// Every claim, in order, none inside another.
    static func claims(in lexemes: [Lexeme]) -> [Claim] {
        let reader = ClaimReader(lexemes: lexemes)
        var claims: [Claim] = []
        var index = 0
        while index < lexemes.count {
            if var claim = reader.claim(at: index) {
                if claim.isQuantity {
                    claim.hedge = Hedge(before: claim.words.lowerBound, behind: claim.words.upperBound, in: lexemes)
                }
                claims.append(claim)
                index = max(claim.words.upperBound, index + 1)
            } else {
                index += 1
            }
        }
        return claims
    }

    private func claim(at index: Int) -> Claim? {
        let lexeme = lexemes[index]
        switch lexeme.kind {
        case .number: return date(at: index) ?? measured(at: index) ?? ratio(at: index) ?? year(at: index)
        case .mark: return money(at: index)
        case .word:
            guard Self.leads.contains(lexeme.text) else { return nil }
            return money(at: index) ?? worded(at: index) ?? monthName(at: index) ?? measured(at: index)
        }
    }

    /// Every word that a claim can begin with; most words are none of them.
    private static let leads = NumberWords.leads.union(monthNumbers.keys).union(tops.keys)
        .union(["gbp", "usd", "eur", "half", "twice", "double", "triple"]).union(multiples.keys)

    /// The text of a lexeme, empty outside.
    func text(_ index: Int) -> String { lexemes.indices.contains(index) ? lexemes[index].text : "" }

    /// A number in digits or words with whatever multiplies it.
    struct Quantity {
        var hundredths: Int64?
        var end: Int
        var isWords = false
        var hasScale = false
    }

    func quantity(at index: Int, isMoney: Bool = false) -> Quantity? {
        guard lexemes.indices.contains(index) else { return nil }
        guard let numeral = lexemes[index].numeral else {
            guard lexemes[index].kind == .word, let words = NumberWords.read(lexemes, at: index) else { return nil }
            return Quantity(
                hundredths: words.value.map { $0 * 100 }, end: words.end, isWords: true, hasScale: words.hasScale)
        }
        let next = text(index + 1)
        let isGlued = lexemes.indices.contains(index + 1) && !lexemes[index + 1].isSpaced
        if let zeros = isGlued ? ["k": 3, "m": isMoney ? 6 : nil, "bn": 9][next] ?? nil : ["million": 6][next] {
            return Quantity(hundredths: numeral.hundredths(zeros: zeros), end: index + 2)
        }
        // "12 hundred" and "2 thousand" are loose by decision, as they are in words.
        if NumberWords.scales[next] != nil { return Quantity(hundredths: nil, end: index + 2, hasScale: true) }
        return Quantity(hundredths: numeral.hundredths(), end: index + 1)
    }
}

// Money and percentages.
extension ClaimReader {
    private static let pounds: Set = ["£", "gbp"]
    private static let foreign: Set = ["$", "€", "usd", "eur", "¥"]
    private static let poundWords: Set = ["pounds", "pound", "quid", "gbp", "sterling"]
    private static let foreignWords: Set = ["dollars", "euros", "usd", "eur"]
    /// Behind a number with decimals or commas these say that it is no money.
    private static let otherUnits: Set = [
        "miles", "km", "kg", "hours", "minutes", "people", "words", "points", "litres", "days", "weeks", "times", "am",
        "pm", "kwh", "users", "customers", "records",
    ]

    /// `£5`, `-£5`, `£-5`, `GBP 5`; another currency is never verifiable.
    private func money(at index: Int) -> Claim? {
        let mark = text(index)
        let isPounds = Self.pounds.contains(mark)
        guard isPounds || Self.foreign.contains(mark) else { return nil }
        let isInner = text(index + 1) == "-"
        guard let amount = quantity(at: index + (isInner ? 2 : 1), isMoney: true) else { return nil }
        let end = Self.poundWords.contains(text(amount.end)) ? amount.end + 1 : amount.end
        let isNegative = isInner || isMinus(before: index)
        return Claim(
            value: isPounds ? amount.hundredths.map { .money($0) } ?? .unverifiable : .unverifiable,
            isNegative: isNegative, words: (isSigned(index) ? index - 1 : index)..<end)
    }

    /// A number and the unit behind it.
    private func measured(at index: Int) -> Claim? {
        guard let amount = quantity(at: index) else { return nil }
        let start = isSigned(index) ? index - 1 : index
        func claim(_ value: (Int64) -> Claim.Value, _ end: Int) -> Claim {
            Claim(
                value: amount.hundredths.map(value) ?? .unverifiable, isNegative: isMinus(before: index),
                words: start..<end)
        }
        if let end = percentEnd(amount.end) { return claim({ .percent($0) }, end) }
        let unit = amount.hasScale && text(amount.end) == "of" ? amount.end + 1 : amount.end
        if Self.poundWords.contains(text(unit)) { return claim({ .money($0) }, unit + 1) }
        if Self.foreignWords.contains(text(amount.end)) { return claim({ _ in .unverifiable }, amount.end + 1) }
        if isPence(amount) {
            return claim({ $0 % 100 == 0 ? .money($0 / 100) : .unverifiable }, amount.end + 1)
        }
        if let length = length(at: index, amount) { return length }
        if amount.isWords || amount.hasScale {
            let isLoose = amount.hasScale && text(index) != "a" && amount.end > index + 1
            return isLoose ? Claim(value: .unverifiable, words: index..<amount.end) : nil
        }
        return isBareMoney(index, amount.end) ? claim({ .money($0) }, amount.end) : nil
    }

    func percentEnd(_ index: Int) -> Int? {
        switch text(index) {
        case "%", "percent", "pct", "pp": index + 1
        case "per": text(index + 1) == "cent" ? index + 2 : nil
        case "percentage": text(index + 1).hasPrefix("point") ? index + 2 : nil
        default: nil
        }
    }

    private func isPence(_ amount: Quantity) -> Bool {
        if ["pence", "penny"].contains(text(amount.end)) { return true }
        return text(amount.end) == "p" && !lexemes[amount.end].isSpaced
    }

    /// `1,382.99` without a unit is money; a time (`at 12.40`) and other measures are not.
    private func isBareMoney(_ index: Int, _ end: Int) -> Bool {
        guard let numeral = lexemes[index].numeral, numeral.decimals == 2 || numeral.isGrouped else { return false }
        let isTime = text(index - 1) == "at" && !numeral.isGrouped && (numeral.mantissa ?? 0) < 2_400
        return !isTime && !Self.otherUnits.contains(text(end))
    }

    /// Whether a minus belongs to the number at `index`: glued to it, and neither a bullet nor the dash of a range.
    private func isSigned(_ index: Int) -> Bool {
        guard index > 0, ["-", "–"].contains(text(index - 1)), !lexemes[index].isSpaced else { return false }
        return lexemes[index - 1].isSpaced || text(index - 2) == "("
    }

    private func isMinus(before index: Int) -> Bool {
        isSigned(index) || ["minus", "negative"].contains(text(index - 1))
    }
}
