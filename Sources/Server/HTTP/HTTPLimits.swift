public import NIOCore

/// What one HTTP connection may send and wait for.
public struct HTTPLimits: Sendable {
    /// Bytes of all header fields and the target of one request; more is answered 431.
    public var maxHeaderBytes = 16 << 10
    /// Header fields of one request; more is answered 431.
    public var maxHeaderFields = 100
    /// From the connection, or the first byte of a later request, to the end of its headers; then the connection is closed.
    public var headDeadline = TimeAmount.seconds(10)
    /// From the end of the headers to the end of the body; then the connection is closed.
    public var bodyDeadline = TimeAmount.seconds(30)
    /// How long a connection may stay between two requests.
    public var idle = TimeAmount.seconds(60)
    /// How long a connection that was refused is kept half open, so that its answer can be read.
    public var linger = TimeAmount.milliseconds(800)

    /// The limits of the product.
    public init() {}
}
