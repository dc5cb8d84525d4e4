import Finance
import FoundationEssentials
import GRDB
import Ports
import Prompts

/// How a conversation stands in its table.
struct ConversationRow: FetchableRecord {
    let summary: ConversationSummary

    init(row: Row) throws {
        guard let id = ConversationID(row["id"]) else {
            throw PortError(.malformed, "a conversation of the embedded store cannot be read")
        }
        summary = ConversationSummary(
            id: id, title: row["title"] ?? ConversationTitle.untitled,
            createdAt: Date(milliseconds: row["createdAt"]),
            lastAt: Date(milliseconds: row["lastAt"]))
    }

    /// Notes that something was said: begins the conversation with its first message, names it by its first question.
    static func touch(_ message: StoredMessage, of user: UserID, _ db: Database) throws {
        let title = message.role == .user ? ConversationTitle.make(from: message.text) : nil
        try db.execute(
            sql: """
                INSERT INTO conversations (userId, id, title, createdAt, lastAt) VALUES (:user, :id, :title, :at, :at)
                ON CONFLICT (userId, id) DO UPDATE SET
                    title = coalesce(title, excluded.title), createdAt = min(createdAt, excluded.createdAt),
                    lastAt = max(lastAt, excluded.lastAt)
                """,
            arguments: [
                "user": user.hex, "id": message.conversation.text, "title": title, "at": message.at.milliseconds,
            ])
    }
}
