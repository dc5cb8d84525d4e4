public import Analyses
public import Finance

/// The published groups of people with a similar income. Nothing in it is about one person.
public struct PeerGroups: Sendable {
    /// What was published last; nil before the first publication.
    public var current: @Sendable () async throws(PortError) -> PeerCohorts?
    /// Replaces the publication.
    public var publish: @Sendable (PeerCohorts) async throws(PortError) -> Void
    /// Whether a person has asked not to be part of it.
    public var hasOptedOut: @Sendable (UserID) async throws(PortError) -> Bool

    /// A port of these closures.
    public init(
        current: @escaping @Sendable () async throws(PortError) -> PeerCohorts?,
        publish: @escaping @Sendable (PeerCohorts) async throws(PortError) -> Void,
        hasOptedOut: @escaping @Sendable (UserID) async throws(PortError) -> Bool
    ) {
        self.current = current
        self.publish = publish
        self.hasOptedOut = hasOptedOut
    }
}

extension PeerGroups {
    /// Nothing is published.
    public static let none = PeerGroups(
        current: { () async throws(PortError) in nil }, publish: { _ async throws(PortError) in },
        hasOptedOut: { _ async throws(PortError) in false })

    /// A snapshot held against what is published.
    public func comparison(of snapshot: Snapshot) async throws(PortError) -> PeerComparison {
        PeerComparison(
            of: snapshot, cohorts: try await current(), hasOptedOut: try await hasOptedOut(snapshot.person.id))
    }
}
