/// A turn of phrase: words in order, `a|b` for either, `…` for up to four words between, `?` behind a word that may be
/// missing, `=` before a word that allows no slip, since another word is one letter away (cancer, cancel).
struct SpokenPhrase: Sendable, Hashable {
    private struct Choice: Sendable, Hashable {
        var word: [UInt8]
        var isExact: Bool
    }

    private struct Step: Sendable, Hashable {
        var choices: [Choice]
        var gap: Int
        var isOptional: Bool
    }

    private let steps: [Step]

    init(_ pattern: String) {
        var steps: [Step] = []
        var gap = 0
        for part in pattern.split(separator: " ") {
            if part == "…" {
                gap = 4
                continue
            }
            let isOptional = part.hasSuffix("?")
            let choices = (isOptional ? part.dropLast() : part).split(separator: "|").map { word in
                Choice(word: Array((word.first == "=" ? word.dropFirst() : word).utf8), isExact: word.first == "=")
            }
            steps.append(Step(choices: choices, gap: gap, isOptional: isOptional))
            gap = 0
        }
        self.steps = steps
    }

    /// Whether the words hold the phrase anywhere.
    func isIn(_ spoken: SpokenWords) -> Bool {
        spoken.words.indices.contains { matches(spoken.words, from: $0, steps[...]) }
    }

    private static func isMeant(_ word: [UInt8], by choice: Choice) -> Bool {
        choice.isExact ? choice.word == word : SpokenWords.matches(word, choice.word)
    }

    private func matches(_ words: [[UInt8]], from start: Int, _ rest: ArraySlice<Step>) -> Bool {
        guard let step = rest.first else { return true }
        if step.isOptional, matches(words, from: start, rest.dropFirst()) { return true }
        let last = min(start + step.gap, words.count - 1)
        guard start <= last else { return false }
        return (start...last).contains { index in
            step.choices.contains { Self.isMeant(words[index], by: $0) }
                && matches(words, from: index + 1, rest.dropFirst())
        }
    }
}
