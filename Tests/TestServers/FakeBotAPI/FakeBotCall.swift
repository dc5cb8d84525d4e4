import FoundationEssentials

/// One call as the fake Bot API read it.
public struct FakeBotCall: Sendable {
    /// For instance `sendMessage`.
    public let method: String
    /// The fields of its JSON body that tests look at.
    public let fields: Fields
    /// What it was answered; nil when it was mistreated.
    public let status: Int?
    /// When its last byte was here.
    public let arrivedAt: ContinuousClock.Instant
    /// As it came.
    public let request: FakeRequest

    /// Fields of all methods.
    public struct Fields: Sendable, Decodable, Hashable {
        /// Whom to.
        public var chat_id: Int64?
        /// A message's text.
        public var text: String?
        /// How a text is marked up.
        public var parse_mode: String?
        /// Whether links are fetched.
        public var link_preview_options: [String: Bool]?
        /// What a chat shows.
        public var action: String?
        /// Where updates go.
        public var url: String?
        /// What updates are proven with.
        public var secret_token: String?
        /// Kinds of updates wanted.
        public var allowed_updates: [String]?
    }
}

/// The rules of the fake, which a test may tighten.
public struct FakeBotRules: Sendable, Hashable {
    /// UTF-16 units of a message.
    public var units = 4_096
    /// One message to a chat, and `inAll` altogether, in this time.
    public var window = Duration.seconds(1)
    /// Messages to all chats in a window.
    public var inAll = 30

    /// The rules of the Bot API.
    public init() {}
}
