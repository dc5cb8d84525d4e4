/// The key of a bot, as BotFather gives it: the bot's number, a colon, letters and digits. It is part of every address we
/// call, so no print, dump or log line may show it.
public struct BotToken: Sendable, Hashable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The token itself, for the request alone.
    let secret: String

    /// What is wrong with a token, in words that do not hold it.
    public struct Fault: Error, Sendable, Hashable {
        /// A sentence for the operator.
        public let words = "the bot's token must look like 123456789:AAF… as BotFather gives it"
    }

    /// Letters and digits behind the colon; today's tokens have 35.
    private static let keyLengths = 30...64
    private static let numberLengths = 1...19

    /// Checks the shape; whether Telegram knows it only `BotAPI.getMe` can tell.
    public init(_ text: String) throws(Fault) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, Self.numberLengths.contains(parts[0].utf8.count),
            parts[0].utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            Self.keyLengths.contains(parts[1].utf8.count), parts[1].utf8.allSatisfy(WebhookSecret.isAllowed)
        else { throw Fault() }
        secret = text
    }

    /// Says only that there is one.
    public var description: String { "a bot token" }
    /// The same.
    public var debugDescription: String { description }
    /// Nothing to look into.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
