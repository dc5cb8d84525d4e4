internal import Finance
internal import Hummingbird
internal import Ports

/// One route: what it answers to, how it is described, and what it does. The router, the OpenAPI document, `/docs` and
/// the answers 405 are all made from the same list of these.
struct Route: Sendable {
    /// Who may call it.
    enum Access: Sendable {
        /// Anyone; it shows nothing of anybody.
        case open
        /// Whoever proves who they are. The caller's own id is the only one such a route ever reads with.
        case person
        /// Whoever proves to be an administrator; such a route may read with another person's id, and says so in the log.
        case admin
        /// A program of the operator, by the scheduler's key.
        case key
        /// A socket: it is let in first and proves itself then (protocol 2).
        case socket
    }

    var method: HTTPRequest.Method
    /// For instance `/chat/conversations/{id}`.
    var path: String
    var access: Access
    var description: Operation
    /// Largest body that is taken.
    var bodyBytes = RouteLimits.bodyBytes
    var answer: @Sendable (Request, AppContext) async throws -> Response

    /// A route for anyone.
    static func open(
        _ method: HTTPRequest.Method, _ path: String, _ description: Operation,
        _ answer: @escaping @Sendable (Request, AppContext) async throws -> Response
    ) -> Route {
        Route(method: method, path: path, access: .open, description: description, answer: answer)
    }

    /// A route for a person who has been proven and has not asked too often.
    static func person(
        _ method: HTTPRequest.Method, _ path: String, _ description: Operation, at door: Door,
        _ answer: @escaping @Sendable (Request, AppContext, Caller) async throws -> Response
    ) -> Route {
        Route(method: method, path: path, access: .person, description: description) { request, context in
            try await answer(request, context, try await door.admit(request, context))
        }
    }

    /// A route for whoever has the scheduler's key.
    static func key(
        _ method: HTTPRequest.Method, _ path: String, _ description: Operation, with key: SchedulerKey,
        _ answer: @escaping @Sendable (Request, AppContext) async throws -> Response
    ) -> Route {
        Route(method: method, path: path, access: .key, description: description) { request, context in
            try key.admit(request)
            return try await answer(request, context)
        }
    }

    /// A route for an administrator: the role is read from the store at every call.
    static func admin(
        _ method: HTTPRequest.Method, _ path: String, _ description: Operation, at door: Door,
        _ answer: @escaping @Sendable (Request, AppContext, Caller) async throws -> Response
    ) -> Route {
        Route(method: method, path: path, access: .admin, description: description) { request, context in
            try await answer(request, context, try await door.admitAdmin(request, context))
        }
    }
}
