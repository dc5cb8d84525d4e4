internal import Finance
internal import HTTPTypes
internal import Hummingbird
internal import Ports

/// Lets a person in: proof first, then pace.
struct Door: Sendable {
    let identity: Identity
    let logName: @Sendable (Caller) -> String
    let pace: PaceKeeper

    /// The caller of an HTTP request, by the bearer header only.
    func admit(_ request: Request, _ context: AppContext) async throws -> Caller {
        let caller = try await identity.verify(.bearer(try Self.bearer(of: request)))
        context.trail.note(person: logName(caller))
        if let wait = pace.take(caller.user.hex) { throw Problem.tooMany(retryAfter: wait) }
        return caller
    }

    /// The same for an administrator; anyone else is refused with the old service's words.
    func admitAdmin(_ request: Request, _ context: AppContext) async throws -> Caller {
        let caller = try await admit(request, context)
        guard caller.isAdmin else { throw IdentityError.forbidden }
        return caller
    }

    /// The token of the one `Authorization` header.
    static func bearer(of request: Request) throws -> String {
        let headers = request.headers[values: .authorization]
        guard let header = headers.first else { throw IdentityError.missing }
        guard headers.count == 1 else { throw Problem.otherScheme }
        let parts = header.split(separator: " ", maxSplits: 1)
        guard parts.first?.lowercased() == "bearer" else { throw Problem.otherScheme }
        guard parts.count == 2 else { throw IdentityError.missing }
        return String(parts[1])
    }
}
