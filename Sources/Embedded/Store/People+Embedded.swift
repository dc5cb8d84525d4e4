import Finance
import GRDB
public import Ports

extension People {
    /// People of the embedded store.
    public static func embedded(_ store: EmbeddedStore) -> People {
        People(
            find: { id throws(PortError) in
                let body = try await store.read { db in try EmbeddedStore.body("users", id.hex, db) }
                return try body.map { body throws(PortError) in try person(body) }
            },
            page: { after, limit throws(PortError) in
                try await store.read { db in try page(after: after, limit: limit, db) }
            })
    }

    private static func person(_ body: String) throws(PortError) -> Person {
        do { return try Person(document: DocumentText.read(body)) } catch {
            throw PortError(.malformed, "a user record of the embedded store cannot be read")
        }
    }

    /// Reads users in id order until enough of them count: the rule for who counts is `Person`'s, not SQL's.
    private static func page(after: UserID?, limit: Int, _ db: Database) throws -> [UserID] {
        let bodies = try String.fetchCursor(
            db,
            sql: """
                SELECT body FROM documents WHERE collection = 'users' AND id > ? AND isDeleted = 0 ORDER BY id
                """, arguments: [after?.hex ?? ""])
        var page: [UserID] = []
        while page.count < limit, let body = try bodies.next() {
            let person = try person(body)
            if person.isOfPopulation { page.append(person.id) }
        }
        return page
    }
}
