public import Finance

extension NamedPeople {
    /// Maya Thornton, USER.
    public static let mayaID = id("661f0a1b2c3d4e5f60718293")
    /// Daniel Thornton, her partner.
    public static let danielID = id("661f0a1b2c3d4e5f60718294")
    /// An administrator.
    public static let adminID = id("661f0a1b2c3d4e5f60718200")
    /// Noah, who has no records.
    public static let noahID = id("661f0a1b2c3d4e5f60718301")
    /// Dana, in deficit.
    public static let danaID = id("661f0a1b2c3d4e5f60718302")
    /// Omar, with many debts.
    public static let omarID = id("661f0a1b2c3d4e5f60718303")
    /// The owner of the dirty records.
    public static let dirtyID = id("661f0a1b2c3d4e5f60718304")
    /// Ada, of the old backend.
    public static let adaID = id("661f0a1b2c3d4e5f60718305")
    /// Mallory, whose names are hostile.
    public static let malloryID = id("661f0a1b2c3d4e5f60718306")

    /// An id from its digits; a misspelt literal stops the test run.
    public static func id(_ hex: String) -> UserID {
        guard let id = UserID(hex) else { preconditionFailure("a test id must have 24 hex digits: \(hex)") }
        return id
    }

    /// A live, verified USER document with the fields the product projects.
    public static func user(_ id: UserID, name: String, partner: UserID? = nil, role: String = "USER") -> Document {
        Document([
            "_id": .id(id.hex), "name": .string(name), "role": .string(role), "status": .string("active"),
            "verified": .bool(true), "isDeleted": .bool(false),
            "partnerId": partner.map { .id($0.hex) } ?? .null, "createdAt": date("2025-12-02T09:14:03.118Z"),
        ])
    }

    /// Maya's partner as a user document.
    public static var daniel: Document { user(danielID, name: "Daniel Thornton", partner: mayaID) }
    /// The administrator as a user document.
    public static var admin: Document { user(adminID, name: "Admin", role: "ADMIN") }
}
