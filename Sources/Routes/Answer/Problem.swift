internal import Hummingbird
internal import Logging
internal import Ports

/// An error as the outside sees it. This file is the one table from what went wrong to what is said about it: status,
/// code, plain words, log level. The code is also the metric label. Nobody reads the text of a library or a port.
struct Problem: Error, Hashable {
    var status: HTTPResponse.Status
    /// Stable, for programs.
    var code: String
    /// Plain words, for people.
    var detail: String
    /// How loudly it is logged: our fault is an error, a dependency's a warning, a client's nothing special.
    var level: Logger.Level = .info
    /// When to try again.
    var retryAfter: Duration?
    /// The methods that would work, for 405.
    var allow: [String] = []
    /// The challenge of a 401.
    var challenge: String?
}

extension Problem {
    static let notFound = Problem(status: .notFound, code: "not_found", detail: "Not Found")
    static let renameUnknown = Problem(
        status: .notFound, code: "not_found",
        detail: "Conversation not found or you do not have permission to rename it.")
    static let deleteUnknown = Problem(
        status: .notFound, code: "not_found",
        detail: "Conversation not found or you do not have permission to delete it.")
    static let conversationUnknown = Problem(
        status: .notFound, code: "not_found", detail: "Conversation not found.")
    static let alertUnknown = Problem(status: .notFound, code: "not_found", detail: "Alert not found.")
    static let runUnknown = Problem(status: .notFound, code: "not_found", detail: "Run not found.")
    static let moodsNotKept = Problem(
        status: .conflict, code: "not_wanted", detail: "Moods are kept only once you choose that.")
    static let noProfile = Problem(
        status: .notFound, code: "not_found", detail: "There is no profile yet; it begins with the first questions.")
    static let noTelegram = Problem(
        status: .conflict, code: "not_configured", detail: "Telegram is not set up here.")
    static let wrongSecret = Problem(
        status: .unauthorized, code: "unauthenticated", detail: "Invalid or missing secret.")
    static let comeAgain = Problem(
        status: .serviceUnavailable, code: "unavailable", detail: "This cannot be taken right now.")
    static let noMainApp = Problem(
        status: .serviceUnavailable, code: "not_configured",
        detail: "No main app is set up here, so nothing can be saved."
    )
    static let tooManyRuns = Problem(
        status: .conflict, code: "too_many_runs", detail: "Too many runs were asked for today.")
    /// The old service's words.
    static let schedulerKey = Problem(
        status: .unauthorized, code: "unauthenticated", detail: "Invalid or missing scheduler API Key")
    static let personUnknown = Problem(status: .notFound, code: "not_found", detail: "User not found.")
    static let originRefused = Problem(
        status: .forbidden, code: "origin_not_allowed", detail: "This origin is not allowed.")
    static let internalFault = Problem(
        status: .internalServerError, code: "internal", detail: "Internal Server Error", level: .error)
    /// An `Authorization` header of another scheme (the old service's words).
    static let otherScheme = unauthenticated("Invalid authentication credentials", "unauthenticated")

    static func methodNotAllowed(_ allow: [String]) -> Problem {
        Problem(
            status: .methodNotAllowed, code: "method_not_allowed", detail: "Method Not Allowed", allow: allow)
    }

    static func tooMany(retryAfter: Duration) -> Problem {
        Problem(
            status: .tooManyRequests, code: "rate_limited",
            detail: "Too many requests. Please wait a moment and try again.", retryAfter: retryAfter)
    }

    /// A value that cannot be used; names what and what is expected.
    static func invalid(_ name: String, _ expected: String) -> Problem {
        Problem(status: .unprocessableContent, code: "invalid_value", detail: "\(name) must be \(expected).")
    }

    /// A value that cannot be used, in a sentence that says what would do.
    static func unusable(_ sentence: String) -> Problem {
        Problem(status: .unprocessableContent, code: "invalid_value", detail: sentence)
    }

    /// A body or address that cannot be read at all.
    static func malformed(_ detail: String) -> Problem {
        Problem(status: .badRequest, code: "bad_request", detail: detail)
    }

    /// Whatever was thrown, as it is answered.
    init(_ error: any Error) {
        switch error {
        case let problem as Problem: self = problem
        case let error as IdentityError: self = Self.identity(error)
        case let error as PortError: self = Self.port(error)
        case let error as HTTPError: self = Self.http(error)
        case is CancellationError: self = Self.port(PortError(.cancelled, ""))
        default: self = .internalFault
        }
    }

    private static func identity(_ error: IdentityError) -> Problem {
        switch error {
        case .missing: unauthenticated("Not authenticated", "unauthenticated")
        case .invalid: unauthenticated("Invalid token", "invalid_token")
        case .expired: unauthenticated("Token has expired", "token_expired")
        case .noUser: unauthenticated("User identifier not found in token", "no_user")
        case .refused:
            Problem(status: .forbidden, code: "account_refused", detail: "This account cannot be used here.")
        case .forbidden:
            Problem(
                status: .forbidden, code: "forbidden",
                detail: "Access denied: Administrator privileges required.")
        case .unavailable(let error): port(error)
        }
    }

    private static func port(_ error: PortError) -> Problem {
        switch error.code {
        case .unavailable: away("unavailable", "Something we need is not available right now.", error, 5)
        case .timeout: away("timeout", "Something we need took too long to answer.", error, 2)
        case .busy: away("busy", "There is a lot going on right now.", error, 1)
        case .limited: away("limited", "A service we depend on asks us to wait.", error, 10)
        case .capped:
            Problem(
                status: .tooManyRequests, code: "spend_cap",
                detail: "What models may cost is used up; what needs none still answers.",
                // The cap of one answer is no cap of the next.
                retryAfter: error.retryAfter ?? .seconds(1))
        case .cancelled: away("cancelled", "The request was cut short.", error, 1)
        case .conflict:
            Problem(status: .conflict, code: "conflict", detail: "Something else changed this at the same time.")
        case .notFound: .notFound
        case .refused: .internalFault
        case .malformed:
            Problem(
                status: .badGateway, code: "bad_upstream",
                detail: "A service we depend on gave an answer that cannot be read.", level: .error)
        }
    }

    private static func http(_ error: HTTPError) -> Problem {
        switch error.status.code {
        case 404: .notFound
        case 413: tooLarge(RouteLimits.bodyBytes)
        case 415:
            Problem(status: .unsupportedMediaType, code: "unsupported_media_type", detail: "The body must be JSON.")
        case 400..<500: Problem(status: error.status, code: "bad_request", detail: "The request cannot be read.")
        default: .internalFault
        }
    }

    private static func unauthenticated(_ detail: String, _ code: String) -> Problem {
        let reason = code == "unauthenticated" ? "" : #", error="invalid_token""#
        return Problem(
            status: .unauthorized, code: code, detail: detail, challenge: #"Bearer realm="reho"\#(reason)"#)
    }

    private static func away(_ code: String, _ words: String, _ error: PortError, _ seconds: Int) -> Problem {
        Problem(
            status: .serviceUnavailable, code: code, detail: "\(words) Please try again in a moment.",
            level: .warning, retryAfter: error.retryAfter ?? .seconds(seconds))
    }
}
