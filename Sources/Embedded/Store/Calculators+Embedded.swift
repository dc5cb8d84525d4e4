import Analyses
import Finance
import GRDB
public import Ports

extension Calculators {
    /// Calculations among the records of the embedded store.
    public static func embedded(_ store: EmbeddedStore) -> Calculators {
        Calculators { user throws(PortError) in
            try await store.read { db in
                CalculatorDocuments(
                    savings: try newest("savingcalculations", of: user, db),
                    loan: try newest("loanrepaymentcalculations", of: user, db),
                    futureValue: try newest("inflationcalculations", of: user, db),
                    historical: try newest("inflationapicalculations", of: user, db))
            }
        }
    }

    private static func newest(_ collection: String, of user: UserID, _ db: Database) throws -> Document? {
        let sql = "SELECT body FROM documents WHERE userId = ? AND collection = ? ORDER BY id DESC LIMIT 1"
        return try String.fetchOne(db, sql: sql, arguments: [user.hex, collection]).map(DocumentText.read)
    }
}
