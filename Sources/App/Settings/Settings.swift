public import Drafts
public import Jobs
public import Logging
public import Ports
internal import Telegram

/// What the operator decides, already checked. Limits that protect the service live with the parts they protect; here is
/// only what differs from one deployment to the next.
public struct Settings: Sendable {
    /// Address to listen on.
    public var host: String
    /// Port to listen on; 0 picks a free one.
    public var port: Int
    /// Where the embedded store and the development secret live.
    public var dataDirectory: String
    /// How people outside reach the service; shown in the API page.
    public var publicURL: String?
    /// Origins a browser may come from, each `scheme://host[:port]`.
    public var allowedOrigins: [String]
    /// nil: the embedded store.
    public var mongo: Database?
    /// nil: the in-process cache and bus.
    public var redisURL: String?
    /// nil: the built-in coach.
    public var model: Model?
    /// What models cost.
    public var prices: PriceList
    /// How much may be spent on them.
    public var spendCaps: SpendCaps
    /// How callers are proven.
    public var tokens: Tokens
    /// Least level that is logged.
    public var logLevel: Logger.Level
    /// Key of `/schedule`; nil keeps those routes closed.
    public var schedulerKey: String?
    /// When the nightly run begins; nil: only when somebody asks for one.
    public var nightly: NightTime?
    /// Where messages to people are handed to the main backend; nil keeps them here.
    public var webhook: Webhook?
    /// Private Telegram chats; nil leaves them out.
    public var telegram: Telegram?
    /// REST base of the main backend; nil means that proposals cannot be confirmed.
    public var mainBackendURL: String?
    /// Which generation of the main backend it is.
    public var mainBackendShape: BackendShape
    /// Whether people agree to a model outside until they say no, or only once they say yes.
    public var assumesConsent: Bool
    /// Answers streamed at once by this instance.
    public var concurrentTurns: Int
    /// How long running answers may take to finish once asked to stop, whole seconds.
    public var drainSeconds: Int

    /// The main backend's MongoDB.
    public struct Database: Sendable {
        /// `mongodb://…` or `mongodb+srv://…`; may hold a password, never printed.
        public var uri: String
        /// Database name.
        public var name: String
        /// Connections, and the threads that use them.
        public var poolSize: Int
    }

    /// A server that speaks the chat-completions protocol.
    public struct Model: Sendable {
        /// Up to and including `/v1`.
        public var baseURL: String
        /// Empty for a server that wants none.
        public var apiKey: String
        /// Model name sent with each request.
        public var name: String
        /// Who answers in its place when a cap is near; nil for nobody.
        public var smaller: String?
    }

    /// A bot at Telegram.
    public struct Telegram: Sendable {
        /// Token, secret and where Telegram calls us, checked.
        var bot: TelegramSettings
        /// Where its API is.
        var api: String
    }

    /// Who reaches people where no socket of ours does.
    public struct Webhook: Sendable {
        /// Takes a POST for each message.
        public var url: String
        /// What both sides sign with.
        public var secret: String
    }

    /// The main backend's token rules.
    public struct Tokens: Sendable {
        /// nil only on a fully embedded start, where one is made and kept in the data directory.
        public var secret: String?
        /// Still accepted until `previousSecretUntil`.
        public var previousSecret: String?
        /// Unix seconds.
        public var previousSecretUntil: Int?
        /// Longest accepted `exp` − `iat`, seconds; nil accepts any.
        public var maxLifetime: Int?
    }

    /// Whether nothing outside was named at all: the demo start.
    public var isFullyEmbedded: Bool { mongo == nil && redisURL == nil && model == nil }
}

/// Everything that is wrong with the environment, told at once. Values are never part of it: they may be secrets.
public struct SettingsError: Error, Sendable, CustomStringConvertible {
    /// One variable and what to do about it.
    public struct Fault: Sendable, Hashable {
        /// The variable's name.
        public var variable: String
        /// What is wrong and what is expected.
        public var problem: String
    }

    /// At least one.
    public var faults: [Fault]

    /// One line a fault.
    public var description: String { faults.map { "\($0.variable): \($0.problem)" }.joined(separator: "\n") }
}
