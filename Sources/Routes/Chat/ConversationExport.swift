internal import Analyses
internal import Finance
internal import Hummingbird
internal import Ports

/// One conversation to take away: as JSON for programs, as Markdown for people.
enum ConversationExport {
    /// Most messages of one export; a longer conversation is told to be cut.
    private static let most = 5_000
    private static let page = 200

    static func routes(_ parts: RouteParts, at door: Door) -> [Route] {
        [
            .person(.get, "/chat/conversations/{id}/export", description, at: door) { request, context, caller in
                let format = try QueryReader(request).text("format") ?? "json"
                guard ["json", "markdown"].contains(format) else {
                    throw Problem.invalid("format", "json or markdown")
                }
                guard let id = context.conversation,
                    let row = try await parts.conversations.find(caller.user, id)
                else { throw Problem.conversationUnknown }
                let messages = try await all(of: id, caller.user, parts.conversations)
                let isCut = messages.count >= most
                return format == "json"
                    ? .json(json(row, messages, isCut)) : .text(markdown(row, messages, isCut), as: markdownType)
            }
        ]
    }

    private static let markdownType = "text/markdown; charset=utf-8"

    private static func all(
        of id: ConversationID, _ user: UserID, _ store: Conversations
    ) async throws -> [StoredMessage] {
        var messages: [StoredMessage] = []
        while messages.count < most {
            let earlier = try await store.messages(user, id, messages.first?.id, page)
            messages = earlier + messages
            if earlier.count < page { break }
        }
        return messages
    }

    private static func json(_ row: ConversationSummary, _ messages: [StoredMessage], _ isCut: Bool) -> JSON {
        [
            "conversation_id": .string(row.id.text), "title": .string(row.title),
            "createdAt": .string(row.createdAt.rfc3339), "isCut": .bool(isCut),
            "messages": .array(messages.map(ConversationRoutes.message)),
        ]
    }

    private static func markdown(_ row: ConversationSummary, _ messages: [StoredMessage], _ isCut: Bool) -> String {
        let head = ["# " + plain(row.title)] + (isCut ? ["_Only the newest \(most) messages._"] : [])
        let parts = messages.map { message in
            let who = message.role == .user ? "You" : "Reho"
            let state = message.state == .complete ? "" : " (\(message.state.rawValue))"
            return "**\(who)**, \(message.at.rfc3339)\(state)\n\n" + quoted(message.text)
        }
        return (head + parts).joined(separator: "\n\n") + "\n"
    }

    private static func plain(_ title: String) -> String { title.replacing("\n", with: " ") }

    /// As a quotation, so that nothing that was said is a heading of the page.
    private static func quoted(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { "> " + $0 }.joined(separator: "\n")
    }

    private static let description = Operation(
        id: "exportConversation", summary: "One conversation to take away", tag: "conversations",
        parameters: [
            .init(name: "id", isInPath: true, words: "The conversation's id.", schema: Schema.text),
            .init(name: "format", words: "json unless given.", schema: Schema.oneOf(["json", "markdown"])),
        ],
        answers: [
            .init(
                status: 200, words: "The conversation, oldest message first.",
                schema: Schema.named("ConversationExport"), texts: ["text/markdown"]),
            .problem(404, "The caller has no such conversation."),
            .problem(422, "A value in the query cannot be used."),
        ])

    static let schemas: [JSON.Member] = [
        .init(
            "ConversationExport",
            Schema.object([
                "conversation_id": Schema.text, "title": Schema.text, "createdAt": Schema.time,
                "isCut": Schema.flag, "messages": Schema.list(Schema.named("Message")),
            ]))
    ]
}
