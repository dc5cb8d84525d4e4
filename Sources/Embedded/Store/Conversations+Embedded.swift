import Finance
import FoundationEssentials
import GRDB
public import Ports

extension Conversations {
    /// Conversations of the embedded store.
    public static func embedded(_ store: EmbeddedStore) -> Conversations {
        Conversations(
            append: { user, message throws(PortError) in
                try await store.write { db in try append(message, of: user, db) }
            },
            save: { user, message throws(PortError) in
                try await store.write { db in try save(message, of: user, db) }
            },
            messages: { user, conversation, before, limit throws(PortError) in
                try await store.read { db in try messages(user, conversation, before: before, limit: limit, db) }
            },
            turn: { user, turnID throws(PortError) in
                try await store.read { db in
                    try MessageRow.fetch(db, where: "userId = ? AND turnId = ?", [user.hex, turnID])
                }
            },
            hasHistory: { user throws(PortError) in
                try await store.read { db in
                    let sql = "SELECT EXISTS (SELECT 1 FROM messages WHERE userId = ?)"
                    return try Bool.fetchOne(db, sql: sql, arguments: [user.hex]) ?? false
                }
            },
            list: { user, after, limit throws(PortError) in
                try await store.read { db in try list(user, after: after, limit: limit, db) }
            },
            search: { user, words, before, limit throws(PortError) in
                try await store.read { db in try MessageRow.search(user, words, before: before, limit: limit, db) }
            },
            find: { user, id throws(PortError) in
                let condition = "userId = ? AND id = ?"
                return try await store.read { db in try summaries(db, condition, [user.hex, id.text]).first }
            },
            rename: { user, id, title throws(PortError) in
                let sql = "UPDATE conversations SET title = ? WHERE userId = ? AND id = ?"
                return try await store.write { db in try changes(db, sql, [title, user.hex, id.text]) > 0 }
            },
            delete: { user, id throws(PortError) in
                try await store.write { db in try delete(user, id, db) }
            },
            failOrphans: { before throws(PortError) in
                try await store.write { db in try failOrphans(before: before, db) }
            })
    }

    /// Questions of the last day that nobody began to answer have failed as well.
    private static func failOrphans(before: Date, _ db: Database) throws -> Int {
        let partial = "UPDATE messages SET state = 'failed' WHERE state = 'partial' AND at < ?"
        let unanswered = """
            INSERT INTO messages (id, userId, conversation, role, text, at, state, turnId)
            SELECT lower(hex(randomblob(12))), userId, conversation, 'assistant', '', at + 1, 'failed', turnId
            FROM messages AS asked
            WHERE role = 'user' AND turnId IS NOT NULL AND at >= ?1 - 86400000 AND at < ?1 AND NOT EXISTS (
                SELECT 1 FROM messages WHERE userId = asked.userId AND turnId = asked.turnId AND role = 'assistant')
            """
        return try changes(db, partial, [before.milliseconds]) + changes(db, unanswered, [before.milliseconds])
    }

    /// The write transaction is the only one at a time, so that looking first and inserting then is one step.
    private static func append(_ message: StoredMessage, of user: UserID, _ db: Database) throws -> Stored {
        let same = try MessageRow.fetch(
            db, where: "userId = ?1 AND (id = ?2 OR clientMessageId = ?3)",
            [user.hex, message.id, message.clientMessageID])
        if let stored = same.first { return .already(stored) }
        try MessageRow.insert(message, of: user, db)
        try ConversationRow.touch(message, of: user, db)
        return .new
    }

    private static func save(_ message: StoredMessage, of user: UserID, _ db: Database) throws {
        var sql = "UPDATE messages SET text = ?, state = ?, origin = coalesce(?, origin) WHERE id = ? AND userId = ?"
        if message.state == .partial { sql += " AND state = 'partial'" }
        let replaced = try changes(
            db, sql,
            [message.text, message.state.rawValue, try MessageRow.origin(message), message.id, user.hex])
        if replaced == 0 {
            let hasEnded = try !MessageRow.fetch(db, where: "id = ? AND userId = ?", [message.id, user.hex]).isEmpty
            if hasEnded { throw PortError(.conflict, "the answer has ended") }
            guard try MessageRow.hasAny(of: user, in: message.conversation, db) else { return }
            try MessageRow.insert(message, of: user, db)
        }
        try ConversationRow.touch(message, of: user, db)
    }

    private static func messages(
        _ user: UserID, _ conversation: ConversationID, before: String?, limit: Int, _ db: Database
    ) throws -> [StoredMessage] {
        var condition = "userId = ?1 AND conversation = ?2"
        if before != nil {
            // An unknown id makes the comparison NULL, and the page empty.
            condition += " AND (at, id) < (SELECT at, id FROM messages WHERE \(condition) AND id = ?4)"
        }
        var arguments: StatementArguments = [user.hex, conversation.text, limit]
        if let before { arguments += [before] }
        return try MessageRow.fetch(db, where: condition, arguments, order: "at DESC, id DESC LIMIT ?3").reversed()
    }

    private static func delete(_ user: UserID, _ id: ConversationID, _ db: Database) throws -> Bool {
        try db.execute(
            sql: "DELETE FROM messages WHERE userId = ? AND conversation = ?", arguments: [user.hex, id.text])
        return try changes(db, "DELETE FROM conversations WHERE userId = ? AND id = ?", [user.hex, id.text]) > 0
    }

    private static func list(
        _ user: UserID, after: ConversationID?, limit: Int, _ db: Database
    ) throws -> [ConversationSummary] {
        guard let after else {
            return try summaries(db, "userId = ? ORDER BY lastAt DESC, id LIMIT ?", [user.hex, limit])
        }
        let place = "(SELECT -lastAt, id FROM conversations WHERE userId = ?1 AND id = ?2)"
        return try summaries(
            db, "userId = ?1 AND (-lastAt, id) > \(place) ORDER BY lastAt DESC, id LIMIT ?3",
            [user.hex, after.text, limit])
    }

    private static func summaries(
        _ db: Database, _ condition: String, _ arguments: StatementArguments
    ) throws -> [ConversationSummary] {
        try ConversationRow.fetchAll(
            db, sql: "SELECT id, title, createdAt, lastAt FROM conversations WHERE \(condition)", arguments: arguments
        ).map(\.summary)
    }

    private static func changes(_ db: Database, _ sql: String, _ arguments: StatementArguments) throws -> Int {
        try db.execute(sql: sql, arguments: arguments)
        return db.changesCount
    }
}
