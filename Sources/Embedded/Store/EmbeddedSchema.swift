import GRDB

/// The tables of the embedded store. A migration that has shipped is never edited; the next change is the next one.
enum EmbeddedSchema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 documents and conversations") { db in
            try db.execute(sql: documents)
            try db.execute(sql: messages)
            try db.execute(sql: conversations)
        }
        return migrator
    }

    /// Records in the main backend's shape. `userId` and `isDeleted` repeat what `body` holds, to be found by.
    private static let documents = """
        CREATE TABLE documents (
            collection TEXT NOT NULL, id TEXT NOT NULL, userId TEXT, isDeleted INTEGER NOT NULL, body TEXT NOT NULL,
            PRIMARY KEY (collection, id)
        ) WITHOUT ROWID;
        CREATE INDEX documents_of_user ON documents (userId, collection) WHERE userId IS NOT NULL;
        CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        """

    /// Times are whole milliseconds since 1970. The unique index is what makes a repeated client message one message.
    private static let messages = """
        CREATE TABLE messages (
            id TEXT PRIMARY KEY, userId TEXT NOT NULL, conversation TEXT NOT NULL, role TEXT NOT NULL,
            text TEXT NOT NULL, at INTEGER NOT NULL, state TEXT NOT NULL, turnId TEXT, clientMessageId TEXT
        ) WITHOUT ROWID;
        CREATE INDEX messages_in_order ON messages (userId, conversation, at, id);
        CREATE UNIQUE INDEX messages_once ON messages (userId, clientMessageId) WHERE clientMessageId IS NOT NULL;
        CREATE INDEX messages_of_turn ON messages (userId, turnId) WHERE turnId IS NOT NULL;
        CREATE INDEX messages_partial ON messages (at) WHERE state = 'partial';
        """

    /// One row a conversation, kept by whoever writes a message. `title` is NULL until a question or a person names it.
    private static let conversations = """
        CREATE TABLE conversations (
            userId TEXT NOT NULL, id TEXT NOT NULL, title TEXT, createdAt INTEGER NOT NULL, lastAt INTEGER NOT NULL,
            PRIMARY KEY (userId, id)
        ) WITHOUT ROWID;
        CREATE INDEX conversations_by_activity ON conversations (userId, lastAt DESC);
        """
}
