import Finance
import Foundation
import GRDB
public import Ports

/// The outbox: a SQLite file of its own beside whatever else is kept on this machine. Rows go when the store has them.
public struct OutboxFile: Sendable {
    /// The file's name inside its directory.
    public static let name = "outbox.sqlite"

    private let queue: DatabaseQueue

    /// Opens the file in `directory`, making both when they are missing; readable by this service's user only. Several
    /// processes may share it: what one of them writes twice is the same.
    public static func open(directory: String) async throws(PortError) -> OutboxFile {
        do {
            try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
            let path = directory + "/" + name
            let isThere = FileManager.default.fileExists(atPath: path)
            if !isThere,
                !FileManager.default.createFile(
                    atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
            {
                throw PortError(.unavailable, "the outbox cannot be made")
            }
            var configuration = Configuration()
            configuration.busyMode = .timeout(2)
            // A write that returned survives a power cut, and a row that was removed leaves nothing in the file.
            configuration.prepareDatabase { db in
                try db.execute(sql: "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON")
            }
            let file = OutboxFile(queue: try DatabaseQueue(path: path, configuration: configuration))
            try await file.queue.write { db in try db.execute(sql: schema) }
            return file
        } catch { throw PortError(store: error) }
    }

    private static let schema = """
        CREATE TABLE IF NOT EXISTS answers (
            place INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, userId TEXT NOT NULL, message TEXT NOT NULL
        );
        CREATE INDEX IF NOT EXISTS answers_of_user ON answers (userId);
        """

    /// Lets go of the file.
    public func close() { try? queue.close() }

    /// The port over it.
    public var port: Outbox {
        Outbox(
            put: { entry throws(PortError) in
                let text = try CodedText.write(entry.message)
                try await change(
                    "INSERT INTO answers (id, userId, message) VALUES (?, ?, ?) "
                        + "ON CONFLICT (id) DO UPDATE SET message = excluded.message",
                    [entry.message.id, entry.user.hex, text])
            },
            waiting: { limit throws(PortError) in try await waiting(limit) },
            remove: { id throws(PortError) in try await change("DELETE FROM answers WHERE id = ?", [id]) },
            forget: { user throws(PortError) in
                try await change("DELETE FROM answers WHERE userId = ?", [user.hex])
            })
    }

    private func change(_ sql: String, _ arguments: StatementArguments) async throws(PortError) {
        do { try await queue.write { db in try db.execute(sql: sql, arguments: arguments) } } catch {
            throw PortError(store: error)
        }
    }

    private func waiting(_ limit: Int) async throws(PortError) -> [Outbox.Entry] {
        do {
            return try await queue.read { db in
                let sql = "SELECT userId, message FROM answers ORDER BY place LIMIT ?"
                return try Row.fetchAll(db, sql: sql, arguments: [limit]).compactMap { row in
                    guard let user = UserID(row["userId"]) else { return nil }
                    return Outbox.Entry(user: user, message: try CodedText.read(row["message"], as: StoredMessage.self))
                }
            }
        } catch { throw PortError(store: error) }
    }
}
