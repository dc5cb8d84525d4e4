import Finance

/// A conversation's title made from its first question, without asking a model.
public enum ConversationTitle {
    /// Longest title in characters, the ellipsis included.
    public static let limit = 48
    /// The title of a conversation without a question.
    public static let untitled = "New conversation"

    /// The question's first sentence, cut between words.
    public static func make(from question: String) -> String {
        let text = TypedText(question, limit: 400).text
        let end = text.firstIndex { "?!.\n".contains($0) }
        let sentence = end.map { text[$0] == "?" ? text[...$0] : text[..<$0] } ?? text[...]
        let chosen = sentence.contains(where: \.isLetter) ? sentence : text[...]
        guard let first = chosen.first else { return untitled }
        return cut(first.uppercased() + chosen.dropFirst())
    }

    private static func cut(_ title: String) -> String {
        guard title.count > limit else { return title }
        let head = title.prefix(limit - 1)
        let words = head.lastIndex(of: " ").map { head[..<$0] } ?? head
        return words + "…"
    }

    /// The title of a conversation that goes on from another one.
    public static func branch(of title: String) -> String {
        let mark = " (branch)"
        let name = title.hasSuffix(mark) ? String(title.dropLast(mark.count)) : title
        return String(name.prefix(limit - mark.count)) + mark
    }
}
