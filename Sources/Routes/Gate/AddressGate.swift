internal import HTTPTypes
internal import Hummingbird

/// Refuses an address that asks too often, before any work is done for it. Probes are exempt: an orchestrator that is
/// told 429 would restart a healthy service.
struct AddressGate: RouterMiddleware {
    let proxies: ProxyTrust
    let pace: PaceKeeper

    func handle(
        _ request: Request, context: AppContext, next: @concurrent (Request, AppContext) async throws -> Response
    ) async throws -> Response {
        let forwarded = request.headers[values: .xForwardedFor].last
        if !request.uri.path.hasPrefix("/health"),
            let address = proxies.origin(peer: context.channel.remoteAddress, forwarded: forwarded),
            let wait = pace.take(address)
        {
            throw Problem.tooMany(retryAfter: wait)
        }
        return try await next(request, context)
    }
}

extension HTTPField.Name {
    static let xForwardedFor = requireName("X-Forwarded-For")
    static let xRequestID = requireName("X-Request-ID")

    /// A field name known when this was written.
    static func requireName(_ text: StaticString) -> HTTPField.Name {
        guard let name = HTTPField.Name("\(text)") else { preconditionFailure("\(text) is not a field name") }
        return name
    }
}
