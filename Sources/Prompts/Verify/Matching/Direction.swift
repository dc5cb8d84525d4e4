/// Which way an amount goes, where words beside it say so: left or short, more or less.
struct Direction: Sendable, Hashable {
    enum Way: Sendable, Hashable { case positive, negative }

    /// Money left over, or missing.
    var balance: Way?
    /// A rise, or a fall.
    var change: Way?
    /// The same as `balance` where it stands right beside the number.
    var closeBalance: Way?
    /// Whether anything in the sentence speaks of money missing.
    var speaksOfShortage: Bool

    init(beside claim: Claim, from start: Int, to next: Int, in lexemes: [Lexeme]) {
        let stop: (Lexeme) -> Bool = { Self.stops.contains($0.text) }
        let behind = Array(lexemes[claim.words.upperBound..<next].prefix(5).prefix { !stop($0) })
        let before = Array(lexemes[start..<claim.words.lowerBound].suffix(10).reversed().prefix { !stop($0) })
        let words = (behind + before).map(\.text)
        let pairs = Set(Self.pairs(behind) + Self.pairs(before.reversed()))
        if words.contains(where: Self.short.contains) || !pairs.isDisjoint(with: Self.shortPairs) {
            balance = .negative
        } else if words.contains(where: Self.left.contains) {
            balance = .positive
        }
        // "Left of £5" says what something is left of, "left £5" what is left.
        let near = before.prefix(2).prefix { $0.text != ":" }.map(\.text)
        let beside = behind.prefix(2).map(\.text) + (near.last == "left" && near.first == "of" ? [] : near)
        let isBeside = beside.contains { Self.short.contains($0) || Self.left.contains($0) }
        closeBalance = isBeside ? balance : nil
        let close = (behind.prefix(3) + before.prefix(4)).map(\.text)
        if close.contains(where: Self.down.contains) {
            change = .negative
        } else if close.contains(where: Self.up.contains) {
            change = .positive
        }
        speaksOfShortage = lexemes.contains { Self.short.contains($0.text) || Self.missing.contains($0.text) }
    }

    private static func pairs(_ lexemes: [Lexeme]) -> [String] {
        zip(lexemes, lexemes.dropFirst()).map { $0.text + " " + $1.text }
    }

    static let short: Set = [
        "short", "shortfall", "shortage", "deficit", "overspent", "overspend", "overspending", "overdrawn", "minus",
        "negative", "missing",
    ]
    private static let shortPairs: Set = ["over budget", "the red", "too much"]
    private static let missing: Set = ["gap", "exceed", "exceeds", "exceeded", "lacking", "behind", "outweigh"]
    static let left: Set = [
        "left", "leftover", "spare", "surplus", "remaining", "remains", "unspent",
    ]
    private static let up: Set = [
        "more", "higher", "up", "rose", "risen", "rise", "rises", "increase", "increased", "grew", "grown", "growth",
        "above", "extra", "climbed",
    ]
    private static let down: Set = [
        "less", "lower", "down", "fell", "fallen", "fall", "falls", "drop", "dropped", "decrease", "decreased",
        "reduced", "reduction", "shrank", "shrunk", "fewer", "cut",
    ]
    private static let stops: Set = [",", ";", ".", "(", ")", "|", "but", "while", "which", "and", "so", "–", "—"]
}
