internal import Analyses
public import Finance
public import Ports

extension Inbox {
    /// Whether a model outside may be asked about a person. What cannot be read counts as no.
    public func agreesToModel(_ user: UserID, isAssumed: Bool) async -> Bool {
        do { return try await agreement(of: user, isAssumed: isAssumed) } catch { return false }
    }

    /// The same for whoever says so when it cannot be read.
    public func agreement(of user: UserID, isAssumed: Bool) async throws(PortError) -> Bool {
        try await choices(of: user).model ?? isAssumed
    }
}
