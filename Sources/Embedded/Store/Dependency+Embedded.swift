import GRDB
public import Ports

extension Dependency {
    /// The embedded store, needed: without it nothing is remembered. The probe reads the file.
    public static func embedded(_ store: EmbeddedStore) -> Dependency {
        Dependency(name: "embedded store", isNeeded: true) { () throws(PortError) in
            let answer = try await store.read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM facts") }
            guard answer != nil else { throw PortError(.unavailable, "the embedded store gave no answer") }
        }
    }
}
