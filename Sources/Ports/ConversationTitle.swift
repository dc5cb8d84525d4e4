extension ConversationSummary {
    /// The longest title made from a question, in characters.
    public static let titleLimit = 60
    /// What a conversation is called that holds no question yet.
    public static let untitled = "New conversation"

    /// A title for a conversation that nobody has named: its first question on one line, cut at a word when long.
    public static func title(from question: String) -> String {
        let words = question.split { $0.isWhitespace || $0.isNewline }
        var title = ""
        for word in words {
            let longer = title.isEmpty ? String(word) : title + " " + word
            guard longer.count <= titleLimit else { return title.isEmpty ? String(word.prefix(titleLimit)) : title + "…" }
            title = longer
        }
        return title.isEmpty ? untitled : title
    }
}
