internal import Analyses

// How the routes are described.
extension InboxRoutes {
    static let listInsights = Operation(
        id: "listInsights", summary: "What nights found worth knowing: new first, then read", tag: "inbox",
        answers: [.init(status: 200, words: "The feed.", schema: Schema.named("InsightFeed"))])

    static let listNudges = Operation(
        id: "listNudges", summary: "Messages, newest first; what is due counts as delivered now", tag: "inbox",
        answers: [.init(status: 200, words: "The messages.", schema: Schema.named("NudgeList"))])

    static let countUnread = Operation(
        id: "countUnread", summary: "How many messages and insights are new", tag: "inbox",
        answers: [
            .init(
                status: 200, words: "Both counts.",
                schema: Schema.object(["nudges": Schema.whole, "insights": Schema.whole]))
        ])

    static let ackAll = Operation(
        id: "ackAllNudges", summary: "Reads all messages", tag: "inbox",
        answers: [
            .init(status: 200, words: "How many were new.", schema: Schema.object(["read": Schema.whole]))
        ])

    static let deleteNudge = Operation(
        id: "deleteNudge", summary: "Removes a message for good", tag: "inbox", parameters: [id],
        answers: [
            .init(status: 204, words: "Removed."), .problem(404, "The caller has no such message."),
        ])

    private static let id = Operation.Parameter(
        name: "id", isInPath: true, words: "The id in the list.", isRequired: true, schema: Schema.text)

    /// Of a route that does one thing about one item.
    static func operation(_ act: String, _ what: String) -> Operation {
        let words = ["ack": "Reads", "dismiss": "Puts away", "snooze": "Puts off"][act] ?? act
        let list = what == "nudge" ? "NudgeList" : "InsightFeed"
        var operation = Operation(
            id: act + what.prefix(1).uppercased() + what.dropFirst(), summary: "\(words) one \(what)", tag: "inbox",
            parameters: [id],
            answers: [
                .init(status: 200, words: "The list as it is then.", schema: Schema.named(list)),
                .problem(404, "The caller has no such \(what)."),
            ])
        if act == "snooze" {
            operation.body = SnoozeBody.schema
            operation.answers += [
                .problem(400, "The body is not JSON."), .problem(413, "The body is too large."),
                .problem(422, "The time cannot be used."),
            ]
        }
        return operation
    }
}

/// The shapes of the inbox.
enum InboxSchemas {
    static let all: [JSON.Member] = [.init("InsightFeed", feed), .init("NudgeList", nudges), .init("Choices", choices)]

    private static let feed = Schema.object([
        "asOf": Schema.time, "unread": Schema.whole, "items": Schema.list(insight), "waiting": Schema.whole,
    ])

    private static let insight = Schema.object([
        "id": Schema.text, "kind": Schema.oneOf(InsightKind.allCases.map(\.rawValue)),
        "state": Schema.oneOf(InsightItem.State.allCases.map(\.rawValue)), "title": Schema.text, "text": Schema.text,
        "period": Schema.text, "impact": Schema.number, "figures": Schema.list(Schema.named("Figure")),
        "firstSeen": Schema.time, "changedAt": Schema.time, "expiresOn": Schema.orNull(Schema.day),
        "snoozedUntil": Schema.orNull(Schema.time),
    ])

    private static let nudges = Schema.object(["unread": Schema.whole, "nudges": Schema.list(nudge)])

    private static let nudge = Schema.object([
        "id": Schema.text, "kind": Schema.oneOf(Nudge.Kind.allCases.map(\.rawValue)), "title": Schema.text,
        "text": Schema.text, "state": Schema.oneOf(Nudge.State.allCases.map(\.rawValue)), "createdAt": Schema.time,
        "snoozedUntil": Schema.orNull(Schema.time), "subject": Schema.orNull(Schema.text),
        "category": Schema.orNull(Schema.text), "isSafety": Schema.flag,
    ])

    private static let choices = Schema.object([
        "nudges": Schema.flag, "quietFrom": Schema.whole, "quietTo": Schema.whole,
        "checkInEvery": Schema.orNull(Schema.whole), "nextCheckIn": Schema.orNull(Schema.day), "peers": Schema.flag,
        "budgetNotification": Schema.flag, "lockedBudgets": Schema.list(Schema.text), "timeZone": Schema.text,
        "mood": Schema.flag, "model": Schema.flag, "modelNotice": Schema.text,
    ])
}
