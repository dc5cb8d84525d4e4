public import Analyses
public import Finance

/// The published groups of people with a similar income. Nothing in it is about one person.
public struct PeerGroups: Sendable {
    /// What was published last; nil before the first publication.
    public var current: @Sendable () async throws(PortError) -> PeerCohorts?
    /// Replaces the publication.
    public var publish: @Sendable (PeerCohorts) async throws(PortError) -> Void
    /// Who of these people has asked not to be part of it.
    public var optedOut: @Sendable ([UserID]) async throws(PortError) -> Set<UserID>
    /// Notes whether a person takes part; the next publication goes by it.
    public var setOptedOut: @Sendable (UserID, _ isOut: Bool) async throws(PortError) -> Void

    /// A port of these closures.
    public init(
        current: @escaping @Sendable () async throws(PortError) -> PeerCohorts?,
        publish: @escaping @Sendable (PeerCohorts) async throws(PortError) -> Void,
        optedOut: @escaping @Sendable ([UserID]) async throws(PortError) -> Set<UserID>,
        setOptedOut: @escaping @Sendable (UserID, Bool) async throws(PortError) -> Void
    ) {
        self.current = current
        self.publish = publish
        self.optedOut = optedOut
        self.setOptedOut = setOptedOut
    }
}

extension PeerGroups {
    /// Nothing is published.
    public static let none = PeerGroups(
        current: { () async throws(PortError) in nil }, publish: { _ async throws(PortError) in },
        optedOut: { _ async throws(PortError) in [] }, setOptedOut: { _, _ async throws(PortError) in })

    /// Whether a person has asked not to be part of it.
    public func hasOptedOut(_ user: UserID) async throws(PortError) -> Bool {
        try await optedOut([user]).contains(user)
    }

    /// A snapshot held against what is published.
    public func comparison(of snapshot: Snapshot) async throws(PortError) -> PeerComparison {
        PeerComparison(
            of: snapshot, cohorts: try await current(), hasOptedOut: try await hasOptedOut(snapshot.person.id))
    }
}
