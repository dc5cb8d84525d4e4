public import Finance
public import Ports

/// The Telegram channel as the routes see it.
public struct TelegramDoor: Sendable {
    /// What to answer Telegram.
    public enum Verdict: Sendable, Hashable {
        /// It need not be sent again.
        case done
        /// It was not Telegram.
        case refused
        /// It should be sent again.
        case later
    }

    /// Takes an update with the secret that came beside it.
    public var receive: @Sendable (_ secret: String?, _ body: [UInt8]) async -> Verdict
    /// A fresh code for a person, to be sent to the bot.
    public var offer: @Sendable (UserID) async throws(PortError) -> String
    /// How many chats are linked to a person.
    public var count: @Sendable (UserID) async throws(PortError) -> Int
    /// Ends all of them; gives how many.
    public var unlink: @Sendable (UserID) async throws(PortError) -> Int

    /// A door of these closures.
    public init(
        receive: @escaping @Sendable (String?, [UInt8]) async -> Verdict,
        offer: @escaping @Sendable (UserID) async throws(PortError) -> String,
        count: @escaping @Sendable (UserID) async throws(PortError) -> Int,
        unlink: @escaping @Sendable (UserID) async throws(PortError) -> Int
    ) {
        self.receive = receive
        self.offer = offer
        self.count = count
        self.unlink = unlink
    }
}
