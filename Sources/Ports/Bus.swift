/// Messages between instances, at most once: what is missed is read again from where it is stored.
public struct Bus: Sendable {
    /// Sends to every subscriber of the channel, this instance included; nothing when the bus is away.
    public var publish: @Sendable (_ channel: String, _ message: [UInt8]) async -> Void
    /// Returns once the subscription stands; then `receive` is called for each message, in order, until `cancel`.
    public var subscribe:
        @Sendable (_ channel: String, _ receive: @escaping @Sendable ([UInt8]) -> Void) async -> Subscription

    /// A port of these closures.
    public init(
        publish: @escaping @Sendable (String, [UInt8]) async -> Void,
        subscribe: @escaping @Sendable (String, @escaping @Sendable ([UInt8]) -> Void) async -> Subscription
    ) {
        self.publish = publish
        self.subscribe = subscribe
    }

    /// A standing subscription.
    public struct Subscription: Sendable {
        /// Ends it; no message is delivered after it returns.
        public var cancel: @Sendable () -> Void

        /// A subscription that ends by this closure.
        public init(cancel: @escaping @Sendable () -> Void) { self.cancel = cancel }
    }
}
