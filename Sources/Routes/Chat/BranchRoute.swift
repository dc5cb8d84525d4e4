internal import Analyses
internal import Chat
internal import Finance
internal import Hummingbird
internal import Ports

/// A conversation that goes on differently from one of its messages; the other one stays as it is.
enum BranchRoute {
    static func routes(_ parts: RouteParts, at door: Door) -> [Route] {
        [
            .person(.post, "/chat/conversations/{id}/branch", description, at: door) { request, context, caller in
                let body = try await JSONBody.read(Body.self, request, context)
                guard let id = context.conversation,
                    let branch = try await parts.desk.branch(
                        id, at: try body.id, isKept: body.including ?? true, of: caller.user)
                else { throw Problem.conversationUnknown }
                return .json(
                    ["conversation_id": .string(branch.id.text), "title": .string(branch.title)], status: .created)
            }
        ]
    }

    private struct Body: Decodable {
        var messageID: String
        /// False to say something else in the message's place.
        var including: Bool?

        enum CodingKeys: String, CodingKey {
            case messageID = "message_id"
            case including
        }

        var id: String {
            get throws(Problem) {
                guard messageID.utf8.count == 24, messageID.allSatisfy({ $0.isASCII && $0.isHexDigit }) else {
                    throw .invalid("message_id", "the id of a message: 24 hex digits")
                }
                return messageID.lowercased()
            }
        }
    }

    private static let description = Operation(
        id: "branchConversation", summary: "Begins a conversation with what was said in another up to a message",
        tag: "conversations",
        parameters: [.init(name: "id", isInPath: true, words: "The conversation's id.", schema: Schema.text)],
        body: [
            "type": "object", "required": ["message_id"],
            "properties": ["message_id": Schema.text, "including": Schema.flag],
        ],
        answers: [
            .init(
                status: 201, words: "The new conversation.",
                schema: Schema.object(["conversation_id": Schema.text, "title": Schema.text])),
            .problem(400, "The body is not JSON."), .problem(404, "The caller has no such conversation or message."),
            .problem(413, "The body is too large."), .problem(422, "A value cannot be used."),
        ])
}
