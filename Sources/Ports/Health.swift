/// The state of one thing outside, for readiness and for the operator.
public struct Dependency: Sendable {
    /// For instance `mongodb`.
    public var name: String
    /// Whether the service is of no use without it.
    public var isNeeded: Bool
    /// Asks it; throws when it does not answer.
    public var probe: @Sendable () async throws(PortError) -> Void

    /// A dependency with every part given.
    public init(name: String, isNeeded: Bool, probe: @escaping @Sendable () async throws(PortError) -> Void) {
        self.name = name
        self.isNeeded = isNeeded
        self.probe = probe
    }
}
