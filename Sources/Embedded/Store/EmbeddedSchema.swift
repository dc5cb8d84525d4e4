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
        migrator.registerMigration("2 reports, alerts and triage") { db in
            try db.execute(sql: reports)
            try db.execute(sql: alerts)
            try db.execute(sql: triage)
        }
        migrator.registerMigration("3 the night shift") { db in
            try db.execute(sql: memory)
            try db.execute(sql: runs)
        }
        migrator.registerMigration("4 what an answer replaces and was made with") { db in
            try db.execute(sql: "ALTER TABLE messages ADD COLUMN replaces TEXT")
            try db.execute(sql: "ALTER TABLE messages ADD COLUMN origin TEXT")
        }
        migrator.registerMigration("5 chats of other services") { db in try db.execute(sql: links) }
        migrator.registerMigration("6 what models cost") { db in try db.execute(sql: spend) }
        return migrator
    }

    /// A row for each person and day, without feature and model, and one for each day, feature and model, about nobody.
    /// `day` counts from 1970-01-01, money is in millionths of a dollar.
    private static let spend = """
        CREATE TABLE spend (
            day INTEGER NOT NULL, userId TEXT NOT NULL, feature TEXT NOT NULL, model TEXT NOT NULL,
            requests INTEGER NOT NULL DEFAULT 0, promptTokens INTEGER NOT NULL DEFAULT 0,
            completionTokens INTEGER NOT NULL DEFAULT 0, spent INTEGER NOT NULL DEFAULT 0,
            estimated INTEGER NOT NULL DEFAULT 0, open INTEGER NOT NULL DEFAULT 0,
            reserved INTEGER NOT NULL DEFAULT 0,
            PRIMARY KEY (day, userId, feature, model)
        ) WITHOUT ROWID;
        CREATE INDEX spend_of_user ON spend (userId) WHERE userId <> '';
        CREATE TABLE reservations (id TEXT PRIMARY KEY, day INTEGER NOT NULL, choice INTEGER NOT NULL) WITHOUT ROWID;
        """

    /// `name` does not tell the chat's number.
    private static let links = """
        CREATE TABLE links (name TEXT PRIMARY KEY, userId TEXT NOT NULL) WITHOUT ROWID;
        CREATE INDEX links_of_user ON links (userId);
        """

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

    /// One report of a kind for each person. `insights` is JSON text.
    private static let reports = """
        CREATE TABLE reports (
            userId TEXT NOT NULL, kind TEXT NOT NULL, summary TEXT NOT NULL, insights TEXT NOT NULL,
            createdAt INTEGER NOT NULL, inputHash TEXT, source TEXT NOT NULL,
            PRIMARY KEY (userId, kind)
        ) WITHOUT ROWID;
        """

    /// Newest first for the queue and for a person; by key for raising once.
    private static let alerts = """
        CREATE TABLE alerts (
            id TEXT PRIMARY KEY, userId TEXT NOT NULL, email TEXT NOT NULL, message TEXT NOT NULL,
            category TEXT NOT NULL, createdAt INTEGER NOT NULL, state TEXT NOT NULL, snoozedUntil INTEGER,
            owner TEXT, note TEXT, key TEXT
        ) WITHOUT ROWID;
        CREATE INDEX alerts_of_key ON alerts (userId, key) WHERE key IS NOT NULL;
        CREATE INDEX alerts_of_user ON alerts (userId, createdAt DESC, id DESC);
        CREATE INDEX alerts_in_order ON alerts (createdAt DESC, id DESC);
        """

    /// `line` and `night` are JSON text; `urgency` and `level` repeat what they hold, to be found and ordered by.
    private static let triage = """
        CREATE TABLE triage (
            userId TEXT PRIMARY KEY, urgency INTEGER NOT NULL, level TEXT, line TEXT NOT NULL, night TEXT NOT NULL
        ) WITHOUT ROWID;
        CREATE INDEX triage_in_order ON triage (urgency DESC, userId);
        CREATE INDEX triage_of_level ON triage (level, urgency DESC, userId);
        """

    /// What is remembered of people between nights; `fences` says whose night wrote about a person last.
    private static let memory = """
        CREATE TABLE states (
            userId TEXT NOT NULL, kind TEXT NOT NULL, revision INTEGER NOT NULL, text TEXT NOT NULL, due INTEGER,
            PRIMARY KEY (userId, kind)
        ) WITHOUT ROWID;
        CREATE INDEX states_due ON states (kind, due, userId) WHERE due IS NOT NULL;
        CREATE TABLE tips (userId TEXT PRIMARY KEY, texts TEXT NOT NULL, createdAt INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE fences (userId TEXT PRIMARY KEY, number INTEGER NOT NULL) WITHOUT ROWID;
        CREATE INDEX messages_by_age ON messages (at);
        """

    /// `record` is JSON text; the other columns repeat what it holds, but for `isUnwanted`, which counts, and `fence`.
    /// `people` is whom it tells something of.
    /// A lease that nobody holds has no owner and keeps its fence.
    private static let runs = """
        CREATE TABLE runs (
            id TEXT PRIMARY KEY, isOver INTEGER NOT NULL, requestedAt INTEGER NOT NULL, endedAt INTEGER,
            isUnwanted INTEGER NOT NULL, fence INTEGER NOT NULL, people TEXT NOT NULL, record TEXT NOT NULL
        ) WITHOUT ROWID;
        CREATE INDEX runs_in_order ON runs (requestedAt, id);
        CREATE TABLE leases (name TEXT PRIMARY KEY, owner TEXT, until INTEGER NOT NULL, fence INTEGER NOT NULL)
            WITHOUT ROWID;
        """
}
