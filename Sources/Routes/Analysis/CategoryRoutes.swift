internal import Analyses
internal import Finance
internal import Hummingbird
internal import Ports

/// Categories for the caller's expenses that have none, and the caller's word on what a name is.
enum CategoryRoutes {
    /// Most characters of a name or a category.
    private static let longest = 100

    static func routes(_ parts: RouteParts, at door: Door) -> [Route] {
        [
            .person(.get, "/analysis/categories", suggest, at: door) { _, _, caller in
                let now = parts.now()
                let snapshot = try await parts.snapshots.read(caller.user, Month(containing: now), now)
                return .json(try await parts.stores.categories.suggestions(for: snapshot).json)
            },
            .person(.put, "/me/categories", correct, at: door) { request, context, caller in
                let body = try await JSONBody.read(Body.self, request, context)
                try body.check()
                try await parts.stores.categories.correct(body.name, to: body.category, for: caller.user)
                return .json(["name": .string(body.name), "category": .string(body.category)])
            },
        ]
    }

    private struct Body: Decodable {
        /// The name of a payment.
        var name: String
        /// What it is; empty takes an earlier word back.
        var category: String

        func check() throws(Problem) {
            guard name.contains(where: \.isLetter), name.count <= longest else {
                throw .invalid("name", "up to \(longest) characters with a letter among them")
            }
            guard category.count <= longest else { throw .invalid("category", "up to \(longest) characters") }
        }
    }

    private static let suggest = Operation(
        id: "analysisCategories", summary: "Expenses without a category, with one that fits", tag: "analysis",
        answers: [
            .init(status: 200, words: "Suggestions; nothing is written.", schema: Schema.named("CategorySuggestions")),
            .problem(404, "The caller has no records here any more."),
        ])

    private static let correct = Operation(
        id: "correctCategory", summary: "Says what a name is, from now on", tag: "me",
        body: ["type": "object", "properties": ["name": Schema.text, "category": Schema.text]],
        answers: [
            .init(
                status: 200, words: "Taken down as given.",
                schema: Schema.object(["name": Schema.text, "category": Schema.text])),
            .problem(400, "The body is not JSON."),
            .problem(413, "The body is too large."), .problem(422, "The name or the category cannot be used."),
        ])

    static let schemas: [JSON.Member] = [
        .init(
            "CategorySuggestions",
            Schema.object([
                "asOf": Schema.time, "currency": Schema.oneOf(["GBP"]), "count": Schema.whole,
                "suggested": Schema.whole, "total": Schema.number, "basis": Schema.text,
                "model": Schema.orNull(Schema.anything),
                "expenses": Schema.list(
                    Schema.object([
                        "id": Schema.text, "name": Schema.text, "amount": Schema.number, "on": Schema.day,
                        "suggestion": Schema.orNull(Schema.text), "title": Schema.text, "confidence": Schema.number,
                        "source": Schema.oneOf(["chosen", "corrected", "remembered", "modelled", "none"]),
                    ])),
            ]))
    ]
}
