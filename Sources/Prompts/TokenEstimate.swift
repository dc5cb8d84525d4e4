/// How many tokens a text is likely to cost. Models differ and their vocabularies are large, so this is a rule of thumb
/// on the high side: four ASCII characters a token, one token for any other character.
public enum TokenEstimate {
    /// What each message costs beside its text.
    public static let perMessage = 4

    /// Tokens of a text.
    public static func of(_ text: String) -> Int {
        var ascii = 0
        var others = 0
        for byte in text.utf8 {
            if byte < 0x80 { ascii += 1 } else if byte >= 0xC0 { others += 1 }
        }
        return (ascii + 3) / 4 + others
    }

    /// Tokens of a conversation.
    public static func of(_ messages: [Prompt.Message]) -> Int {
        messages.reduce(0) { $0 + of($1.content) + perMessage }
    }
}
