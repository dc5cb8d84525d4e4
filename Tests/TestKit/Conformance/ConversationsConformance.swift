import Finance
import FoundationEssentials
public import Ports
import Testing

/// What every store of conversations promises. Use as
/// `@Test(arguments: ConversationsConformance.checks) func keeps(_ check: ConformanceCheck<Conversations>)`.
public enum ConversationsConformance {
    /// Every promise, from storing to forgetting.
    public static let checks = storing + reading + ownership + list + search
}

/// A person with one conversation, and messages for it at whole seconds from a fixed instant.
struct Thread {
    let user: UserID
    let conversation: ConversationID

    /// A thread nobody else has; `year` keeps a check apart from those that look at times across all people.
    init(_ name: String = Fresh.key("thread"), of user: UserID? = nil) throws {
        self.user = try user ?? Fresh.user()
        conversation = try #require(ConversationID(name))
    }

    /// `second` seconds after 2026-04-20T10:00:00Z.
    static func instant(_ second: Double) -> Date { Date(timeIntervalSince1970: 1_776_679_200 + second) }

    /// A message of this thread, with a fresh id unless one is given.
    func message(
        _ text: String, at second: Double = 0, id: String = Fresh.id(), role: StoredMessage.Role = .user,
        state: StoredMessage.State = .complete, turn: String? = nil, client: String? = nil
    ) -> StoredMessage {
        StoredMessage(
            id: id, conversation: conversation, role: role, text: text, at: Self.instant(second), state: state,
            turnID: turn, clientMessageID: client)
    }

    /// The newest messages, oldest first.
    func read(_ store: Conversations, before: String? = nil, limit: Int = 100) async throws -> [StoredMessage] {
        try await store.messages(user, conversation, before, limit)
    }

    /// The texts of the newest messages, oldest first.
    func texts(_ store: Conversations, before: String? = nil, limit: Int = 100) async throws -> [String] {
        try await read(store, before: before, limit: limit).map(\.text)
    }

    /// Stores each text one second after the one before.
    @discardableResult
    func say(_ texts: [String], in store: Conversations, from second: Double = 0) async throws -> [StoredMessage] {
        var stored: [StoredMessage] = []
        for (index, text) in texts.enumerated() {
            let message = message(text, at: second + Double(index))
            _ = try await store.append(user, message)
            stored.append(message)
        }
        return stored
    }
}
