public import NIOCore

/// What the owner of a socket wants to hear. All closures run on the socket's event loop, one at a time and in order,
/// and must return at once.
public struct WebSocketHandler: Sendable {
    /// A whole text message.
    public var onText: @Sendable (String) -> Void
    /// A whole binary message, by its size in bytes.
    public var onBinary: @Sendable (Int) -> Void
    /// A whole binary message itself; when given, `onBinary` is not called.
    public var onBinaryMessage: (@Sendable (ByteBuffer) -> Void)?
    /// The server shuts down: say goodbye and close within `WebSocketLimits.drain`. When absent, the socket is closed with
    /// 1012 at once.
    public var onDraining: (@Sendable () -> Void)?
    /// No message comes or goes any more. Exactly once, with the code of whichever close frame came first, or nil when
    /// the connection was cut.
    public var onClosed: @Sendable (_ code: UInt16?) -> Void

    /// A handler; what is left out is ignored.
    public init(
        onText: @escaping @Sendable (String) -> Void = { _ in },
        onBinary: @escaping @Sendable (Int) -> Void = { _ in },
        onBinaryMessage: (@Sendable (ByteBuffer) -> Void)? = nil,
        onDraining: (@Sendable () -> Void)? = nil,
        onClosed: @escaping @Sendable (_ code: UInt16?) -> Void = { _ in }
    ) {
        self.onText = onText
        self.onBinary = onBinary
        self.onBinaryMessage = onBinaryMessage
        self.onDraining = onDraining
        self.onClosed = onClosed
    }
}
