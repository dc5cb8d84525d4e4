internal import Analyses
internal import Finance
internal import Hummingbird
internal import Ports
internal import Prompts

/// A month or a week of the caller as a document to read or to keep: for a program, as Markdown, or the figures as CSV.
enum ReviewRoutes {
    static func routes(_ parts: RouteParts, at door: Door) -> [Route] {
        [
            route(parts, door, "monthly-review", AnalysisDescriptions.month) { snapshot, query throws(Problem) in
                MonthlyReview(of: snapshot, month: try query.month("month")).document
            },
            route(
                parts, door, "weekly-review",
                .init(
                    name: "isoWeek", words: "As YYYY-Www; this week unless given.",
                    schema: ["type": "string", "pattern": "^[0-9]{4}-W[0-9]{2}$"])
            ) { snapshot, query throws(Problem) in
                WeeklyReview(of: snapshot, week: try query.week("isoWeek")).document
            },
        ]
    }

    private enum Format: String, CaseIterable { case json, markdown, csv }

    private static func route(
        _ parts: RouteParts, _ door: Door, _ name: String, _ parameter: Operation.Parameter,
        _ make: @escaping @Sendable (Snapshot, QueryReader) throws(Problem) -> ReviewDocument
    ) -> Route {
        .person(.get, "/analysis/\(name)", description(name, parameter), at: door) { request, _, caller in
            let query = QueryReader(request)
            guard let format = Format(rawValue: try query.text("format") ?? "json") else {
                throw Problem.invalid("format", "json, markdown or csv")
            }
            let now = parts.now()
            let snapshot = try await parts.snapshots.read(caller.user, Month(containing: now), now)
            return answer(try make(snapshot, query), as: format)
        }
    }

    private static func answer(_ document: ReviewDocument, as format: Format) -> Response {
        switch format {
        case .json: .json(document.json)
        case .markdown: file(document.markdown, "text/markdown", document.fileName + ".md")
        case .csv: file(document.csv, "text/csv", document.fileName + ".csv")
        }
    }

    private static func file(_ text: String, _ kind: String, _ name: String) -> Response {
        var response = Response.text(text, as: "\(kind); charset=utf-8")
        response.headers[.contentDisposition] = "attachment; filename=\"\(name)\""
        return response
    }

    private static func description(_ name: String, _ parameter: Operation.Parameter) -> Operation {
        let format = Operation.Parameter(
            name: "format", words: "json unless given.", schema: Schema.oneOf(Format.allCases.map(\.rawValue)))
        return Operation(
            id: name == "monthly-review" ? "monthlyReview" : "weeklyReview",
            summary: "The caller's \(name.replacing("-", with: " "))", tag: "analysis",
            parameters: [parameter, format],
            answers: [
                .init(
                    status: 200, words: "The review, as JSON or as a file.", schema: Schema.named("Review"),
                    texts: ["text/markdown", "text/csv"]),
                .problem(404, "The caller has no records here any more."),
                .problem(422, "A value in the query cannot be used."),
            ])
    }

    static let schemas: [JSON.Member] = [
        .init(
            "Review",
            Schema.object([
                "kind": Schema.oneOf(["monthly_review", "weekly_review"]), "title": Schema.text, "period": Schema.text,
                "currency": Schema.oneOf(["GBP"]), "asOf": Schema.time, "remarks": Schema.list(Schema.text),
                "sections": Schema.list(Schema.anything), "notice": Schema.text,
            ]))
    ]
}
