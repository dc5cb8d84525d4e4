import Finance
import FoundationEssentials
import GRDB
import Ports

/// How a message stands in its table.
struct MessageRow: FetchableRecord {
    static let columns = "id, userId, conversation, role, text, at, state, turnId, clientMessageId, replaces, origin"

    let message: StoredMessage

    init(row: Row) throws {
        guard let conversation = ConversationID(row["conversation"]),
            let role = StoredMessage.Role(rawValue: row["role"]),
            let state = StoredMessage.State(rawValue: row["state"])
        else { throw PortError(.malformed, "a message of the embedded store cannot be read") }
        message = StoredMessage(
            id: row["id"], conversation: conversation, role: role, text: row["text"],
            at: Date(milliseconds: row["at"]), state: state, turnID: row["turnId"],
            clientMessageID: row["clientMessageId"], replaces: row["replaces"],
            origin: try (row["origin"] as String?).map { try CodedText.read($0, as: AnswerOrigin.self) })
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

    /// What an answer was made with, as JSON text.
    static func origin(_ message: StoredMessage) throws -> String? {
        try message.origin.map { try CodedText.write($0) }
    }

    /// Messages of a person that hold all of the words, newest first. Whole rows are looked at one after the other, so
    /// that case is folded the way people read it, which the database does for ASCII only.
    static func search(
        _ user: UserID, _ words: [String], before: String?, limit: Int, _ db: Database
    ) throws -> [StoredMessage] {
        var sql = "SELECT \(columns) FROM messages WHERE userId = ?1"
        // An unknown id makes the comparison NULL, and the page empty.
        if before != nil { sql += " AND (at, id) < (SELECT at, id FROM messages WHERE userId = ?1 AND id = ?2)" }
        var arguments: StatementArguments = [user.hex]
        if let before { arguments += [before] }
        let wanted = words.map { $0.lowercased() }
        guard !wanted.isEmpty else { return [] }
        var found: [StoredMessage] = []
        let rows = try fetchCursor(db, sql: sql + " ORDER BY at DESC, id DESC", arguments: arguments)
        while found.count < limit, let message = try rows.next()?.message {
            let text = message.text.lowercased()
            if wanted.allSatisfy(text.contains) { found.append(message) }
        }
        return found
    }

    /// Adds a message that is not there.
    static func insert(_ message: StoredMessage, of user: UserID, _ db: Database) throws {
        try db.execute(
            sql: "INSERT INTO messages (\(columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            arguments: [
                message.id, user.hex, message.conversation.text, message.role.rawValue, message.text,
                message.at.milliseconds, message.state.rawValue, message.turnID, message.clientMessageID,
                message.replaces, try origin(message),
            ])
    }
}
