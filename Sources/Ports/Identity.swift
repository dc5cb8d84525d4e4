public import Finance
public import FoundationEssentials

/// What a caller shows.
public enum Credential: Sendable, Hashable {
    /// A token of the main backend.
    case bearer(String)
    /// A single-use ticket of ours.
    case ticket(String)
}

/// Who is calling, once proven.
public struct Caller: Sendable, Hashable {
    /// Whose call it is.
    public var user: UserID
    /// The stored display name; text the person typed.
    public var name: String
    /// Admin only when token and store both say so.
    public var isAdmin: Bool
    /// When the proof ends.
    public var expiresAt: Date

    /// A caller with every field given.
    public init(user: UserID, name: String, isAdmin: Bool, expiresAt: Date) {
        self.user = user
        self.name = name
        self.isAdmin = isAdmin
        self.expiresAt = expiresAt
    }
}

/// Why someone is not let in.
public enum IdentityError: Error, Sendable, Hashable {
    case missing
    /// Malformed, wrong signature, wrong algorithm, missing claims.
    case invalid
    case expired
    /// No usable user id in an otherwise good token.
    case noUser
    /// Blocked, deleted or unknown in the store.
    case refused
    /// A good identity without the needed role.
    case forbidden
    /// The store could not be asked.
    case unavailable(PortError)
}

/// Proves who is calling.
public struct Identity: Sendable {
    /// Checks signature, times and the stored person.
    public var verify: @Sendable (Credential) async throws(IdentityError) -> Caller
    /// Whether a caller proven earlier may still come in: live, not blocked (answers at most 60 s old).
    public var recheck: @Sendable (Caller) async throws(IdentityError) -> Void
    /// A single-use ticket for the caller, good for 30 s.
    public var issueTicket: @Sendable (Caller) async throws(IdentityError) -> String

    /// A port of these closures.
    public init(
        verify: @escaping @Sendable (Credential) async throws(IdentityError) -> Caller,
        recheck: @escaping @Sendable (Caller) async throws(IdentityError) -> Void,
        issueTicket: @escaping @Sendable (Caller) async throws(IdentityError) -> String
    ) {
        self.verify = verify
        self.recheck = recheck
        self.issueTicket = issueTicket
    }
}
