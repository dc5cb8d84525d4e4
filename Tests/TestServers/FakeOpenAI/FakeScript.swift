/// What the fake does with one request. The initial value answers at once with twelve tokens, as the real one would.
public struct FakeScript: Sendable, Hashable {
    /// A failure instead of a stream.
    public struct Failure: Sendable, Hashable {
        /// The HTTP status.
        public var status: Int
        /// `error.code` of the body.
        public var code: String?
        /// A page of HTML for a body.
        public var isHTML = false
        /// `Retry-After`, sent as it is.
        public var retryAfter: String?
        /// `retry-after-ms`, sent as it is.
        public var retryAfterMilliseconds: String?

        /// A failure with this status and code.
        public init(_ status: Int, code: String? = nil, retryAfter: String? = nil) {
            self.status = status
            self.code = code
            self.retryAfter = retryAfter
        }
    }

    /// What comes instead of a stream although the status is fine.
    public enum Oddity: String, Sendable, Hashable {
        /// A whole JSON answer.
        case json = "json200"
        /// A page.
        case html = "html200"
        /// 301 to another host.
        case redirect
        /// A compressed body, marked as such.
        case gzip
        /// A head that arrives a byte every 100 ms.
        case slowHeaders = "slowheaders"
    }

    /// How the stream ends.
    public enum Ending: String, Sendable, Hashable {
        /// A finish reason, then `[DONE]`.
        case regular
        /// Neither, and a clean end of the body.
        case neither = "nodone"
        /// A finish reason and a clean end without `[DONE]`.
        case finishOnly = "finishonly"
        /// `[DONE]` without a finish reason.
        case doneOnly = "doneonly"
        /// More text behind `[DONE]`.
        case afterDone = "afterdone"
        /// A regular end, but the body never ends.
        case holdOpen = "holdopen"
    }

    /// A look-up the fake asks for.
    public struct Call: Sendable, Hashable {
        /// Which tool.
        public var name: String
        /// JSON text.
        public var arguments: String

        /// A call with its arguments.
        public init(_ name: String, _ arguments: String = "{}") {
            self.name = name
            self.arguments = arguments
        }
    }

    /// How lines end.
    public enum LineEnd: String, Sendable, Hashable { case lf, crlf, cr, mixed }

    /// What the stream says about tokens.
    public enum UsageForm: String, Sendable, Hashable { case regular, missing, absurd }

    /// How many tokens of `FakeOpenAI.text` the answer has.
    public var tokens = 12
    /// This text, cut before each space, instead of counted tokens.
    public var text: String?
    /// Answers with the line of the prompt that starts with these words.
    public var quote: String?
    /// Asks for these look-ups first, and says its text once the newest message answers one.
    public var calls: [Call] = []
    /// Begins only once so many requests run.
    public var together = 1
    /// Wait before the head.
    public var delay = Duration.zero
    /// Wait between tokens.
    public var gap = Duration.zero
    /// Fails instead of streaming.
    public var failure: Failure?
    /// Sends these bytes and closes.
    public var raw: [UInt8]?
    /// Sends something else than a stream.
    public var oddity: Oddity?
    /// So many bytes of nonsense in every event, for streams that are to be big.
    public var padding = 1
    /// Closes the connection in the middle of the body after so many tokens.
    public var disconnectAfter: Int?
    /// Says nothing more after so many tokens, and holds the connection.
    public var stallAfter: Int?
    /// Sends broken JSON after so many tokens.
    public var malformedAfter: Int?
    /// Sends an `error` object inside the stream after so many tokens.
    public var errorAfter: Int?
    /// `error.code` of that object.
    public var errorCode = "server_error"
    /// Sends one line of so many bytes before the tokens.
    public var bigLine: Int?
    /// Sends so many empty lines before the tokens.
    public var emptyLines: Int?
    /// Refuses in the model's own words, with no content.
    public var isRefusal = false
    /// The finish reason.
    public var finishReason = "stop"
    /// How it ends.
    public var ending = Ending.regular
    /// What it says about tokens.
    public var usage = UsageForm.regular
    /// How lines end.
    public var lineEnd = LineEnd.lf
    /// Sends every byte of the body as a chunk and a packet of its own.
    public var isSplit = false
    /// Comments, `event:`, `id:` and `retry:` lines, a byte-order mark, `data:` without a space.
    public var hasComments = false
    /// HTTP/1.0: the body ends with the connection.
    public var isHTTP10 = false
    /// Applies to so many requests with the same last user message; then the answer is regular. Nil: to all.
    public var times: Int?

    /// The regular answer.
    public init() {}

    /// An answer of so many tokens.
    public init(tokens: Int, gap: Duration = .zero) {
        self.tokens = tokens
        self.gap = gap
    }

    /// A failure.
    public init(failure: Failure) { self.failure = failure }

    /// The regular answer with some of it changed.
    public static func with(_ edit: (inout FakeScript) -> Void) -> FakeScript {
        var script = FakeScript()
        edit(&script)
        return script
    }
}
