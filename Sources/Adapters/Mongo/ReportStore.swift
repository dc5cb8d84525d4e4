internal import Finance
internal import FoundationEssentials
internal import Mongo
internal import Ports
internal import Prompts

/// Reports in `optimization_reports`. The old service had no index there and may have left two of a kind: the newest
/// counts, and one of ours that is newer still takes their place.
struct ReportStore: Sendable {
    /// Documents of one person that are read; there are three kinds, and rarely two of one.
    static let mostRead = 60

    let client: MongoClient

    /// The newest readable report of each kind.
    func all(_ user: UserID) async throws(PortError) -> [StoredReport] {
        let kinds = BSON(ReportKind.allCases.map(\.rawValue))
        let query = MongoQuery(
            ["userId": BSON(user), "reportType": ["$in": kinds]], sort: ["createdAt": -1, "_id": -1],
            limit: Self.mostRead)
        let reports = try await PortError.translating { () async throws(MongoError) in
            try await client.find(query, in: OwnCollection.reports.name)
        }.compactMap { ReportRow.report($0) }
        return ReportKind.allCases.compactMap { kind in reports.first { $0.kind == kind } }
    }

    /// Replaces ours unless it is newer, and then removes what that leaves behind of the old service: in this order, so
    /// that there is a report at every moment.
    func save(_ user: UserID, _ report: StoredReport) async throws(PortError) {
        try await client.put(
            ReportRow.notNewer(report, of: user, isOurs: true), ["$set": .document(ReportRow.content(report))],
            in: .reports)
        _ = try await PortError.translating { () async throws(MongoError) in
            try await client.delete(
                ReportRow.notNewer(report, of: user, isOurs: false), from: OwnCollection.reports, many: true)
        }
    }
}
