internal import Finance
internal import FoundationEssentials
internal import Mongo
internal import Ports

// A message as `chat_history` holds it. `userId`, `conversation_id`, `role`, `message` and `timestamp` are what the old
// service wrote and what it would read again; `state`, `turnId`, `clientMsgId`, `replaces`,
// `origin`, `instance` and `answerId` are ours. Three id schemes of
// conversations are all just text. Roles: legacy `bot` is the assistant, anything unknown is never shown.

/// One stored message between its document and its value.
enum MessageRow {
    /// Roles that are shown; every read names them, so that a limit counts only those.
    static let roles: BSON = ["$in": ["user", "assistant", "bot"]]

    /// The order of a conversation: time, then id for equal times.
    static func order(newestFirst: Bool) -> BSONDocument {
        let direction: BSON = newestFirst ? -1 : 1
        return ["timestamp": direction, "_id": direction]
    }

    /// The message in a document; nil for one without a usable id, conversation, role or text.
    static func message(_ stored: BSONDocument) -> StoredMessage? {
        guard let id = stored["_id"]?.id, let role = role(stored["role"]), let text = stored["message"]?.string,
            let conversation = stored["conversation_id"]?.string.flatMap({ ConversationID($0) })
        else { return nil }
        return StoredMessage(
            id: id.hex, conversation: conversation, role: role, text: text,
            // The old service always wrote one; without it, the id still tells when it was made.
            at: stored["timestamp"]?.date.map { Date(milliseconds: $0) } ?? id.madeAt,
            state: stored["state"]?.string.flatMap { StoredMessage.State(rawValue: $0) } ?? .complete,
            turnID: stored["turnId"]?.string, clientMessageID: stored["clientMsgId"]?.string,
            replaces: stored["replaces"]?.string, origin: stored["origin"]?.document.flatMap(origin),
            claim: claim(stored))
    }

    /// What tells a message from every other: an id alone is not enough, the owner is always part of it.
    static func key(_ message: StoredMessage, of user: UserID) throws(PortError) -> BSONDocument {
        guard let id = ObjectID(message.id) else { throw PortError(.refused, "a message id has 24 hex digits") }
        return ["_id": .id(id), "userId": BSON(user), "conversation_id": .string(message.conversation.text)]
    }

    /// What never changes once a message is stored.
    static func origin(_ message: StoredMessage) -> BSONDocument {
        var fields: BSONDocument = ["role": .string(message.role.rawValue), "timestamp": BSON(message.at)]
        fields["turnId"] = message.turnID.map(BSON.string)
        fields["clientMsgId"] = message.clientMessageID.map(BSON.string)
        fields["replaces"] = message.replaces.map(BSON.string)
        fields["instance"] = message.claim.map { .string($0.instance) }
        fields["answerId"] = message.claim.map { .string($0.answerID) }
        return fields
    }

    /// What is written again while an answer grows.
    static func content(_ message: StoredMessage) -> BSONDocument {
        var fields: BSONDocument = ["message": .string(message.text), "state": .string(message.state.rawValue)]
        fields["origin"] = message.origin.map {
            ["model": .string($0.model), "rules": .string($0.rules), "facts": .string($0.facts)]
        }
        return fields
    }

    private static func origin(_ stored: BSONDocument) -> AnswerOrigin? {
        guard let model = stored["model"]?.string, let rules = stored["rules"]?.string,
            let facts = stored["facts"]?.string
        else { return nil }
        return AnswerOrigin(model: model, rules: rules, facts: facts)
    }

    private static func claim(_ stored: BSONDocument) -> TurnClaim? {
        guard let instance = stored["instance"]?.string, let answer = stored["answerId"]?.string else { return nil }
        return TurnClaim(instance: instance, answerID: answer)
    }

    private static func role(_ stored: BSON?) -> StoredMessage.Role? {
        stored?.string == "bot" ? .assistant : stored?.string.flatMap { StoredMessage.Role(rawValue: $0) }
    }
}
