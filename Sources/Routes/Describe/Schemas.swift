internal import Analyses

/// The named shapes of the document.
enum Schemas {
    static let all: JSON = .object(
        [
            .init("Problem", problem), .init("Conversation", conversation), .init("Message", message),
            .init("MessagePage", messagePage), .init("Figure", figure), .init("Skipped", skipped),
            .init("MonthSnapshot", monthSnapshot), .init("Readiness", readiness),
        ] + AnalysisSchemas.all)

    private static let problem = Schema.object(["detail": Schema.text, "code": Schema.text])

    private static let conversation = Schema.object([
        "conversation_id": Schema.text, "title": Schema.text, "createdAt": Schema.time, "lastAt": Schema.time,
    ])

    private static let message = Schema.object([
        "id": Schema.text, "role": Schema.oneOf(["user", "assistant"]), "content": Schema.text, "at": Schema.time,
        "state": Schema.oneOf(["complete", "partial", "stopped", "failed"]),
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
