/// What bounds the embedded defaults. All of it lives in this process, so that each bound is memory kept free.
public struct EmbeddedLimits: Sendable, Hashable {
    /// Entries the cache holds before it lets go of what would expire first.
    public var cacheEntries: Int
    /// Bytes of keys and values the cache holds; a larger single value is not kept at all.
    public var cacheBytes: Int
    /// Claims held at once; a claim beyond is refused as busy, since dropping one would break a promise.
    public var claims: Int
    /// Bytes of keys and values of all claims.
    public var claimBytes: Int
    /// Messages waiting in one channel; more are lost, as the bus may.
    public var pendingMessages: Int
    /// Bytes waiting in one channel.
    public var pendingBytes: Int

    /// Bounds that suit one small instance.
    public init(
        cacheEntries: Int = 10_000, cacheBytes: Int = 16 << 20, claims: Int = 20_000, claimBytes: Int = 8 << 20,
        pendingMessages: Int = 1_024, pendingBytes: Int = 4 << 20
    ) {
        self.cacheEntries = cacheEntries
        self.cacheBytes = cacheBytes
        self.claims = claims
        self.claimBytes = claimBytes
        self.pendingMessages = pendingMessages
        self.pendingBytes = pendingBytes
    }
}
