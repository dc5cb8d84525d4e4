/// One field of a draft with its words.
struct FieldRow: Hashable {
    var label: String
    var text: String

    init?(_ label: String, _ text: String?) {
        guard let text else { return nil }
        self.label = label
        self.text = text
    }
}

/// A row of a card: what a field is now and what it would be.
public struct ChangeRow: Sendable, Hashable, Codable {
    /// What the row is about.
    public var label: String
    /// As it is on record; nil when there is nothing yet.
    public var before: String?
    /// As it would be.
    public var after: String

    /// A row with every part given.
    public init(label: String, before: String?, after: String) {
        self.label = label
        self.before = before
        self.after = after
    }
}
