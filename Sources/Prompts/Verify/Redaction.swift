/// Puts a fixed line where a sentence was left out, once for a run of them, so that a stream can be redacted piecewise.
public struct Redaction: Sendable {
    /// The line that stands in for a sentence.
    public static let line =
        "I left out a sentence here because its figures could not be checked against your records."

    private var isOpen = false

    /// Nothing left out yet.
    public init() {}

    /// A sentence that stays.
    public mutating func keeping(_ sentence: String) -> String {
        if sentence.contains(where: { !$0.isWhitespace }) { isOpen = false }
        return sentence
    }

    /// What stands in for a sentence: the line with the bullet before and the white space behind, nothing in a run.
    public mutating func replacing(_ sentence: String) -> String {
        let space = sentence.reversed().prefix(while: \.isWhitespace).reversed()
        defer { isOpen = true }
        if isOpen { return "" }
        let indent = sentence.prefix { $0 == " " || $0 == "\t" }
        let bullet = sentence.dropFirst(indent.count).prefix { "-•*".contains($0) }
        return indent + (bullet.count == 1 ? bullet + " " : "") + Self.line + String(space)
    }
}
