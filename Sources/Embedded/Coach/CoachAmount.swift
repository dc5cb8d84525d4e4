import Finance

/// Reads amounts of money out of a question: `£1,200`, `£1.2k`, `49.99`, `200 quid`, `a grand`, `fifty pounds`.
///
/// An amount with a pound sign or a unit is meant before a bare number; a bare number that looks like a year, a day of
/// a date or a count of something ("3 months", "50/30/20") is none.
enum CoachAmount {
    private struct Found {
        var money: Money
        var isMarked: Bool
    }

    /// The amounts of a lower-case text; marked ones alone when there are any.
    static func all(in text: String) -> [Money] {
        let tokens = text.split { $0.isWhitespace || "?!;()\"".contains($0) }.map(String.init)
        let found = tokens.indices.compactMap { amount(tokens, at: $0) }
        let marked = found.filter(\.isMarked)
        return (marked.isEmpty ? found : marked).map(\.money)
    }

    private static func amount(_ tokens: [String], at place: Int) -> Found? {
        let token = tokens[place]
        let next = place + 1 < tokens.count ? tokens[place + 1].trimmed : ""
        if let pounds = words[token.trimmed] {
            guard units.contains(next) else { return nil }
            return Found(money: Money(pence: pounds * 100), isMarked: true)
        }
        if token.trimmed == "grand", place > 0, ["a", "one"].contains(tokens[place - 1]) {
            return Found(money: Money(pence: 1_000_00), isMarked: true)
        }
        var digits = Substring(token.trimmed)
        let hasSign = digits.first == "£"
        if hasSign { digits = digits.dropFirst() }
        var factor: Int64 = 1
        if digits.last == "k", digits.count > 1 { (digits, factor) = (digits.dropLast(), 1_000) }
        if next == "grand" || next == "k" { factor = 1_000 }
        guard let pence = pence(digits) else { return nil }
        let (product, overflow) = pence.multipliedReportingOverflow(by: factor)
        guard !overflow, product > 0, product <= Money.limit.pence else { return nil }
        let isMarked = hasSign || factor > 1 || units.contains(next)
        guard isMarked || !isCountOrDate(digits, next) else { return nil }
        return Found(money: Money(pence: product), isMarked: isMarked)
    }

    /// `1,234.5` in pence; nil for anything else.
    private static func pence(_ digits: Substring) -> Int64? {
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let whole = whole(parts[0]), whole < Money.limit.pence else { return nil }
        guard parts.count == 2 else { return whole * 100 }
        guard (1...2).contains(parts[1].count), let cents = Int64(parts[1]), cents >= 0 else { return nil }
        return whole * 100 + (parts[1].count == 1 ? cents * 10 : cents)
    }

    /// Digits, in groups of three behind the first when there are commas.
    private static func whole(_ digits: Substring) -> Int64? {
        let groups = digits.split(separator: ",", omittingEmptySubsequences: false)
        guard groups.dropFirst().allSatisfy({ $0.count == 3 }), digits.first?.isNumber ?? false else { return nil }
        return Int64(groups.joined())
    }

    private static func isCountOrDate(_ digits: Substring, _ next: String) -> Bool {
        let isYear = digits.count == 4 && (digits.hasPrefix("19") || digits.hasPrefix("20"))
        return isYear || counted.contains(next) || next.hasPrefix("%")
    }

    private static let units: Set = ["pounds", "pound", "quid", "gbp", "grand", "k"]
    private static let counted: Set = [
        "month", "months", "week", "weeks", "day", "days", "year", "years", "times", "people", "percent", "per", "of",
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december", "debts", "goals", "budgets", "kids", "children", "am", "pm",
    ]
    private static let words: [String: Int64] = [
        "ten": 10, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
        "ninety": 90, "hundred": 100, "thousand": 1_000,
    ]
}

extension String {
    /// Without the sentence's punctuation at the end.
    fileprivate var trimmed: String {
        var text = Substring(self)
        while let last = text.last, ".,:".contains(last) { text = text.dropLast() }
        return String(text)
    }
}
