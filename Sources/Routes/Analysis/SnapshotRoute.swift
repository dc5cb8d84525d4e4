internal import Analyses
internal import Finance
internal import Hummingbird
internal import Ports

/// The caller's figures of one month, each with its window, its basis and when its records were read.
enum SnapshotRoute {
    static func route(_ parts: RouteParts, at door: Door) -> Route {
        .person(.get, "/analysis/snapshot", description, at: door) { request, _, caller in
            let query = QueryReader(request)
            let now = parts.now()
            let month = try query.month("month") ?? Month(containing: now)
            let source = try query.flag("refresh") ? parts.freshSnapshots : parts.snapshots
            return .json(body(of: Review(of: try await source.read(caller.user, month, now))))
        }
    }

    static func body(of review: Review) -> JSON {
        let snapshot = review.snapshot
        return [
            "currency": "GBP", "month": .string(snapshot.month.description),
            "asOf": .string(snapshot.asOf.rfc3339), "coverage": .string(review.month.current.coverage.rawValue),
            "overview": review.card(.month).data, "figures": .array(review.figures.map(\.json)),
            "skipped": .array(snapshot.skipped.map(skipped)),
            "suspectedDuplicates": .array(snapshot.suspectedDuplicates.map { .array($0.map { .string($0) }) }),
        ]
    }

    private static func skipped(_ remark: Skipped) -> JSON {
        [
            "collection": .string(remark.collection), "id": .string(remark.id), "field": .string(remark.field),
            "reason": .string(remark.reason),
        ]
    }

    private static let description = Operation(
        id: "analysisSnapshot", summary: "The caller's figures of one month", tag: "analysis",
        parameters: [
            .init(
                name: "month", words: "As YYYY-MM; this month unless given.",
                schema: ["type": "string", "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])$"]),
            .init(name: "refresh", words: "true reads the records now.", schema: Schema.flag),
        ],
        answers: [
            .init(status: 200, words: "The figures.", schema: Schema.named("MonthSnapshot")),
            .problem(404, "The caller has no records here any more."),
            .problem(422, "A value in the query cannot be used."),
        ])
}
