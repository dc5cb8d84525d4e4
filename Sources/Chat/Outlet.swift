/// The socket as a conversation sees it. Made by the edge; both closures return at once.
public struct Outlet: Sendable {
    /// Queues one text frame.
    public var send: @Sendable (_ frame: String) -> Void
    /// Queues the close handshake behind what was sent.
    public var close: @Sendable (_ code: UInt16, _ reason: String) -> Void
    /// Bytes queued that the peer has not taken yet.
    public var backlog: @Sendable () -> Int

    /// An outlet of these closures.
    public init(
        send: @escaping @Sendable (String) -> Void, close: @escaping @Sendable (UInt16, String) -> Void,
        backlog: @escaping @Sendable () -> Int
    ) {
        self.send = send
        self.close = close
        self.backlog = backlog
    }
}
