import Finance

/// An amount of pounds in words a person typed: `£1,200`, `about 1200`, `1.2k`, `50p`, `nothing`, `£200 a month`.
///
/// Exactly one amount, and around it only words that change nothing. Whatever else is there makes it unreadable: asking
/// back is cheaper than a wrong number. Commas must stand at thousands; parts of a penny are refused.
enum TypedAmount {
    /// What a rate is for, when the words say so.
    enum Each: Hashable { case week, month, year }

    enum Reading: Hashable {
        case amount(Money, Each?)
        case unreadable
    }

    static func reading(_ text: String) -> Reading {
        var amounts: [Money] = []
        var each: Each?
        for token in tokens(of: text) {
            if let money = number(token) {
                amounts.append(money)
            } else if let power = powers[token], let last = amounts.last {
                amounts[amounts.count - 1] = scaled(last, power)
            } else if zeros.contains(token) {
                amounts.append(.zero)
            } else if let span = spans[token], each == nil {
                each = span
            } else if !fillers.contains(token) {
                return .unreadable
            }
        }
        guard amounts.count == 1, let only = amounts.first, (.zero ... .limit).contains(only) else {
            return .unreadable
        }
        return .amount(only, each)
    }

    private static func scaled(_ money: Money, _ power: Power) -> Money {
        switch power {
        case .thousand: Money(pence: min(money.pence, Money.limit.pence + 1) * 1_000)
        case .pence: Money(pence: money.pence.isMultiple(of: 100) ? money.pence / 100 : -1)
        }
    }

    /// Words and numbers; a sign of pounds goes, letters that follow digits become a word of their own.
    private static func tokens(of text: String) -> [String] {
        var tokens: [String] = []
        var current = ""
        for character in text.lowercased().replacing("’", with: "'") {
            if character.isWhitespace || "/~≈£".contains(character) {
                tokens.append(current)
                if character == "/" { tokens.append("per") }
                current = ""
            } else {
                if character.isLetter, current.last?.isNumber == true {
                    tokens.append(current)
                    current = ""
                }
                current.append(character)
            }
        }
        tokens.append(current)
        return tokens.map { $0.trimming("(", end: ".,!?;:)") }.filter { !$0.isEmpty }
    }

    /// `1200`, `1,200`, `1,200.5`, `1200.50`; nil for anything else, a minus included.
    private static func number(_ token: String) -> Money? {
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, let pounds = whole(parts[0]) else { return nil }
        guard parts.count == 2 else { return Money(pence: pounds * 100) }
        guard (1...2).contains(parts[1].utf8.count), let rest = digits(parts[1]) else { return nil }
        return Money(pence: pounds * 100 + (parts[1].utf8.count == 1 ? rest * 10 : rest))
    }

    private static func whole(_ text: Substring) -> Int64? {
        let groups = text.split(separator: ",", omittingEmptySubsequences: false)
        guard text.utf8.count <= 15, groups.count == 1 || (1...3).contains(groups[0].utf8.count),
            groups.dropFirst().allSatisfy({ $0.utf8.count == 3 })
        else { return nil }
        return digits(groups.joined()[...])
    }

    private static func digits(_ text: Substring) -> Int64? {
        !text.isEmpty && text.utf8.allSatisfy { (48...57).contains($0) } ? Int64(text) : nil
    }

    private enum Power { case thousand, pence }
    private static let powers: [String: Power] = [
        "k": .thousand, "grand": .thousand, "thousand": .thousand, "p": .pence, "pence": .pence,
    ]
    private static let spans: [String: Each] = [
        "week": .week, "weekly": .week, "pw": .week, "month": .month, "monthly": .month, "pm": .month, "pcm": .month,
        "year": .year, "yearly": .year, "annually": .year, "pa": .year,
    ]
    private static let zeros: Set = ["nothing", "none", "zero", "nil", "nought"]
    private static let fillers: Set = [
        "a", "about", "all", "approx", "approximately", "around", "at", "each", "every", "far", "gbp", "got", "have",
        "i", "i've", "in", "is", "it", "it's", "its", "just", "maybe", "moment", "nearly", "now", "ok", "over", "per",
        "pound", "pounds", "quid", "roughly", "saved", "say", "so", "the", "think", "total", "under", "yes",
    ]
}

extension String {
    /// The text without the characters of `start` and `end` at either.
    func trimming(_ start: String, end: String) -> String {
        var rest = self[...]
        while let first = rest.first, start.contains(first) { rest.removeFirst() }
        while let last = rest.last, end.contains(last) { rest.removeLast() }
        return String(rest)
    }
}
