/// Bytes kept for a while. Never throws and never waits long: a cache that is away is a cache that has nothing.
public struct Cache: Sendable {
    /// The value, nil when absent, expired or not to be had in time.
    public var get: @Sendable (_ key: String) async -> [UInt8]?
    /// Keeps a value for `ttl`; silently does nothing when the cache is away.
    public var set: @Sendable (_ key: String, _ value: [UInt8], _ ttl: Duration) async -> Void
    /// Forgets a value; nothing happens when it is not there.
    public var remove: @Sendable (_ key: String) async -> Void
    /// Forgets every value whose key begins like this; it asks for all keys, so it is for rare occasions. False when it
    /// cannot be said that none is left.
    public var removeAll: @Sendable (_ prefix: String) async -> Bool

    /// A port of these closures.
    public init(
        get: @escaping @Sendable (String) async -> [UInt8]?,
        set: @escaping @Sendable (String, [UInt8], Duration) async -> Void,
        remove: @escaping @Sendable (String) async -> Void,
        removeAll: @escaping @Sendable (String) async -> Bool
    ) {
        self.get = get
        self.set = set
        self.remove = remove
        self.removeAll = removeAll
    }
}

/// One-time facts with an end: tickets and idempotency claims.
public struct Claims: Sendable {
    /// Sets the value if the key is free, and gives nil; gives the value that is there otherwise.
    public var claim: @Sendable (_ key: String, _ value: [UInt8], _ ttl: Duration) async throws(PortError) -> [UInt8]?
    /// Reads and removes in one step, so that exactly one caller gets the value.
    public var take: @Sendable (_ key: String) async throws(PortError) -> [UInt8]?

    /// A port of these closures.
    public init(
        claim: @escaping @Sendable (String, [UInt8], Duration) async throws(PortError) -> [UInt8]?,
        take: @escaping @Sendable (String) async throws(PortError) -> [UInt8]?
    ) {
        self.claim = claim
        self.take = take
    }
}
