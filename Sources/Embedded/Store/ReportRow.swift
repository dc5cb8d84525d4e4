import Finance
import FoundationEssentials
import GRDB
import Ports
import Prompts

/// How a report stands in its table.
struct ReportRow: FetchableRecord {
    let report: StoredReport

    init(row: Row) throws {
        guard let kind = ReportKind(rawValue: row["kind"]), let source = StoredReport.Source(rawValue: row["source"])
        else { throw PortError(.malformed, "a report of the embedded store cannot be read") }
        report = StoredReport(
            kind: kind, summary: row["summary"],
            insights: try CodedText.read(row["insights"], as: [ReportInsight].self),
            createdAt: Date(milliseconds: row["createdAt"]), inputHash: row["inputHash"], source: source)
    }

    /// Takes the place of the one of its kind, unless that is newer.
    static func save(_ report: StoredReport, of user: UserID, _ db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO reports (userId, kind, summary, insights, createdAt, inputHash, source)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (userId, kind) DO UPDATE SET
                    summary = excluded.summary, insights = excluded.insights, createdAt = excluded.createdAt,
                    inputHash = excluded.inputHash, source = excluded.source
                WHERE excluded.createdAt >= createdAt
                """,
            arguments: [
                user.hex, report.kind.rawValue, report.summary, CodedText.write(report.insights),
                report.createdAt.milliseconds, report.inputHash, report.source.rawValue,
            ])
    }
}
