internal import Analyses
internal import Hummingbird

extension Response {
    /// A JSON answer.
    static func json(_ value: JSON, status: HTTPResponse.Status = .ok) -> Response {
        text(value.text, as: "application/json; charset=utf-8", status: status)
    }

    /// A text answer of some kind.
    static func text(
        _ text: String, as kind: String, status: HTTPResponse.Status = .ok
    ) -> Response {
        Response(
            status: status, headers: [.contentType: kind], body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }

    /// What a problem looks like from outside.
    init(_ problem: Problem) {
        self = .json(
            ["detail": .string(problem.detail), "code": .string(problem.code)], status: problem.status)
        headers[.wwwAuthenticate] = problem.challenge
        if !problem.allow.isEmpty { headers[.allow] = problem.allow.joined(separator: ", ") }
        if let wait = problem.retryAfter { headers[.retryAfter] = String(wait.secondsRoundedUp) }
    }
}

extension Duration {
    /// Whole seconds, at least 1, as `Retry-After` counts.
    var secondsRoundedUp: Int64 { max(1, components.seconds + (components.attoseconds > 0 ? 1 : 0)) }

    /// For logs and readiness.
    var milliseconds: Double { Double(components.seconds) * 1_000 + Double(components.attoseconds) / 1e15 }
}
