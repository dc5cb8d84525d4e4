public import Finance
public import FoundationEssentials

/// Reads one person's records and makes a snapshot of them. A failed read of any part is an error, never a snapshot.
public struct Snapshots: Sendable {
    /// `.notFound` for an unknown or deleted person. `now` becomes the snapshot's as-of time.
    public var read: @Sendable (_ user: UserID, _ month: Month, _ now: Date) async throws(PortError) -> Snapshot

    /// A port of this closure.
    public init(read: @escaping @Sendable (UserID, Month, Date) async throws(PortError) -> Snapshot) {
        self.read = read
    }
}
