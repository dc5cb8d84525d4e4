public import Analyses
public import Finance

/// One step of a person's plan, as it is stored from check-in to check-in.
public struct PlanItem: Sendable, Hashable, Codable, Identifiable {
    /// How far it is; raw values are stored and the wire spelling.
    public enum Status: String, Sendable, Hashable, Codable, CaseIterable {
        /// Still to do, done, no longer wanted.
        case open, done, dropped
    }

    /// Unique for a person.
    public let id: String
    /// What is to be done, in the words the person kept or wrote.
    public let text: String
    /// The day to have it done by.
    public let dueOn: Day
    /// How far it is.
    public var status: Status
    /// The rule that proposed it, so that it is not proposed again while it is open; nil for own words.
    public let rule: String?

    /// An item with every part given.
    public init(id: String, text: String, dueOn: Day, status: Status = .open, rule: String? = nil) {
        self.id = id
        self.text = text
        self.dueOn = dueOn
        self.status = status
        self.rule = rule
    }

    /// For a client.
    public var json: JSON {
        [
            "id": .string(id), "text": .string(text), "dueOn": .day(orNull: dueOn),
            "status": .string(status.rawValue),
        ]
    }
}
