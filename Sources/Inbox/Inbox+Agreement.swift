internal import Analyses
public import Finance

extension Inbox {
    /// Whether a model outside may be asked about a person. What cannot be read counts as no.
    public func agreesToModel(_ user: UserID, isAssumed: Bool) async -> Bool {
        do { return try await choices(of: user).model ?? isAssumed } catch { return false }
    }
}
