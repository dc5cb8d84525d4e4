public import Finance

/// Whose a chat of another service is. A chat goes by a name that does not tell its number there.
public struct ChannelLinks: Sendable {
    /// The person a chat is linked to; nil for a chat of nobody.
    public var owner: @Sendable (_ name: String) async throws(PortError) -> UserID?
    /// Links a chat, in place of whoever had it before.
    public var link: @Sendable (_ name: String, UserID) async throws(PortError) -> Void
    /// Ends the link of a chat; true when there was one.
    public var unlink: @Sendable (_ name: String) async throws(PortError) -> Bool
    /// Ends every link of a person; gives how many.
    public var unlinkAll: @Sendable (UserID) async throws(PortError) -> Int
    /// How many chats are linked to a person.
    public var count: @Sendable (UserID) async throws(PortError) -> Int

    /// A port of these closures.
    public init(
        owner: @escaping @Sendable (String) async throws(PortError) -> UserID?,
        link: @escaping @Sendable (String, UserID) async throws(PortError) -> Void,
        unlink: @escaping @Sendable (String) async throws(PortError) -> Bool,
        unlinkAll: @escaping @Sendable (UserID) async throws(PortError) -> Int,
        count: @escaping @Sendable (UserID) async throws(PortError) -> Int
    ) {
        self.owner = owner
        self.link = link
        self.unlink = unlink
        self.unlinkAll = unlinkAll
        self.count = count
    }
}
