import Finance
import FoundationEssentials
import GRDB
import Ports

/// How a message stands in its table.
struct MessageRow: FetchableRecord {
    static let columns = "id, userId, conversation, role, text, at, state, turnId, clientMessageId"

    let message: StoredMessage

    init(row: Row) throws {
        guard let conversation = ConversationID(row["conversation"]),
            let role = StoredMessage.Role(rawValue: row["role"]),
            let state = StoredMessage.State(rawValue: row["state"])
        else { throw PortError(.malformed, "a message of the embedded store cannot be read") }
        message = StoredMessage(
            id: row["id"], conversation: conversation, role: role, text: row["text"],
            at: Date(milliseconds: row["at"]), state: state, turnID: row["turnId"],
            clientMessageID: row["clientMessageId"])
    }

    /// Messages by a condition on the columns above, oldest first unless ordered otherwise.
    static func fetch(
        _ db: Database, where condition: String, _ arguments: StatementArguments, order: String = "at, id"
    ) throws -> [StoredMessage] {
        try fetchAll(
            db, sql: "SELECT \(columns) FROM messages WHERE \(condition) ORDER BY \(order)", arguments: arguments
        ).map(\.message)
    }

    /// Whether the conversation holds a message.
    static func hasAny(of user: UserID, in conversation: ConversationID, _ db: Database) throws -> Bool {
        let sql = "SELECT EXISTS (SELECT 1 FROM messages WHERE userId = ? AND conversation = ?)"
        return try Bool.fetchOne(db, sql: sql, arguments: [user.hex, conversation.text]) ?? false
    }

    /// Adds a message that is not there.
    static func insert(_ message: StoredMessage, of user: UserID, _ db: Database) throws {
        try db.execute(
            sql: "INSERT INTO messages (\(columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            arguments: [
                message.id, user.hex, message.conversation.text, message.role.rawValue, message.text,
                message.at.milliseconds, message.state.rawValue, message.turnID, message.clientMessageID,
            ])
    }
}
