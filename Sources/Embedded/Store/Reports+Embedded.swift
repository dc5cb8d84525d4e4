import Finance
import GRDB
public import Ports
import Prompts

extension Reports {
    /// Reports of the embedded store.
    public static func embedded(_ store: EmbeddedStore) -> Reports {
        Reports(
            all: { user throws(PortError) in
                let sql = "SELECT * FROM reports WHERE userId = ?"
                let found = try await store.read { db in
                    try ReportRow.fetchAll(db, sql: sql, arguments: [user.hex]).map(\.report)
                }
                return ReportKind.allCases.compactMap { kind in found.first { $0.kind == kind } }
            },
            save: { user, report throws(PortError) in
                try await store.write { db in try ReportRow.save(report, of: user, db) }
            })
    }
}
