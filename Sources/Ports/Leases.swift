public import FoundationEssentials

/// The right to do something alone, for a while. Who holds it has a fence: a number that grew with every change of hands,
/// so that the writes of somebody who lost it without noticing can be told apart and refused.
public struct Leases: Sendable {
    /// Takes the lease when it is free, run out, or ours already; nil when somebody else holds it.
    public var acquire:
        @Sendable (_ name: String, _ owner: String, _ ttl: Duration, _ now: Date) async throws(PortError) -> Fence?
    /// Keeps it for another `ttl`; false when it is ours no more.
    public var renew: @Sendable (_ name: String, Fence, _ ttl: Duration, _ now: Date) async throws(PortError) -> Bool
    /// Gives it back; nothing happens when it is ours no more.
    public var release: @Sendable (_ name: String, Fence) async throws(PortError) -> Void

    /// A port of these closures.
    public init(
        acquire: @escaping @Sendable (String, String, Duration, Date) async throws(PortError) -> Fence?,
        renew: @escaping @Sendable (String, Fence, Duration, Date) async throws(PortError) -> Bool,
        release: @escaping @Sendable (String, Fence) async throws(PortError) -> Void
    ) {
        self.acquire = acquire
        self.renew = renew
        self.release = release
    }
}

/// Whose turn it is: larger for every new holder of a lease, never reused, also not after a restart.
public struct Fence: Sendable, Hashable, Comparable, Codable {
    /// From 1.
    public let number: Int64

    /// The fence of a number.
    public init(_ number: Int64) { self.number = number }

    /// The older first.
    public static func < (lhs: Fence, rhs: Fence) -> Bool { lhs.number < rhs.number }
}
