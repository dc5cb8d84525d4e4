internal import HTTPTypes
internal import Hummingbird
internal import Logging
internal import Ports

/// Turns whatever a route or a step throws into its answer. A path that exists with another method is told so.
struct ProblemAnswers: RouterMiddleware {
    let paths: RoutePaths

    func handle(
        _ request: Request, context: AppContext, next: @concurrent (Request, AppContext) async throws -> Response
    ) async throws -> Response {
        do {
            try checkBody(of: request)
            return try await next(request, context)
        } catch {
            var problem = Problem(error)
            let methods = paths.methods(of: request.uri.path)
            if problem == .notFound, !methods.isEmpty, !methods.contains(request.method.rawValue) {
                problem = .methodNotAllowed(methods)
            }
            context.trail.note(problem, cause: problem.level >= .warning ? Self.describe(error) : nil)
            return Response(problem)
        }
    }

    /// Before a byte of it is read.
    private func checkBody(of request: Request) throws(Problem) {
        let most = paths.bodyBytes(of: request.method.rawValue, request.uri.path)
        if let length = request.headers[.contentLength].flatMap(Int.init), length > most { throw .tooLarge(most) }
    }

    /// For the log. The words of a port are made for it; those of a library may hold anything, so only its type.
    private static func describe(_ error: any Error) -> String {
        switch error {
        case let error as PortError: error.description
        case IdentityError.unavailable(let error): error.description
        default: String(describing: type(of: error))
        }
    }
}
