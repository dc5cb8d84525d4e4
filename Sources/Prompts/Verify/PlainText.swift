/// A model's whole answer made fit to be stored and shown as plain text. An image's address can carry a person's numbers
/// to a stranger, so images go, links keep their words only, and bare addresses are replaced.
public enum PlainText {
    /// What stands in for an address.
    public static let removedLink = "(link removed)"

    /// The answer without images, links, HTML tags and bare addresses; everything else stays as it is.
    public static func clean(_ answer: String) -> String {
        let text = answer.replacing(/!\[[^\]]*\]\([^)]*\)?/, with: "")
            .replacing(/\[([^\]]*)\]\([^)]*\)?/) { $0.output.1 }
            .replacing(/<[A-Za-z\/!][^<>]*>/, with: "")
        return text.replacing(/(?i)\b(?:https?|ftp|data|javascript):\/{0,2}[^\s]+|\bwww\.[^\s]+/, with: removedLink)
    }
}
