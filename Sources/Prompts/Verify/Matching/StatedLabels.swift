import Analyses

/// The labels of figures, to find one that a sentence gives a number to: "Monthly payment of “Credit card” is £224.00".
/// A number that stands so is that figure's or nobody's: a true amount under another one's name is still untrue.
struct StatedLabels: Sendable {
    /// Most words of ours that may stand between a label and its number.
    private static let mostBetween = 3
    private static let between: Set = [
        "is", "was", "are", "were", "of", "at", "now", "about", "around", "just", ":", "=",
    ]
    private static let quotes: Set = ["“", "”", "\"", "‘", "’", "'"]

    /// Figures by the words of their labels, and the lengths of labels by their last word.
    private let figures: [[String]: Set<Int>]
    private let lengths: [String: [Int]]

    /// The labels of figures.
    init(of all: [Figure]) {
        var figures: [[String]: Set<Int>] = [:]
        // A record's name alone has more numbers than one: its balance, its payment.
        for (place, figure) in all.enumerated() where !Self.isOnlyName(figure.label) {
            figures[Self.plain(Lexeme.all(in: figure.label)[...]), default: []].insert(place)
        }
        self.figures = figures
        lengths = Dictionary(grouping: figures.keys.filter { $0.count > 1 }) { $0.last ?? "" }
            .mapValues { Set($0.map(\.count)).sorted(by: >) }
    }

    /// The figures whose label gives its number to a claim; nil where no label does.
    func named(before claim: Claim, in reading: SentenceReading) -> Set<Int>? {
        var words = Self.plain(reading.lexemes[..<claim.words.lowerBound])
        for _ in 0...Self.mostBetween {
            if let found = named(at: words) { return found }
            guard let last = words.last, Self.between.contains(last) else { return nil }
            words.removeLast()
        }
        return nil
    }

    /// The longest label at the end of the words. One with more words of its sentence before it may be the end of another
    /// name, as "income in April" is of "share of income in April", and binds nothing.
    private func named(at words: [String]) -> Set<Int>? {
        guard let last = words.last, let lengths = lengths[last] else { return nil }
        for length in lengths where length <= words.count {
            guard let found = figures[words.suffix(length)] else { continue }
            let before = words.dropLast(length).last
            let begins = before.map { Self.openings.contains($0) || !$0.contains(where: \.isLetter) } ?? true
            return begins ? found : nil
        }
        return nil
    }

    private static let openings: Set = [
        "the", "your", "a", "and", "but", "so", "that", "while", "with", "here", "then",
    ]

    private static func isOnlyName(_ label: String) -> Bool {
        guard label.hasPrefix("“"), let end = label.firstIndex(of: "”") else { return false }
        return !label[end...].contains(where: \.isLetter)
    }

    private static func plain(_ lexemes: ArraySlice<Lexeme>) -> [String] {
        lexemes.map(\.text).filter { !quotes.contains($0) }
    }
}

extension Dictionary where Key == [String] {
    fileprivate subscript(words: ArraySlice<String>) -> Value? { self[Array(words)] }
}
