public import NIOCore

/// What one WebSocket may hold, send and wait for. Every wait and every queue of a socket has its bound here.
public struct WebSocketLimits: Sendable {
    /// Largest payload of one frame in bytes; more is closed with 1009.
    public var maxFrame = 64 << 10
    /// Largest message in bytes, over all its fragments and after decompression; more is closed with 1009.
    public var maxMessage = 64 << 10
    /// Most fragments of one message; more is closed with 1009.
    public var maxFragments = 128
    /// Most pings in one second; more is closed with 4429.
    public var maxPingsPerSecond = 100
    /// Between our pings. The first one comes after a random part of it (from about half), so that sockets which came
    /// together do not stay together.
    public var ping = TimeAmount.seconds(25)
    /// How long after a ping something must be heard; then 4409.
    public var pongWait = TimeAmount.seconds(10)
    /// How long the other side may take to answer our close frame.
    public var closeTimeout = TimeAmount.seconds(5)
    /// How long an ended connection is kept half open, so that the last frame is read before a reset can overtake it.
    public var linger = TimeAmount.milliseconds(800)
    /// How long a message may take from its first byte to its last; then 4408.
    public var messageDeadline = TimeAmount.seconds(30)
    /// Bytes waiting to be taken by the other side above which it must make progress.
    public var softBacklog = 256 << 10
    /// Bytes waiting above which the socket is closed at once with 4408, whatever its progress.
    public var hardBacklog = 1 << 20
    /// How long a socket above `softBacklog` may take nothing; then 4408.
    public var stall = TimeAmount.seconds(10)
    /// How long an owner that asked to be told of a shutdown has to say goodbye; then 1012.
    public var drain = TimeAmount.seconds(25)
    /// Whether permessage-deflate is agreed to when a client offers it.
    public var compression = true
    /// Smallest message in bytes that is sent compressed: small frames gain nothing, and text a stranger may choose
    /// should not share a compressed frame with a secret.
    public var compressionThreshold = 2 << 10

    /// The limits of the product.
    public init() {}
}
