internal import Finance
internal import FoundationEssentials
internal import Mongo
internal import Ports
internal import Prompts

// A report as `optimization_reports` holds it. `userId`, `reportType`, `reportData` and `createdAt` are what the old
// service wrote and would read again; `inputHash`, `source` and `savedAt` are ours. Should the old service write over one
// of ours, it leaves these three as they are: `savedAt` then is no longer `createdAt`, and the words are not ours.

/// One stored report between its document and its value.
enum ReportRow {
    /// What a person has one of.
    static func key(_ kind: ReportKind, of user: UserID) -> BSONDocument {
        ["userId": BSON(user), "reportType": .string(kind.rawValue)]
    }

    /// What gives way to a report: of its kind and not newer, ours or the old service's.
    static func notNewer(_ report: StoredReport, of user: UserID, isOurs: Bool) -> BSONDocument {
        key(report.kind, of: user)
            + ["source": ["$exists": .bool(isOurs)], "createdAt": ["$not": ["$gt": BSON(report.createdAt)]]]
    }

    /// Everything else.
    static func content(_ report: StoredReport) -> BSONDocument {
        let insights = report.insights.map { point -> BSON in
            [
                "insight": .string(point.insight), "suggestion": .string(point.suggestion),
                "category": .string(point.category),
            ]
        }
        return [
            "reportData": ["summary": .string(report.summary), "insights": .array(insights)],
            "createdAt": BSON(report.createdAt), "savedAt": BSON(report.createdAt),
            "inputHash": report.inputHash.map(BSON.string) ?? .null, "source": .string(report.source.rawValue),
        ]
    }

    /// The report in a document; nil for one of an unknown kind or without a word to show.
    static func report(_ stored: BSONDocument) -> StoredReport? {
        guard let kind = stored["reportType"]?.string.flatMap({ ReportKind(rawValue: $0) }),
            let id = stored["_id"]?.id, let data = stored["reportData"]?.document
        else { return nil }
        let insights = (data["insights"]?.array ?? []).compactMap { insight($0) }
        let summary = data["summary"]?.string
        guard summary != nil || !insights.isEmpty else { return nil }
        let source = stored["source"]?.string.flatMap { StoredReport.Source(rawValue: $0) }
        let isOurs = source != nil && stored["savedAt"]?.date == stored["createdAt"]?.date
        return StoredReport(
            kind: kind, summary: summary ?? "", insights: insights,
            createdAt: stored["createdAt"]?.date.map { Date(milliseconds: $0) } ?? id.madeAt,
            inputHash: isOurs ? stored["inputHash"]?.string : nil, source: isOurs ? source ?? .model : .model)
    }

    private static func insight(_ stored: BSON) -> ReportInsight? {
        guard let point = stored.document, let insight = point["insight"]?.string,
            let suggestion = point["suggestion"]?.string, let category = point["category"]?.string
        else { return nil }
        return ReportInsight(insight: insight, suggestion: suggestion, category: category)
    }
}
