/// Where the Bot API is, how long a call may take and what protects us from its answers.
public struct BotAPISettings: Sendable, Hashable {
    /// Telegram's own.
    public static let telegram = "https://api.telegram.org"

    /// The bot's key.
    public var token: BotToken
    /// Scheme and host, without a slash at the end.
    public var address: String
    /// Name, connection and TLS. Shorter than `totalTime`: a call that runs out of this time was surely not made.
    public var connectTime = Duration.seconds(3)
    /// From the start of one attempt to the end of its answer.
    public var totalTime = Duration.seconds(10)
    /// When to try again.
    public var retries = BotRetries()
    /// What may be sent in a second.
    public var limits = SendLimits()
    /// Messages one answer may become; a longer one is refused before anything of it is sent.
    public var maxPieces = 16
    /// Bytes of an answer that are read.
    public var maxAnswerBytes = 64 << 10
    /// Calls at one time; one more is not made.
    public var maxCalls = 64

    /// Settings with the usual limits.
    public init(_ token: BotToken, address: String = BotAPISettings.telegram) {
        self.token = token
        self.address = address
    }
}
