import Hummingbird
import Logging
import Ports
import Testing

@testable import Routes

@Suite struct ProblemTests {
    struct Row: Sendable, CustomTestStringConvertible {
        var error: any Error
        var status: Int
        var code: String
        var level = Logger.Level.info
        var testDescription: String { "\(error)" }
    }

    private struct Stray: Error {}

    private static func port(_ code: PortError.Code) -> PortError { PortError(code, "secret words") }

    static let rows: [Row] =
        [
            Row(error: IdentityError.missing, status: 401, code: "unauthenticated"),
            Row(error: IdentityError.invalid, status: 401, code: "invalid_token"),
            Row(error: IdentityError.expired, status: 401, code: "token_expired"),
            Row(error: IdentityError.noUser, status: 401, code: "no_user"),
            Row(error: IdentityError.refused, status: 403, code: "account_refused"),
            Row(error: IdentityError.forbidden, status: 403, code: "forbidden"),
            Row(error: IdentityError.unavailable(port(.timeout)), status: 503, code: "timeout", level: .warning),
            Row(error: HTTPError(.notFound), status: 404, code: "not_found"),
            Row(error: HTTPError(.contentTooLarge), status: 413, code: "too_large"),
            Row(error: HTTPError(.unsupportedMediaType), status: 415, code: "unsupported_media_type"),
            Row(error: HTTPError(.badRequest, message: "x"), status: 400, code: "bad_request"),
            Row(error: HTTPError(.badGateway), status: 500, code: "internal", level: .error),
            Row(error: CancellationError(), status: 503, code: "cancelled", level: .warning),
            Row(error: Stray(), status: 500, code: "internal", level: .error),
            Row(error: Problem.otherScheme, status: 401, code: "unauthenticated"),
            Row(error: Problem.originRefused, status: 403, code: "origin_not_allowed"),
            Row(error: Problem.methodNotAllowed(["GET"]), status: 405, code: "method_not_allowed"),
            Row(error: Problem.tooMany(retryAfter: .seconds(3)), status: 429, code: "rate_limited"),
            Row(error: Problem.invalid("limit", "small"), status: 422, code: "invalid_value"),
            Row(error: Problem.malformed("No."), status: 400, code: "bad_request"),
            Row(error: Problem.renameUnknown, status: 404, code: "not_found"),
            Row(error: Problem.deleteUnknown, status: 404, code: "not_found"),
            Row(error: Problem.conversationUnknown, status: 404, code: "not_found"),
        ] + PortError.Code.allCases.map(row)

    /// A `switch`, so that a new code of the port does not compile without a row.
    private static func row(_ code: PortError.Code) -> Row {
        let (status, name, level): (Int, String, Logger.Level) =
            switch code {
            case .unavailable: (503, "unavailable", .warning)
            case .timeout: (503, "timeout", .warning)
            case .busy: (503, "busy", .warning)
            case .limited: (503, "limited", .warning)
            case .capped: (429, "spend_cap", .info)
            case .cancelled: (503, "cancelled", .warning)
            case .conflict: (409, "conflict", .info)
            case .notFound: (404, "not_found", .info)
            case .refused: (500, "internal", .error)
            case .malformed: (502, "bad_upstream", .error)
            }
        return Row(error: port(code), status: status, code: name, level: level)
    }

    @Test("every error has its row: status, code and log level", arguments: rows)
    func table(row: Row) {
        let problem = Problem(row.error)
        #expect(problem.status.code == row.status)
        #expect(problem.code == row.code)
        #expect(problem.level == row.level)
    }

    @Test("no answer holds the words of what went wrong inside; each has words of its own", arguments: rows)
    func words(row: Row) {
        let problem = Problem(row.error)
        #expect(!problem.detail.contains("secret"))
        #expect(!problem.detail.isEmpty)
        let headers = Response(problem).headers
        #expect((headers[.wwwAuthenticate] != nil) == (row.status == 401))
        #expect((headers[.retryAfter] != nil) == [503, 429].contains(row.status))
        #expect((headers[.allow] != nil) == (row.status == 405))
        #expect(headers[.contentType] == "application/json; charset=utf-8")
    }

    @Test("the words that the old service used stay as they were")
    func legacy() {
        let legacy: [(any Error, String)] = [
            (IdentityError.missing, "Not authenticated"), (IdentityError.invalid, "Invalid token"),
            (IdentityError.expired, "Token has expired"),
            (IdentityError.noUser, "User identifier not found in token"),
            (IdentityError.forbidden, "Access denied: Administrator privileges required."),
            (Problem.otherScheme, "Invalid authentication credentials"), (HTTPError(.notFound), "Not Found"),
            (Problem.methodNotAllowed([]), "Method Not Allowed"),
            (Problem.renameUnknown, "Conversation not found or you do not have permission to rename it."),
            (Problem.deleteUnknown, "Conversation not found or you do not have permission to delete it."),
        ]
        for (error, words) in legacy { #expect(Problem(error).detail == words) }
    }

    @Test("a wait that the other side asked for is passed on, in whole seconds and at least one")
    func retryAfter() {
        func header(_ wait: Duration?) -> String? {
            Response(Problem(PortError(.limited, "", retryAfter: wait))).headers[.retryAfter]
        }
        #expect(header(.milliseconds(2_100)) == "3")
        #expect(header(.milliseconds(5)) == "1")
        #expect(header(nil) == "10")
    }
}
