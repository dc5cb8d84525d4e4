internal import Analyses
internal import Finance
internal import Hummingbird
internal import Ports

/// Looking for words in the caller's own conversations, newest first.
enum SearchRoute {
    /// Most words looked for, and the longest text they may come in.
    private static let most = (words: 8, characters: 200)
    private static let mostResults = 50

    static func routes(_ parts: RouteParts, at door: Door) -> [Route] {
        [
            .person(.get, "/chat/search", description, at: door) { request, _, caller in
                let query = QueryReader(request)
                let words = try words(query)
                let limit = try query.whole("limit", in: 1...mostResults, default: 20)
                let before = try query.messageID("before")
                // One more than asked tells whether there is a further page.
                let found = try await parts.conversations.search(caller.user, words, before, limit + 1)
                let shown = found.prefix(limit)
                let titles = try await titles(of: shown, caller.user, parts.conversations)
                return .json([
                    "results": .array(shown.map { result($0, words, titles[$0.conversation]) }),
                    "before": .string(orNull: found.count > limit ? shown.last?.id : nil),
                ])
            }
        ]
    }

    private static func words(_ query: QueryReader) throws(Problem) -> [String] {
        let text = try query.text("q") ?? ""
        let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
        guard text.count <= most.characters, (1...most.words).contains(words.count),
            words.contains(where: { $0.count > 1 })
        else { throw .invalid("q", "one to \(most.words) words, one of them of two letters or more") }
        return words
    }

    private static func titles(
        of messages: ArraySlice<StoredMessage>, _ user: UserID, _ store: Conversations
    ) async throws -> [ConversationID: String] {
        var titles: [ConversationID: String] = [:]
        for id in Set(messages.map(\.conversation)) { titles[id] = try await store.find(user, id)?.title }
        return titles
    }

    private static func result(_ message: StoredMessage, _ words: [String], _ title: String?) -> JSON {
        [
            "conversation_id": .string(message.conversation.text), "title": .string(orNull: title),
            "message_id": .string(message.id), "role": .string(message.role.rawValue),
            "at": .string(message.at.rfc3339), "snippet": .string(SearchSnippet(of: message.text, around: words).text),
        ]
    }

    private static let description = Operation(
        id: "searchMessages", summary: "The caller's messages that hold all of the words, newest first",
        tag: "conversations",
        parameters: [
            .init(name: "q", words: "The words.", isRequired: true, schema: Schema.text),
            .init(name: "before", words: "Only what is older than this message.", schema: Schema.text),
            .init(name: "limit", words: "How many at most.", schema: Schema.whole(1...mostResults, default: 20)),
        ],
        answers: [
            .init(
                status: 200, words: "The results; before is null on the last page.",
                schema: Schema.named("SearchPage")),
            .problem(422, "A value in the query cannot be used."),
        ])

    static let schemas: [JSON.Member] = [
        .init(
            "SearchPage",
            Schema.object([
                "results": Schema.list(
                    Schema.object([
                        "conversation_id": Schema.text, "title": Schema.orNull(Schema.text), "message_id": Schema.text,
                        "role": Schema.oneOf(["user", "assistant"]), "at": Schema.time, "snippet": Schema.text,
                    ])), "before": Schema.orNull(Schema.text),
            ]))
    ]
}
