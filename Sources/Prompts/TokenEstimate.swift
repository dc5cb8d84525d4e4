/// How many tokens a text is likely to cost. Models differ and their vocabularies are large, so this is a rule of thumb
/// on the high side: four ASCII characters a token, one token for any other character.
public struct TokenEstimate: Sendable, Hashable {
    /// What each message costs beside its text.
    public static let perMessage = 4

    private var ascii = 0
    private var others = 0

    /// Nothing said yet.
    public init() {}

    /// Tokens of all text so far.
    public var tokens: Int { (ascii + 3) / 4 + others }

    /// Counts another piece.
    public mutating func add(_ text: String) {
        for byte in text.utf8 {
            if byte < 0x80 { ascii += 1 } else if byte >= 0xC0 { others += 1 }
        }
    }

    /// Tokens of a text.
    public static func of(_ text: String) -> Int {
        var estimate = TokenEstimate()
        estimate.add(text)
        return estimate.tokens
    }

    /// Tokens of a conversation.
    public static func of(_ messages: [Prompt.Message]) -> Int {
        messages.reduce(0) { sum, message in
            let calls = message.toolCalls.reduce(0) { $0 + of($1.name) + of($1.arguments) + perMessage }
            return sum + of(message.content) + calls + perMessage
        }
    }
}
