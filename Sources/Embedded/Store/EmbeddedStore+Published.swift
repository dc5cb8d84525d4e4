import GRDB
import Ports

// What is published about everyone and is about nobody: one text under a name.
extension EmbeddedStore {
    /// What was published last under a name; nil before the first time.
    func published<Value: Decodable>(_ name: String, as type: Value.Type) async throws(PortError) -> Value? {
        let text = try await read { db in
            try String.fetchOne(db, sql: "SELECT value FROM facts WHERE name = ?", arguments: [name])
        }
        return try text.map { text throws(PortError) in try CodedText.read(text, as: type) }
    }

    /// Replaces it.
    func publish(_ value: some Encodable & Sendable, as name: String) async throws(PortError) {
        let text = try CodedText.write(value)
        try await write { db in
            try db.execute(sql: "INSERT OR REPLACE INTO facts (name, value) VALUES (?, ?)", arguments: [name, text])
        }
    }
}
