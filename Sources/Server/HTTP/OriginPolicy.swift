import HTTPTypes
public import Hummingbird

/// Which web pages may talk to us: those whose scheme, host and port are listed, exactly. `null` never; a request without
/// an origin does not come from a page, and its token decides.
public struct OriginPolicy: Sendable, Equatable {
    private let allowed: Set<String>?

    /// Every origin, for development.
    public static let any = OriginPolicy(allowed: nil)

    /// These origins, such as `https://app.example.org`. An entry with anything behind the port is no origin and
    /// allows nothing; `*` alone allows all.
    public init(_ origins: some Sequence<String>) {
        let origins = Set(origins)
        allowed = origins == ["*"] ? nil : Set(origins.compactMap(Self.normal))
    }

    private init(allowed: Set<String>?) { self.allowed = allowed }

    /// Whether a request with this `Origin` may pass.
    public func allows(_ origin: String?) -> Bool {
        guard let origin else { return true }
        guard let normal = Self.normal(origin) else { return false }
        return allowed?.contains(normal) ?? true
    }

    /// Scheme and host in lower case, the scheme's own port left out; nil for what is no origin.
    private static func normal(_ origin: String) -> String? {
        let parts = origin.split(separator: "://", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let ownPort = ["http": ":80", "https": ":443"][parts[0].lowercased()] else {
            return nil
        }
        let host = parts[1].lowercased()
        guard !host.isEmpty, !host.contains(where: { "/?#@, ".contains($0) }) else { return nil }
        return parts[0].lowercased() + "://" + (host.hasSuffix(ownPort) ? String(host.dropLast(ownPort.count)) : host)
    }
}

/// Answers 403 to a request from a page that is not allowed, before anything else is done with it.
public struct OriginCheck<Context: RequestContext>: RouterMiddleware {
    private let policy: OriginPolicy

    /// A check by `policy`.
    public init(_ policy: OriginPolicy) { self.policy = policy }

    /// Passes the request on, or refuses it.
    @concurrent public func handle(
        _ request: Request, context: Context, next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
        let origins = request.headers[values: .origin]
        guard origins.count <= 1, policy.allows(origins.first) else {
            let body = ByteBuffer(string: #"{"detail":"This origin is not allowed.","code":"origin_not_allowed"}"#)
            let headers: HTTPFields = [.contentType: "application/json; charset=utf-8"]
            return Response(status: .forbidden, headers: headers, body: .init(byteBuffer: body))
        }
        return try await next(request, context)
    }
}
