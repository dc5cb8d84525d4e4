import Analyses
import Ports

// How the values inside frames are spelled. Keys beside those of the protocol page are additions, never changes.

extension TurnStart {
    var json: JSON {
        var members: [JSON.Member] = [
            .init("clientMsgId", .string(orNull: clientMessageID)), .init("userMessageId", .string(userMessageID)),
            .init("message", .string(message)),
        ]
        if let regenerates { members.append(.init("regenerates", .string(regenerates))) }
        return .object(members)
    }
}

extension TurnText {
    func json(_ more: JSON.Member...) -> JSON {
        var members: [JSON.Member] = [
            .init("text", .string(text)), .init("messageId", .string(orNull: messageID)),
        ]
        members += more
        if isTruncated { members.append(.init("truncated", true)) }
        if !isStored { members.append(.init("stored", false)) }
        return .object(members)
    }

    var failedMembers: [JSON.Member] {
        guard case .object(let members) = json() else { return [] }
        return members
    }
}

extension ChatError {
    var members: [JSON.Member] {
        var members: [JSON.Member] = [
            .init("code", .string(code.rawValue)), .init("message", .string(message)),
            .init("retryable", .bool(code.isRetryable)),
        ]
        if let field { members.append(.init("field", .string(field))) }
        if let maximum { members.append(.init("max", .int(Int64(maximum)))) }
        if let retryAfter { members.append(.init("retryAfterMs", .int(retryAfter.wholeMilliseconds))) }
        if let clientMessageID { members.append(.init("clientMsgId", .string(clientMessageID))) }
        return members
    }
}

extension StoredTurn {
    func json(reason: String) -> JSON {
        .object(
            ChatError(.resumeUnavailable).members + [
                .init("reason", .string(reason)), .init("state", .string(state.rawValue)),
                .init("userMessageId", .string(orNull: userMessageID)), .init("text", .string(text)),
                .init("messageId", .string(orNull: messageID)),
            ])
    }
}

extension Welcoming {
    func json(_ conversation: ConversationID?) -> JSON {
        [
            "user": ["name": .string(name)],
            "conversation": ["id": .string(orNull: conversation?.text), "title": .string(orNull: title)],
            "history": .array(history.map(\.wire)),
            "running": running.map {
                ["turnId": .string($0.turn.text), "lastSeq": .int(Int64($0.lastSequence))]
            } ?? .null,
            "limits": [
                "messageCharacters": .int(Int64(limits.messageCharacters)),
                "turnsPerMinute": .int(Int64(limits.turnsPerMinute)), "sockets": .int(Int64(limits.sockets)),
            ],
        ]
    }
}

extension StoredMessage {
    fileprivate var wire: JSON {
        var members: [JSON.Member] = [
            .init("id", .string(id)), .init("role", .string(role.rawValue)), .init("content", .string(text)),
            .init("at", .string(Timestamp.text(at))), .init("state", .string(state.rawValue)),
        ]
        if let replaces { members.append(.init("replaces", .string(replaces))) }
        return .object(members)
    }
}

extension Usage {
    var wire: JSON {
        [
            "promptTokens": .int(Int64(promptTokens)), "completionTokens": .int(Int64(completionTokens)),
            "model": .string(model), "estimated": .bool(isEstimated),
        ]
    }
}

extension Duration {
    /// Milliseconds, rounded up: a client that waits this long has waited long enough.
    var wholeMilliseconds: Int64 {
        let (seconds, attoseconds) = components
        return seconds * 1_000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
    }
}
