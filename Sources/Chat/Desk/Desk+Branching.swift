public import Finance
import FoundationEssentials
public import Ports
import Prompts

// A conversation that goes on differently from some point: what was said so far is copied, and nothing is lost.
extension Desk {
    /// Messages a branch takes along; of a longer conversation, the newest before the point.
    static let branchMessages = 200

    /// Begins a conversation that holds what was said in another one up to a message: with it, or, to say something else
    /// in its place, without it. nil when the person has no such message there.
    public func branch(
        _ conversation: ConversationID, at messageID: String, isKept: Bool, of user: UserID
    ) async throws(PortError) -> ConversationSummary? {
        guard let row = try await ports.conversations.find(user, conversation) else { return nil }
        let before = try await ports.conversations.messages(user, conversation, messageID, Self.branchMessages)
        guard let named = try await message(messageID, of: user, in: conversation) else { return nil }
        guard let branch = ConversationID(UUID().uuidString.lowercased()) else { return nil }
        for message in isKept ? before + [named] : before {
            _ = try await ports.conversations.append(user, copy(message, to: branch))
        }
        let isEmpty = before.isEmpty && !isKept
        let title = ConversationTitle.branch(of: row.title)
        if !isEmpty { _ = try await ports.conversations.rename(user, branch, title) }
        return ConversationSummary(id: branch, title: title, createdAt: row.createdAt, lastAt: named.at)
    }

    /// A message by its id, looked for from the newest one backwards.
    private func message(
        _ id: String, of user: UserID, in conversation: ConversationID
    ) async throws(PortError) -> StoredMessage? {
        var end: String?
        while true {
            let page = try await ports.conversations.messages(user, conversation, end, Self.branchMessages)
            if let found = page.first(where: { $0.id == id }) { return found }
            guard let first = page.first, page.count == Self.branchMessages else { return nil }
            end = first.id
        }
    }

    /// The same words under a name of their own. They belong to no turn: those of the other conversation stay its own.
    private func copy(_ message: StoredMessage, to branch: ConversationID) -> StoredMessage {
        StoredMessage(
            id: messageID(), conversation: branch, role: message.role, text: message.text, at: message.at,
            state: message.state == .partial ? .failed : message.state, origin: message.origin)
    }
}
