import Analyses
import Coaching
import Flows
import FoundationEssentials
import Inbox
import Ports

/// The spelling of `reho.v2`: one envelope, stable key order, times in UTC.
enum V2Wire {
    /// A frame of a turn.
    static func text(_ frame: NumberedFrame, turn: TurnID, conversation: ConversationID) -> String {
        envelope(frame.frame, conversation, turn: turn, sequence: frame.sequence, at: frame.at).text
    }

    /// A frame outside any turn's numbering. The conversation is null until the socket's person is known.
    static func text(_ frame: ServerFrame, conversation: ConversationID?, at instant: Date) -> String {
        envelope(frame, conversation, turn: frame.subject, sequence: nil, at: instant).text
    }

    private static func envelope(
        _ frame: ServerFrame, _ conversation: ConversationID?, turn: TurnID?, sequence: Int?, at instant: Date
    ) -> JSON {
        let (type, data) = body(frame, conversation, instant)
        var members: [JSON.Member] = [
            .init("v", 2), .init("type", .string(type)),
            .init("conversationId", .string(orNull: conversation?.text)),
            .init("turnId", .string(orNull: turn?.text)),
            .init("seq", sequence.map { .int(Int64($0)) } ?? .null),
            .init("ts", .string(Timestamp.text(instant))), .init("data", data),
        ]
        if case .identityFailure(let words, let code) = frame {
            // Readable by clients that know the legacy frame only: they look for these keys at the top.
            members += [.init("error", .string(words)), .init("code", .string(code.rawValue))]
        }
        return .object(members)
    }

    private static func body(
        _ frame: ServerFrame, _ conversation: ConversationID?, _ instant: Date
    ) -> (type: String, data: JSON) {
        switch frame {
        case .turnStarted(let start): ("turn_started", start.json)
        case .textDelta(let text): ("text_delta", ["text": .string(text)])
        case .toolStarted(let name, let title):
            ("tool_started", ["name": .string(name), "title": .string(title)])
        case .toolFinished(let name, let isGood, let time):
            ("tool_finished", ["name": .string(name), "ok": .bool(isGood), "ms": .int(time)])
        case .card(let card):
            ("card", ["kind": .string(card.kind.rawValue), "title": .string(card.title), "data": card.data])
        case .sources(let figures): ("sources", .array(figures.map(\.json)))
        case .usage(let usage): ("usage", usage.wire)
        case .turnCompleted(let text, let unverified):
            ("turn_completed", text.json(.init("unverified", .array(unverified.map { .string($0) }))))
        case .turnStopped(let text): ("turn_stopped", text.json())
        case .turnFailed(let error, let text): ("turn_failed", .object(error.members + text.failedMembers))
        case .welcome(let welcome): ("welcome", welcome.json(conversation))
        case .nudge(let nudge): ("nudge", nudge.json)
        case .unread(let unread): ("unread", unread.json)
        case .nudges(let box): ("nudges", box.json)
        case .insights(let feed): ("insights", feed.json(at: instant))
        case .feedback(let ask):
            ("feedback", ["messageId": .string(ask.messageID), "rating": .string(ask.rating.rawValue)])
        case .flow(let event): (event.type, event.data)
        default: outside(frame)
        }
    }

    private static func outside(_ frame: ServerFrame) -> (type: String, data: JSON) {
        switch frame {
        case .error(let error), .refusal(let error): ("error", .object(error.members))
        case .identityFailure(let words, let code): ("error", .object(ChatError(code, words).members))
        case .resumeUnavailable(let stored, let reason): ("error", stored.json(reason: reason))
        case .resync(let turn, let sequence):
            ("resync", ["turnId": .string(turn.text), "seq": .int(Int64(sequence))])
        case .authRequired: ("auth_required", [:])
        case .authenticated(let until): ("auth_ok", ["expiresAt": .string(Timestamp.text(until))])
        case .draining(let after): ("server_draining", ["reconnectAfterMs": .int(after.wholeMilliseconds)])
        default: ("pong", [:])
        }
    }
}

extension ServerFrame {
    /// The turn a frame outside the numbering speaks of.
    fileprivate var subject: TurnID? {
        switch self {
        case .resumeUnavailable(let stored, _): stored.turn
        case .resync(let turn, _): turn
        default: nil
        }
    }
}
