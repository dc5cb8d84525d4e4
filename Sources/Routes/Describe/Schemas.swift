internal import Analyses

/// The named shapes of the document.
enum Schemas {
    static let all: JSON = .object(
        [
            .init("Problem", problem), .init("Conversation", conversation), .init("Message", message),
            .init("MessagePage", messagePage), .init("Figure", figure), .init("Skipped", skipped),
            .init("MonthSnapshot", monthSnapshot), .init("Readiness", readiness),
        ] + AnalysisSchemas.all + RunSchemas.all + InboxSchemas.all + HoldingRoutes.schemas
            + CategoryRoutes.schemas + ProfileRoutes.schemas
            + MoodRoutes.schemas + ReviewRoutes.schemas + PurchaseRoutes.schemas + PurchaseCompareRoute.schemas
            + ProposalRoutes.schemas + ReceiptRoutes.schemas + SearchRoute.schemas + ConversationExport.schemas)

    private static let problem = Schema.object(["detail": Schema.text, "code": Schema.text])

    private static let conversation = Schema.object([
        "conversation_id": Schema.text, "title": Schema.text, "createdAt": Schema.time, "lastAt": Schema.time,
    ])

    private static let message = Schema.object([
        "id": Schema.text, "role": Schema.oneOf(["user", "assistant"]), "content": Schema.text, "at": Schema.time,
        "state": Schema.oneOf(["complete", "partial", "stopped", "failed"]), "replaces": Schema.orNull(Schema.text),
    ])

    private static let messagePage = Schema.object([
        "conversation_id": Schema.text, "messages": Schema.list(Schema.named("Message")),
        "before": Schema.orNull(Schema.text),
    ])

    private static let figure = Schema.object([
        "id": Schema.text, "label": Schema.text,
        "value": [
            "description": "null when it cannot be computed; basis says why", "type": ["number", "string", "null"],
        ],
        "unit": Schema.orNull(Schema.oneOf(["GBP", "percent", "count", "date", "months"])),
        "window": Schema.orNull(Schema.text), "asOf": Schema.time, "basis": Schema.text,
        "records": Schema.orNull(Schema.whole), "coverage": Schema.text,
    ])

    private static let skipped = Schema.object([
        "collection": Schema.text, "id": Schema.text, "field": Schema.text, "reason": Schema.text,
    ])

    private static let monthSnapshot = Schema.object([
        "currency": Schema.oneOf(["GBP"]), "month": Schema.text, "asOf": Schema.time, "coverage": Schema.text,
        "figures": Schema.list(Schema.named("Figure")), "overview": ["type": "object"],
        "skipped": Schema.list(Schema.named("Skipped")),
        "suspectedDuplicates": Schema.list(Schema.list(Schema.text)),
    ])

    private static let readiness = Schema.object([
        "status": Schema.oneOf(["ready", "degraded", "unavailable", "draining"]),
        "warnings": Schema.list(Schema.text),
        "dependencies": Schema.list(
            Schema.object([
                "name": Schema.text, "state": Schema.oneOf(["up", "down"]), "needed": Schema.flag,
                "latencyMs": Schema.number, "reason": Schema.orNull(Schema.text),
            ])),
    ])
}

/// The shape of a nightly run.
enum RunSchemas {
    static let all: [JSON.Member] = [.init("Run", run)]

    private static let counts: JSON = ["type": "object", "additionalProperties": ["type": "integer"]]

    private static let people = Schema.object([
        "population": Schema.orNull(Schema.whole), "seen": Schema.whole, "changed": Schema.whole,
        "unchanged": Schema.whole, "gone": Schema.whole, "failed": Schema.whole, "causes": counts,
        "medianMs": Schema.orNull(Schema.number), "p95Ms": Schema.orNull(Schema.number), "alerts": Schema.whole,
        "insights": Schema.whole, "purged": Schema.whole, "erased": Schema.whole,
    ])

    private static let failure = Schema.object([
        "userId": Schema.text, "cause": Schema.text, "attempts": Schema.whole,
    ])

    /// What came of training the model of categories.
    private static let training = Schema.object([
        "adopted": Schema.flag, "reason": Schema.orNull(Schema.text), "card": Schema.orNull(Schema.anything),
    ])

    private static let run = Schema.object([
        "id": Schema.text, "night": Schema.day, "asOf": Schema.time,
        "trigger": Schema.oneOf(["clock", "key", "command", "admin"]), "userId": Schema.orNull(Schema.text),
        "state": Schema.oneOf(["wanted", "running", "done", "stopped"]), "reason": Schema.orNull(Schema.text),
        "isStopping": Schema.flag, "requestedAt": Schema.time, "startedAt": Schema.orNull(Schema.time),
        "updatedAt": Schema.time, "endedAt": Schema.orNull(Schema.time), "seconds": Schema.orNull(Schema.number),
        "people": people,
        "wording": Schema.object(["worded": Schema.whole, "unworded": Schema.whole, "tokens": Schema.whole]),
        "levels": counts, "categories": Schema.orNull(training), "closed": Schema.list(Schema.text),
        "failures": Schema.list(failure),
    ])
}
