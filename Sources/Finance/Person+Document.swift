extension Person {
    /// Reads a projected user document. Absent fields take the backend's defaults: role USER, active, not verified.
    /// Only the exact role text grants a role, and only the status `blocked` blocks.
    public init(document: Document) throws(SnapshotError) {
        guard let id = document["_id"].flatMap(Self.userID) else { throw .noUserID }
        var name = ""
        if case .string(let raw) = document["name"] { name = TypedText(raw).text }
        self.init(
            id: id, name: name, role: Self.role(document["role"]),
            isBlocked: Self.isBlocked(document["status"]), isVerified: document["verified"] == .bool(true),
            isDeleted: Fields.isDeleted(document), partnerID: document["partnerId"].flatMap(Self.userID))
    }

    private static func userID(_ value: Document.Value) -> UserID? {
        switch value {
        case .id(let text), .string(let text): UserID(text)
        default: nil
        }
    }

    private static func role(_ value: Document.Value?) -> Role {
        switch value {
        case nil: .user
        case .string(let text): Role(rawValue: text) ?? .none
        default: .none
        }
    }

    private static func isBlocked(_ value: Document.Value?) -> Bool {
        guard case .string(let status) = value else { return false }
        return status.lowercased() == "blocked"
    }
}
