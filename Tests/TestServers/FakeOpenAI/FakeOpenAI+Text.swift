/// What the fake says, computable by whoever checks it.
extension FakeOpenAI {
    /// Token `index` of every counted answer; some are longer than a byte a letter, so that torn bytes show. Each is a
    /// sentence, so that whoever shows whole sentences shows one a token.
    public static func token(_ index: Int) -> String {
        let word = index % 11 == 10 ? "🪙\(index)." : index % 5 == 4 ? "Café\(index)." : "W\(index)."
        return index == 0 ? word : " " + word
    }

    /// The whole text of an answer of so many tokens.
    public static func text(tokens: Int) -> String { (0..<max(0, tokens)).map(token).joined() }

    /// A text cut before each space: how the fake turns a given text into tokens.
    public static func pieces(_ text: String) -> [String] {
        var result: [String] = []
        for character in text {
            if character == " " || result.isEmpty { result.append("") }
            result[result.count - 1].append(character)
        }
        return result
    }
}
