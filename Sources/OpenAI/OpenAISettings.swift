public import Curl

/// A key that no print, dump or log line shows.
public struct APIKey: Sendable, Hashable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The key itself, for the request alone.
    public let secret: String

    /// Keeps a key.
    public init(_ secret: String) { self.secret = secret }

    /// Says only whether there is one.
    public var description: String { secret.isEmpty ? "no key" : "a key" }
    /// The same.
    public var debugDescription: String { description }
    /// Nothing to look into.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// Where answers come from and how long they may take.
public struct OpenAISettings: Sendable, Hashable {
    /// How much of the newest protocol the server understands.
    public enum Dialect: String, Sendable, Hashable {
        /// OpenAI itself: `max_completion_tokens`, `store` and `safety_identifier`.
        case openAI
        /// Servers that speak the older, common part: `max_tokens` and nothing about storage.
        case compatible
    }

    /// Up to and including the version, without a slash at the end.
    public var baseURL: String
    /// Sent as a bearer; an empty one is not sent.
    public var apiKey: APIKey
    /// The model asked for.
    public var model: String
    /// By default `openAI` at OpenAI's own address, else `compatible`.
    public var dialect: Dialect
    /// Nil leaves it to the server, which some models insist on.
    public var temperature: Double? = 0.7
    /// Deadlines of one attempt; `total` bounds the whole turn with all its attempts.
    public var deadlines = CurlDeadlines()
    /// The same for an answer about a file, which takes longer to send and to look at; all of it ends before a proxy in
    /// front of us has waited its usual minute.
    public var fileDeadlines = CurlDeadlines(firstByte: .seconds(40), idle: .seconds(15), total: .seconds(55))
    /// When to try again.
    public var retries = RetryPolicy()
    /// An answer is cut, and says so, when it is longer.
    public var maxAnswerBytes = 256 << 10
    /// Lines and events of the stream; a longer one fails the answer.
    public var maxEventBytes = 1 << 20
    /// How much of an error's body is read.
    public var maxErrorBytes = 64 << 10
    /// How long the probe may take.
    public var probeTime = Duration.seconds(3)

    /// The address of OpenAI itself.
    public static let openAI = "https://api.openai.com/v1"

    /// Settings with the usual limits.
    public init(apiKey: APIKey, baseURL: String = OpenAISettings.openAI, model: String = "gpt-4o") {
        var address = baseURL
        while address.hasSuffix("/") { address.removeLast() }
        self.baseURL = address
        self.apiKey = apiKey
        self.model = model
        dialect = address == OpenAISettings.openAI ? .openAI : .compatible
    }
}
