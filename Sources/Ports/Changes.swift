public import Finance

/// Whose records change, as they change.
public struct Changes: Sendable {
    /// What is told.
    public enum Event: Sendable, Hashable {
        /// From here on nothing is missed.
        case following
        /// This person's records changed.
        case changed(UserID)
    }

    /// Tells until the task is cancelled, or until it cannot any more: that is an error, `refused` where the store never
    /// can. Events come on any thread, and whoever takes them returns at once.
    public var follow: @Sendable (_ take: @escaping @Sendable (Event) -> Void) async throws(PortError) -> Void

    /// A port of this closure.
    public init(
        follow: @escaping @Sendable (_ take: @escaping @Sendable (Event) -> Void) async throws(PortError) -> Void
    ) {
        self.follow = follow
    }

    /// The store tells nothing of its own accord.
    public static let none = Changes { _ async throws(PortError) in
        throw PortError(.refused, "this store does not tell of changes")
    }
}
