public import Finance

/// Who exists. Only the fields of `Person` are ever loaded.
public struct People: Sendable {
    /// The stored person, blocked and deleted ones included; nil for an unknown id.
    public var find: @Sendable (UserID) async throws(PortError) -> Person?
    /// Ids of live, active, verified people with role USER after `after`, in id order, at most `limit`.
    public var page: @Sendable (_ after: UserID?, _ limit: Int) async throws(PortError) -> [UserID]

    /// A port of these closures.
    public init(
        find: @escaping @Sendable (UserID) async throws(PortError) -> Person?,
        page: @escaping @Sendable (UserID?, Int) async throws(PortError) -> [UserID]
    ) {
        self.find = find
        self.page = page
    }
}
