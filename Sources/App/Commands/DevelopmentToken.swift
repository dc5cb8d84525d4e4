internal import Auth
public import Finance
public import FoundationEssentials

/// Tokens for development, signed with the configured secret.
public enum DevelopmentToken {
    /// A token for `user`, good for `lifetime`. Without `JWT_SECRET` it is signed with the data directory's secret,
    /// which only a server on the same directory accepts.
    public static func mint(
        _ settings: Settings, user: UserID, role: Person.Role, lifetime: Duration, at now: Date = Date()
    ) async throws -> String {
        let secret = try settings.tokens.secret ?? DevelopmentSecret.load(from: settings.dataDirectory)
        let tokens = try await BearerTokens(settings.tokens, secret: secret)
        return try tokens.mint(user: user, role: role, at: now, lifetime: lifetime)
    }
}
