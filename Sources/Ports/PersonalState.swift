public import Finance
public import FoundationEssentials

/// What the sidecar remembers of each person between nights and sessions: one text of a kind, changed only by whoever has
/// read what is there. What the texts mean is their writers' business; erasing and exporting need not know it.
public struct PersonalState: Sendable {
    /// What is remembered; raw values are stored.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// What one night leaves for the next.
        case night
        /// The feed of insights with what the person did about each.
        case insights
        /// Messages we send of our own accord, and how they were received.
        case nudges
        /// What the person chose: opt-outs and quiet hours.
        case choices
        /// What the person's links teach about names, for the model of categories.
        case names
        /// What the person told about themselves, their plan, and guided conversations.
        case profile
        /// What the person thought of answers.
        case feedback
        /// Moods, where the person wants them kept.
        case moods
        /// Purchases the person checked.
        case purchases
        /// Offers to write in the main app, and how they ended.
        case proposals
        /// Categories the person gave to names here.
        case corrections
    }

    /// A text as it is stored.
    public struct Kept: Sendable, Hashable {
        /// Counts the changes, from 1.
        public var revision: Int
        /// The text.
        public var text: String

        /// A text with its revision.
        public init(revision: Int, text: String) {
            self.revision = revision
            self.text = text
        }
    }

    /// A text to store.
    public struct Change: Sendable, Hashable {
        /// Whose.
        public var user: UserID
        /// What.
        public var kind: Kind
        /// The new text.
        public var text: String
        /// The revision it was made from; 0 where there was none.
        public var after: Int
        /// When somebody has to look at it again; nil for never.
        public var due: Date?

        /// A change with every part given.
        public init(user: UserID, kind: Kind, text: String, after: Int, due: Date? = nil) {
            self.user = user
            self.kind = kind
            self.text = text
            self.after = after
            self.due = due
        }
    }

    /// The texts of these people; who has none is absent.
    public var read: @Sendable (Kind, [UserID]) async throws(PortError) -> [UserID: Kept]
    /// Stores a text as revision `after + 1`; false, and nothing stored, when another revision is there by now.
    public var write: @Sendable (Change) async throws(PortError) -> Bool
    /// People whose text of a kind is due at `now` or before, the longest due first.
    public var due: @Sendable (Kind, _ now: Date, _ limit: Int) async throws(PortError) -> [UserID]

    /// A port of these closures.
    public init(
        read: @escaping @Sendable (Kind, [UserID]) async throws(PortError) -> [UserID: Kept],
        write: @escaping @Sendable (Change) async throws(PortError) -> Bool,
        due: @escaping @Sendable (Kind, Date, Int) async throws(PortError) -> [UserID]
    ) {
        self.read = read
        self.write = write
        self.due = due
    }
}

extension PersonalState {
    /// How often a change is made anew because somebody else's came first.
    static let attempts = 5

    /// Reads a value, lets `change` alter it and stores it; begins again when another change came between. `change` gives
    /// what the caller wants to know; nil text or an unchanged value is not written.
    public func change<Value: Codable & Equatable & Sendable, Answer: Sendable>(
        _ kind: Kind, of user: UserID, from empty: Value, due: @Sendable (Value) -> Date? = { _ in nil },
        _ change: @Sendable (inout Value) -> Answer
    ) async throws(PortError) -> Answer {
        for _ in 0..<Self.attempts {
            let kept = try await read(kind, [user])[user]
            let before = try kept.map { kept throws(PortError) in try CodedText.read(kept.text, as: Value.self) }
            var value = before ?? empty
            let answer = change(&value)
            if value == before || (before == nil && value == empty) { return answer }
            let new = Change(
                user: user, kind: kind, text: try CodedText.write(value), after: kept?.revision ?? 0, due: due(value))
            if try await write(new) { return answer }
        }
        throw PortError(.conflict, "a person's \(kind.rawValue) kept changing")
    }

    /// The value of one person; nil where there is none.
    public func value<Value: Decodable>(
        _ kind: Kind, of user: UserID, as type: Value.Type
    ) async throws(PortError) -> Value? {
        guard let kept = try await read(kind, [user])[user] else { return nil }
        return try CodedText.read(kept.text, as: type)
    }
}
