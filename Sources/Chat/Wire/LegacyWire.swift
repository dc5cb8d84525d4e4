import Analyses
import FoundationEssentials
import Ports

/// The spelling of the old service (contract 5.2), which knows text and nothing else: one frame of ours may be none, one
/// or two of its frames.
enum LegacyWire {
    /// The frames that say `frame`.
    static func texts(_ frame: ServerFrame) -> [String] {
        switch frame {
        case .textDelta(let text): [typed("stream", text)]
        case .turnCompleted(let text, _): [typed("full_response", text.text), done]
        case .turnStopped(let text): text.text.isEmpty ? [done] : [typed("full_response", text.text), done]
        case .turnFailed(let error, _), .refusal(let error): [failure(error), done]
        case .error(let error): [failure(error)]
        case .identityFailure(let words, let code): [failure(ChatError(code, words))]
        case .welcome(let welcome): [first(welcome)]
        case .resumeUnavailable(let stored, _): told(stored)
        case .turnStarted, .toolStarted, .toolFinished, .card, .sources, .usage, .resync, .authRequired, .authenticated,
            .draining, .pong, .nudge, .unread, .nudges, .insights, .flow,
            .feedback:
            []
        }
    }

    private static let done = typed("status", "done")

    private static func typed(_ type: String, _ data: String) -> String {
        JSON.object([.init("type", .string(type)), .init("data", .string(data))]).text
    }

    /// Both historical error shapes in one: a client may look for `data` or for `error`.
    private static func failure(_ error: ChatError) -> String {
        var members: [JSON.Member] = [
            .init("type", "error"), .init("data", .string(error.message)), .init("error", .string(error.message)),
            .init("code", .string(error.code.rawValue)), .init("retryable", .bool(error.code.isRetryable)),
        ]
        if let field = error.field { members.append(.init("field", .string(field))) }
        if let maximum = error.maximum { members.append(.init("max", .int(Int64(maximum)))) }
        if let after = error.retryAfter { members.append(.init("retryAfterMs", .int(after.wholeMilliseconds))) }
        return JSON.object(members).text
    }

    private static func first(_ welcome: Welcoming) -> String {
        if welcome.isFirstVisit, let greeting = welcome.history.first { return typed("full_response", greeting.text) }
        let rows = welcome.history.filter { !$0.text.isEmpty }.map { message -> JSON in
            ["role": .string(message.role.rawValue), "content": .string(message.text)]
        }
        return JSON.object([.init("type", "initial_history"), .init("data", .array(rows))]).text
    }

    /// A turn that ended where this socket could not see it.
    private static func told(_ stored: StoredTurn) -> [String] {
        switch stored.state {
        case .complete, .stopped: stored.text.isEmpty ? [done] : [typed("full_response", stored.text), done]
        case .failed: [failure(ChatError(.aiUnavailable)), done]
        case .partial: []
        }
    }
}
