internal import Analyses
internal import Finance
internal import FoundationEssentials
internal import Hummingbird
internal import Logging
internal import Ports

/// Everything held of the caller: to take along, and to have removed. The main backend's own records are its business.
enum HoldingRoutes {
    static func routes(_ parts: RouteParts, at door: Door) -> [Route] {
        [
            .person(.get, "/me/export", export, at: door) { _, context, caller in
                let held = try await parts.stores.holdings.export(caller.user)
                context.logger.notice(
                    "person.exported",
                    metadata: [
                        "user": "\(parts.logName(caller.user))",
                        "documents": "\(held.reduce(0) { $0 + $1.documents.count })",
                    ])
                var response = Response.json(document(held, of: caller.user, at: parts.now()))
                response.headers[.contentDisposition] = "attachment; filename=\"reho-export.json\""
                return response
            },
            .person(.delete, "/me/data", remove, at: door) { _, context, caller in
                let count = try await parts.forget(caller.user)
                context.logger.notice(
                    "person.forgotten",
                    metadata: ["user": "\(parts.logName(caller.user))", "documents": "\(count)"])
                return .json(["removed": .int(Int64(count))])
            },
        ]
    }

    private static func document(_ held: [Holdings.Part], of user: UserID, at now: Date) -> JSON {
        [
            "generatedAt": .string(now.rfc3339), "userId": .string(user.hex),
            "retention": .array(
                Retention.all.map { rule in
                    ["what": .string(rule.what), "days": rule.days.map { .int(Int64($0)) } ?? .null]
                }),
            "held": .object(held.map { JSON.Member($0.name, .array($0.documents)) }),
        ]
    }

    private static let export = Operation(
        id: "exportData", summary: "Everything held of the caller, in one document", tag: "me",
        answers: [.init(status: 200, words: "The document.", schema: Schema.named("Export"))])

    private static let remove = Operation(
        id: "removeData", summary: "Removes everything held of the caller; open sockets close", tag: "me",
        answers: [
            .init(
                status: 200, words: "How many documents are gone.", schema: Schema.object(["removed": Schema.whole]))
        ])

    /// The shape of the document.
    static let schemas: [JSON.Member] = [
        .init(
            "Export",
            Schema.object([
                "generatedAt": Schema.time, "userId": Schema.text,
                "retention": Schema.list(
                    Schema.object(["what": Schema.text, "days": Schema.orNull(Schema.whole)])),
                "held": [
                    "type": "object", "additionalProperties": ["type": "array", "items": ["type": "object"]],
                ],
            ]))
    ]
}
