internal import HTTPTypes
internal import Hummingbird
internal import Server

/// CORS for the listed origins, with credentials, as the old service had it; never `*`. A page of another origin is not
/// refused here – its browser will not show it the answer – but its preflight is.
struct CrossOrigin: RouterMiddleware {
    let origins: OriginPolicy

    func handle(
        _ request: Request, context: AppContext, next: @concurrent (Request, AppContext) async throws -> Response
    ) async throws -> Response {
        guard let origin = request.headers[.origin] else { return try await next(request, context) }
        let isAllowed = request.isFromAllowedPage(origins)
        let isPreflight = request.method == .options && request.headers[.accessControlRequestMethod] != nil
        var response: Response
        switch (isPreflight, isAllowed) {
        case (true, true): response = Self.preflight
        case (true, false): response = Response(Problem.originRefused)
        default: response = try await next(request, context)
        }
        if response.status != .switchingProtocols { Self.mark(&response, isAllowed ? origin : nil) }
        return response
    }

    private static var preflight: Response {
        Response(
            status: .noContent,
            headers: [
                .accessControlAllowMethods: "GET, POST, PUT, PATCH, DELETE",
                .accessControlAllowHeaders: "Accept, Authorization, Content-Type, X-API-KEY, X-Request-ID",
                .accessControlMaxAge: "600",
            ])
    }

    private static func mark(_ response: inout Response, _ origin: String?) {
        response.headers.append(HTTPField(name: .vary, value: "Origin"))
        guard let origin else { return }
        response.headers[.accessControlAllowOrigin] = origin
        response.headers[.accessControlAllowCredentials] = "true"
        response.headers[.accessControlExposeHeaders] = "X-Request-ID, Retry-After"
    }
}

extension Request {
    /// Whether the page this comes from is listed, or is one of ours: same host and port as the request itself. The
    /// latter is safe although a client can claim any host, because nothing here is authorised by a cookie. A request
    /// without an origin does not come from a page.
    func isFromAllowedPage(_ origins: OriginPolicy) -> Bool {
        let claimed = headers[values: .origin]
        guard claimed.count <= 1 else { return false }
        guard let origin = claimed.first, !origins.allows(origin) else { return true }
        guard let authority = head.authority, !authority.isEmpty else { return false }
        return origin == "http://\(authority)" || origin == "https://\(authority)"
    }
}
