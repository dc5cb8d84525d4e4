public import Finance

/// What people were told and the store could not take, kept on this machine until it can: a crash in between loses none
/// of it.
public struct Outbox: Sendable {
    /// One answer that waits, and whose it is.
    public struct Entry: Sendable, Hashable {
        /// Whose.
        public var user: UserID
        /// The answer as it ended.
        public var message: StoredMessage

        /// An entry with both parts given.
        public init(user: UserID, message: StoredMessage) {
            self.user = user
            self.message = message
        }
    }

    /// Keeps an answer durably; one that waits already, by its id, is replaced and keeps its place.
    public var put: @Sendable (Entry) async throws(PortError) -> Void
    /// The oldest that wait, in the order they came.
    public var waiting: @Sendable (_ limit: Int) async throws(PortError) -> [Entry]
    /// The store has it, or never will.
    public var remove: @Sendable (_ messageID: String) async throws(PortError) -> Void
    /// Drops what waits of a person who is forgotten.
    public var forget: @Sendable (UserID) async throws(PortError) -> Void

    /// A port of these closures.
    public init(
        put: @escaping @Sendable (Entry) async throws(PortError) -> Void,
        waiting: @escaping @Sendable (Int) async throws(PortError) -> [Entry],
        remove: @escaping @Sendable (String) async throws(PortError) -> Void,
        forget: @escaping @Sendable (UserID) async throws(PortError) -> Void
    ) {
        self.put = put
        self.waiting = waiting
        self.remove = remove
        self.forget = forget
    }

    /// Keeps nothing: for a store that is itself on this machine, and cannot be away while the machine is there.
    public static let none = Outbox(put: { _ in }, waiting: { _ in [] }, remove: { _ in }, forget: { _ in })
}
