import Analyses
import Finance
import GRDB
public import Ports

extension Calculators {
    /// Calculations among the records of the embedded store.
    public static func embedded(_ store: EmbeddedStore) -> Calculators {
        Calculators { user throws(PortError) in
            try await store.read { db in try newest(of: user, db) }
        }
    }

    /// Collections of calculations.
    static let collections = [
        "savingcalculations", "loanrepaymentcalculations", "inflationcalculations", "inflationapicalculations",
    ]

    /// The newest of each calculator.
    static func newest(of user: UserID, _ db: Database) throws -> CalculatorDocuments {
        let found = try collections.map { try newest($0, of: user, db) }
        return CalculatorDocuments(savings: found[0], loan: found[1], futureValue: found[2], historical: found[3])
    }

    private static func newest(_ collection: String, of user: UserID, _ db: Database) throws -> Document? {
        let sql =
            "SELECT body FROM documents INDEXED BY documents_of_user WHERE userId = ? AND collection = ? ORDER BY id DESC LIMIT 1"
        return try String.fetchOne(db, sql: sql, arguments: [user.hex, collection]).map(DocumentText.read)
    }
}
