/// What the operator sets for the Telegram channel. Without any of it the channel is off.
///
/// ```swift
/// if !TelegramSettings.isOff(token: token, secret: secret, publicURL: url) {
///     let settings = try TelegramSettings(token: token, secret: secret, publicURL: url)
///     let bot = try BotAPI(BotAPISettings(settings.token), logger: logger)
///     try await bot.setWebhook(settings.webhook, secret: settings.secret)
/// }
/// ```
public struct TelegramSettings: Sendable, Hashable {
    /// Everything that is missing or cannot be, a sentence each. None holds what was set.
    public struct Faults: Error, Sendable, Hashable {
        /// For the operator.
        public let sentences: [String]
    }

    /// The bot's key.
    public let token: BotToken
    /// What Telegram proves itself with.
    public let secret: WebhookSecret
    /// Where Telegram calls us.
    public let webhook: WebhookAddress

    /// Whether nothing is set at all, which is not a fault: nobody wants the channel.
    public static func isOff(token: String, secret: String, publicURL: String) -> Bool {
        token.isEmpty && secret.isEmpty && publicURL.isEmpty
    }

    /// Checks all three and names every fault, not only the first.
    public init(token: String, secret: String, publicURL: String) throws(Faults) {
        var sentences: [String] = []
        let bot = Self.read(
            token, BotToken.init, \.words, &sentences, or: "the bot's token is missing: BotFather gives one")
        let proof = Self.read(
            secret, WebhookSecret.init, \.words, &sentences,
            or: "the webhook's secret is missing: 32 random letters and digits will do")
        let address = Self.read(
            publicURL, WebhookAddress.init, \.words, &sentences,
            or: "the public address is missing: Telegram must know where to call")
        guard let bot, let proof, let address else { throw Faults(sentences: sentences) }
        self.token = bot
        self.secret = proof
        webhook = address
    }

    /// The value a text makes, or one sentence more.
    private static func read<Value, Fault: Error>(
        _ text: String, _ make: (String) throws(Fault) -> Value, _ words: (Fault) -> String,
        _ sentences: inout [String], or missing: String
    ) -> Value? {
        do throws(Fault) {
            if !text.isEmpty { return try make(text) }
            sentences.append(missing)
        } catch {
            sentences.append(words(error))
        }
        return nil
    }
}
