internal import Analyses
internal import Finance
internal import Hummingbird
internal import Logging
internal import Ports

/// Who may need a look first, and how many stand where. A screening aid: every answer says so.
enum TriageRoutes {
    static func routes(_ parts: RouteParts, at door: Door) -> [Route] {
        let triage = parts.stores.triage
        let most = parts.settings.limits.triage
        return [
            .admin(.get, "/admin/users", users(most), at: door) { request, context, caller in
                let query = QueryReader(request)
                let level = try query.oneOf("risk", RiskBand.self)
                let limit = try query.whole("limit", in: 1...most, default: min(50, most))
                // One more than asked tells whether there is another page.
                let rows = try await triage.page(level, try query.triageCursor("cursor"), limit + 1)
                let shown = rows.prefix(limit)
                let next = rows.count > limit ? shown.last?.cursor.description : nil
                context.audit("admin.listed", by: caller, parts, ["people": "\(shown.count)"])
                return .json([
                    "users": .array(shown.map(\.json)), "cursor": .string(orNull: next),
                    "notice": .string(RiskAssessment.notice),
                ])
            },
            .admin(.get, "/admin/overview", overview, at: door) { _, _, _ in
                let counts = try await triage.counts()
                let runs = try await parts.stores.runs.newest(WeeksOfLevels.runs)
                let levels = RiskBand.allCases.map { JSON.Member($0.rawValue, .int(Int64(counts[$0] ?? 0))) }
                return .json([
                    "asOf": .string(parts.now().rfc3339),
                    "levels": .object(levels + [JSON.Member("notAssessed", .int(Int64(counts[nil] ?? 0)))]),
                    "assessed": .int(Int64(counts.values.reduce(0, +))),
                    "weeks": WeeksOfLevels.json(of: runs, on: Day(parts.now())),
                    "messages": .array((runs.lazy.compactMap(\.trials).first ?? []).map(\.json)),
                    "notice": .string(RiskAssessment.notice),
                ])
            },
        ]
    }

    private static func users(_ most: Int) -> Operation {
        Operation(
            id: "adminUsers", summary: "People by risk, the most urgent first", tag: "admin",
            parameters: [
                .init(
                    name: "risk", words: "Only this level.", schema: Schema.oneOf(RiskBand.allCases.map(\.rawValue))),
                .init(name: "cursor", words: "Where the last page ended.", schema: Schema.text),
                .init(
                    name: "limit", words: "How many at most.",
                    schema: Schema.whole(1...most, default: min(50, most))),
            ],
            answers: [
                .init(
                    status: 200, words: "One page.",
                    schema: Schema.object([
                        "users": Schema.list(Schema.anything), "cursor": Schema.orNull(Schema.text),
                        "notice": Schema.text,
                    ])), .problem(422, "A value in the query cannot be used."),
            ])
    }

    private static let overview = Operation(
        id: "adminOverview", summary: "How many people stand at each level", tag: "admin",
        answers: [
            .init(
                status: 200, words: "The counts.",
                schema: Schema.object([
                    "asOf": Schema.time, "levels": Schema.anything, "assessed": Schema.whole,
                    "weeks": Schema.list(Schema.anything), "messages": Schema.list(Schema.anything),
                    "notice": Schema.text,
                ]))
        ])
}

extension QueryReader {
    /// One of a closed set of words.
    func oneOf<Choice: RawRepresentable & CaseIterable>(
        _ name: String, _: Choice.Type
    ) throws(Problem) -> Choice? where Choice.RawValue == String {
        guard let text = try text(name) else { return nil }
        guard let choice = Choice(rawValue: text) else {
            throw .invalid(name, "one of \(Choice.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return choice
    }

    fileprivate func triageCursor(_ name: String) throws(Problem) -> TriageCursor? {
        guard let text = try text(name) else { return nil }
        guard let cursor = TriageCursor(text) else { throw .invalid(name, "a cursor of an earlier page") }
        return cursor
    }
}
