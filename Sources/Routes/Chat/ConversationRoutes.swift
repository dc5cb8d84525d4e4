internal import Analyses
internal import Chat
internal import Finance
internal import Hummingbird
internal import Ports

/// A person's stored conversations. Every call to the store carries the caller's own id, so another person's
/// conversation is simply not there: the answer is the one for an id that never was.
enum ConversationRoutes {
    static func routes(_ parts: RouteParts, at door: Door) -> [Route] {
        let store = parts.conversations
        let limits = parts.settings.limits
        return [
            .person(.get, "/chat/conversations", list(limits), at: door) { request, _, caller in
                let most = limits.conversations
                let query = QueryReader(request)
                let limit = try query.whole("limit", in: 1...most, default: min(100, most))
                let after = try query.text("after")
                guard after.map({ ConversationID($0) != nil }) ?? true else {
                    throw Problem.invalid("after", "the id of a conversation")
                }
                let rows = try await store.list(caller.user, after.flatMap { ConversationID($0) }, limit)
                return .json(.array(rows.map(row)))
            },
            .person(.patch, "/chat/conversations/{id}", rename(limits), at: door) { request, context, caller in
                let title = try await TitleBody.read(request, context, longest: limits.title)
                guard let id = context.conversation, try await store.rename(caller.user, id, title) else {
                    throw Problem.renameUnknown
                }
                return .json(["message": "Conversation renamed successfully"])
            },
            .person(.delete, "/chat/conversations/{id}", delete, at: door) { _, context, caller in
                guard let id = context.conversation, try await store.delete(caller.user, id) else {
                    throw Problem.deleteUnknown
                }
                parts.desk.end(id, of: caller.user)
                return Response(status: .noContent)
            },
            .person(.get, "/chat/conversations/{id}/messages", messages(limits), at: door) { request, context, caller in
                try await page(request, context, caller, store, limits)
            },
        ]
    }

    private static func page(
        _ request: Request, _ context: AppContext, _ caller: Caller, _ store: Conversations, _ limits: RouteLimits
    ) async throws -> Response {
        let query = QueryReader(request)
        let before = try query.messageID("before")
        let limit = try query.whole("limit", in: 1...limits.messages, default: min(50, limits.messages))
        guard let id = context.conversation, try await store.find(caller.user, id) != nil else {
            throw Problem.conversationUnknown
        }
        // One more than asked tells whether there is an earlier page.
        let found = try await store.messages(caller.user, id, before, limit + 1)
        let shown = found.suffix(limit)
        return .json([
            "conversation_id": .string(id.text), "messages": .array(shown.map(message)),
            "before": .string(orNull: found.count > limit ? shown.first?.id : nil),
        ])
    }

    private static func row(_ conversation: ConversationSummary) -> JSON {
        [
            "conversation_id": .string(conversation.id.text), "title": .string(conversation.title),
            "createdAt": .string(conversation.createdAt.rfc3339), "lastAt": .string(conversation.lastAt.rfc3339),
        ]
    }

    static func message(_ message: StoredMessage) -> JSON {
        [
            "id": .string(message.id), "role": .string(message.role.rawValue), "content": .string(message.text),
            "at": .string(message.at.rfc3339), "state": .string(message.state.rawValue),
            "replaces": .string(orNull: message.replaces),
        ]
    }
}

extension AppContext {
    /// The conversation a path names; nil for a text that cannot be one's name.
    var conversation: ConversationID? {
        parameters.get("id").flatMap(PercentText.decoded).flatMap { ConversationID($0) }
    }
}

extension ConversationRoutes {
    private static let id = Operation.Parameter(
        name: "id", isInPath: true, words: "The conversation's id.", schema: Schema.text)

    private static func list(_ limits: RouteLimits) -> Operation {
        Operation(
            id: "listConversations", summary: "The caller's conversations, newest activity first", tag: "conversations",
            parameters: [
                .init(
                    name: "limit", words: "How many at most.",
                    schema: Schema.whole(1...limits.conversations, default: min(100, limits.conversations))),
                .init(
                    name: "after", words: "Only what comes behind this conversation in the list.", schema: Schema.text),
            ],
            answers: [
                .init(status: 200, words: "The list.", schema: Schema.list(Schema.named("Conversation"))),
                .problem(422, "A value in the query cannot be used."),
            ])
    }

    private static func rename(_ limits: RouteLimits) -> Operation {
        Operation(
            id: "renameConversation", summary: "Gives a conversation a title", tag: "conversations",
            parameters: [id], body: TitleBody.schema(longest: limits.title),
            answers: [
                .init(status: 200, words: "Renamed.", schema: Schema.object(["message": Schema.text])),
                .problem(400, "The body is not JSON."), .problem(404, "The caller has no such conversation."),
                .problem(413, "The body is too large."), .problem(422, "The title cannot be used."),
            ])
    }

    private static let delete = Operation(
        id: "deleteConversation", summary: "Removes a conversation and all its messages", tag: "conversations",
        parameters: [id],
        answers: [
            .init(status: 204, words: "Removed."), .problem(404, "The caller has no such conversation."),
        ])

    private static func messages(_ limits: RouteLimits) -> Operation {
        Operation(
            id: "listMessages", summary: "One page of a conversation, oldest first", tag: "conversations",
            parameters: [
                id, .init(name: "before", words: "Only what is older than this message.", schema: Schema.text),
                .init(
                    name: "limit", words: "How many at most.",
                    schema: Schema.whole(1...limits.messages, default: min(50, limits.messages))),
            ],
            answers: [
                .init(
                    status: 200, words: "The page; before is null on the first.", schema: Schema.named("MessagePage")),
                .problem(404, "The caller has no such conversation."),
                .problem(422, "A value in the query cannot be used."),
            ])
    }
}
