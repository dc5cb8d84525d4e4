/// Every way a frame or a turn can be refused. The raw value is the wire spelling and never changes.
enum ErrorCode: String, CaseIterable, Sendable {
    case badRequest = "bad_request"
    case empty
    case tooLong = "too_long"
    case unsupported
    case conflict
    case notFound = "not_found"
    case unauthenticated
    case forbidden
    case rateLimited = "rate_limited"
    case busy
    case tooManySockets = "too_many_sockets"
    case serverDraining = "server_draining"
    case notSaved = "not_saved"
    case temporarilyUnavailable = "temporarily_unavailable"
    case aiUnavailable = "ai_unavailable"
    case tookTooLong = "took_too_long"
    case resumeUnavailable = "resume_unavailable"

    /// Whether sending the same thing again later may work.
    var isRetryable: Bool {
        switch self {
        case .rateLimited, .busy, .serverDraining, .notSaved, .temporarilyUnavailable, .aiUnavailable, .tookTooLong:
            true
        case .badRequest, .empty, .tooLong, .unsupported, .conflict, .notFound, .unauthenticated, .forbidden,
            .tooManySockets, .resumeUnavailable:
            false
        }
    }

    /// What a person reads when nothing more exact is known.
    var words: String {
        switch self {
        case .badRequest: "That message could not be understood."
        case .empty: "The message is empty."
        case .tooLong: "That message is too long."
        case .unsupported: "This server does not support that yet."
        case .conflict: "That message id has already been used for a different message."
        case .notFound: "That could not be found."
        case .unauthenticated: "Please sign in again."
        case .forbidden: "This account cannot use the chat."
        case .rateLimited: "You are sending messages too quickly. Please wait a moment."
        case .busy: "There is a lot going on right now. Please try again in a moment."
        case .tooManySockets: "The chat is open in too many places. Please close one and try again."
        case .serverDraining: "The service is restarting. Please reconnect in a moment."
        case .notSaved: "Your message could not be saved. Please send it again."
        case .temporarilyUnavailable: "Your records cannot be read right now. Please try again in a moment."
        case .aiUnavailable: "Sorry, the answer could not be finished. Please try again."
        case .tookTooLong: "Sorry, the answer took too long. Please try again."
        case .resumeUnavailable: "That answer can no longer be replayed piece by piece; here it is as stored."
        }
    }
}

/// One refusal, as it leaves: a code, words, and what a client needs to act on it.
struct ChatError: Error, Hashable, Sendable {
    /// Which one.
    var code: ErrorCode
    /// Words for a person.
    var message: String
    /// The field of the client's frame that is at fault.
    var field: String?
    /// When to try again.
    var retryAfter: Duration?
    /// The bound that was passed.
    var maximum: Int?
    /// The client's id of the message that was refused.
    var clientMessageID: String?

    /// A refusal with the code's own words unless better ones are given.
    init(_ code: ErrorCode, _ message: String? = nil, field: String? = nil, retryAfter: Duration? = nil) {
        self.code = code
        self.message = message ?? code.words
        self.field = field
        self.retryAfter = retryAfter
    }

    /// The same refusal, naming the message it refuses.
    func about(_ clientID: String?) -> ChatError {
        var error = self
        error.clientMessageID = clientID
        return error
    }

    /// A field of the wrong kind.
    static func field(_ name: String, _ words: String) -> ChatError {
        ChatError(.badRequest, "The field \"\(name)\" \(words).", field: name)
    }
}
