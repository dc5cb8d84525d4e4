internal import HTTPTypes
internal import Hummingbird
internal import Logging
internal import Metrics

/// The outermost step: every answer gets its request id and the headers that keep browsers careful, every request one
/// line in the log and its metrics.
///
/// The line names the route's template, never the address: an address can hold a token or a person's id. It holds no
/// query, no body, no header and no user id, only the person's name for logs.
struct Trace: RouterMiddleware {
    let uptime: @Sendable () -> Duration

    func handle(
        _ request: Request, context: AppContext, next: @concurrent (Request, AppContext) async throws -> Response
    ) async throws -> Response {
        let start = uptime()
        var context = context
        context.requestID = RequestName.of(request)
        context.logger[metadataKey: "requestId"] = .string(context.requestID)
        var response = try await next(request, context)
        response.headers[.xRequestID] = context.requestID
        if response.status != .switchingProtocols { Self.guardHeaders(&response.headers) }
        record(request, context, response.status, took: uptime() - start)
        return response
    }

    private func record(
        _ request: Request, _ context: AppContext, _ status: HTTPResponse.Status, took: Duration
    ) {
        let route = context.endpointPath ?? "NotFound"
        let method = Self.known.contains(request.method) ? request.method.rawValue : "other"
        let labels = [("method", method), ("route", route)]
        Counter(label: "sidecar_http_requests_total", dimensions: labels + [("status", "\(status.code)")]).increment()
        Metrics.Timer(label: "sidecar_http_request_seconds", dimensions: labels).record(duration: took)
        let found = context.trail.found
        var line: Logger.Metadata = [
            "method": "\(method)", "route": "\(route)", "status": "\(status.code)",
            "ms": "\((took.milliseconds * 10).rounded() / 10)",
        ]
        if let person = found.person { line["user"] = "\(person)" }
        if let problem = found.problem {
            line["code"] = "\(problem.code)"
            if let cause = found.cause { line["cause"] = "\(cause)" }
            Counter(label: "sidecar_http_problems_total", dimensions: [("code", problem.code)]).increment()
        }
        context.logger.log(level: found.problem?.level ?? Self.level(of: route), "http.answered", metadata: line)
    }

    /// Probes and scrapes come every few seconds and say nothing.
    private static func level(of route: String) -> Logger.Level {
        route.hasPrefix("/health") || route == "/metrics" ? .debug : .info
    }

    private static let known: [HTTPRequest.Method] = [.get, .head, .post, .put, .patch, .delete, .options]

    private static func guardHeaders(_ headers: inout HTTPFields) {
        headers[.xContentTypeOptions] = "nosniff"
        headers[.requireName("Referrer-Policy")] = "no-referrer"
        headers[.requireName("X-Frame-Options")] = "DENY"
        if headers[.cacheControl] == nil { headers[.cacheControl] = "no-store" }
        if headers[.contentSecurityPolicy] == nil {
            headers[.contentSecurityPolicy] = "default-src 'none'; frame-ancestors 'none'"
        }
    }
}

/// What a request is called in logs and answers.
enum RequestName {
    /// The proxy's own name for it when that is a plain word, else 128 random bits.
    static func of(_ request: Request) -> String {
        let given = request.headers[values: .xRequestID]
        if given.count == 1, isPlain(given[0]) { return given[0] }
        var random = SystemRandomNumberGenerator()
        return [random.next(), random.next()].map { (word: UInt64) in
            let digits = String(word, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }

    private static func isPlain(_ text: String) -> Bool {
        (8...64).contains(text.utf8.count)
            && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) }
    }
}
