import Mongo

/// What a provider and a store send, fixed.
enum FakeAnswer {
    /// 64 tokens in five sentences, one of which states numbers.
    static let tokens = """
        You asked about this month. Your rent and bills come first, and they are covered by what you earn. What is left \
        goes to food and travel, which you keep well in hand at the moment. Put the rest towards the card with the \
        highest rate first, say 50 pounds in 2 payments. Ask me any time how the plan goes.
        """.split(separator: " ").enumerated().map { $0.offset == 0 ? String($0.element) : " \($0.element)" }

    /// The same as server-sent events.
    static let events = tokens.map { token in
        Array(
            """
            data: {"id":"chatcmpl-Bench","object":"chat.completion.chunk","created":1790000000,"model":"gpt-4o",\
            "choices":[{"index":0,"delta":{"content":"\(token)"},"logprobs":null,"finish_reason":null}]}\n\n
            """.utf8)
    }

    /// A record with thirty fields.
    static let document = BSONDocument(
        (0..<10).flatMap { number -> [BSONDocument.Element] in
            [
                .init("name\(number)", "A name of usual length"), .init("amount\(number)", 1_250),
                .init("isDeleted\(number)", false),
            ]
        })
}
