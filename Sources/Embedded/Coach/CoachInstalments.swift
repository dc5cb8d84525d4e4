import Finance

/// A price paid in equal parts, as people write it: `3 instalments of £40`, `3 x £40`, `£40 x 3`, `£120 in 3 payments`.
struct CoachInstalments: Hashable {
    /// How many parts.
    let count: Int
    /// All of them together.
    let price: Money

    /// Most parts that are read; more is no way of paying for something.
    static let most = 60

    /// Reads a lower-case text.
    init?(_ text: String) {
        let tokens = Self.tokens(text)
        for place in tokens.indices {
            guard let (count, part) = Self.times(tokens, place) ?? Self.parts(tokens, place) else { continue }
            let (pence, overflow) = part.pence.multipliedReportingOverflow(by: Int64(count))
            guard !overflow, pence <= Money.limit.pence else { return nil }
            self.count = count
            price = Money(pence: pence)
            return
        }
        guard let (count, whole) = Self.spread(tokens) else { return nil }
        self.count = count
        price = whole
    }

    /// `3 x £40` and `£40 x 3`.
    private static func times(_ tokens: [String], _ place: Int) -> (Int, Money)? {
        guard tokens[place] == "x", place > 0, place + 1 < tokens.count else { return nil }
        let (before, after) = (tokens[place - 1], tokens[place + 1])
        if let count = count(before), let part = money(after) { return (count, part) }
        guard let count = count(after), let part = money(before) else { return nil }
        return (count, part)
    }

    /// `3 instalments of £40`, `4 monthly payments of £25`.
    private static func parts(_ tokens: [String], _ place: Int) -> (Int, Money)? {
        guard let count = count(tokens[place]) else { return nil }
        let noun = place + (place + 1 < tokens.count && ["equal", "monthly"].contains(tokens[place + 1]) ? 2 : 1)
        guard noun + 2 < tokens.count, nouns.contains(tokens[noun]), ["of", "at"].contains(tokens[noun + 1]) else {
            return nil
        }
        return money(tokens[noun + 2]).map { (count, $0) }
    }

    /// `£120 in 3 instalments`: the whole price, and how many parts.
    private static func spread(_ tokens: [String]) -> (Int, Money)? {
        for place in tokens.indices.dropFirst() where ["in", "over"].contains(tokens[place - 1]) {
            guard let count = count(tokens[place]), place + 1 < tokens.count, nouns.contains(tokens[place + 1]),
                let whole = CoachAmount.all(in: tokens[..<(place - 1)].joined(separator: " ")).max()
            else { continue }
            return (count, whole)
        }
        return nil
    }

    private static func count(_ token: String) -> Int? {
        Int(token).flatMap { (2...most).contains($0) ? $0 : nil }
    }

    private static func money(_ token: String) -> Money? { CoachAmount.all(in: token).first }

    /// Words, with `3x£40` and `3×40` taken apart.
    private static func tokens(_ text: String) -> [String] {
        text.replacing("×", with: "x").split { $0.isWhitespace || "?!;()\"".contains($0) }.flatMap { word in
            let parts = word.split(separator: "x", omittingEmptySubsequences: false)
            let isTimes = parts.count == 2 && parts.allSatisfy { $0.allSatisfy { $0.isNumber || "£.,".contains($0) } }
            guard isTimes, word != "x" else { return [String(word)] }
            return [String(parts[0]), "x", String(parts[1])].filter { !$0.isEmpty }
        }
    }

    private static let nouns: Set = ["instalments", "installments", "payments", "parts"]
}
