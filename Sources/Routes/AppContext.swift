public import Hummingbird
internal import NIOConcurrencyHelpers
public import NIOCore
public import Server

/// One request on its way through the middleware.
public struct AppContext: WebSocketContext {
    /// What Hummingbird keeps.
    public var coreContext: CoreRequestContextStorage
    /// The connection it came on.
    public let channel: any Channel
    /// The name of this request in logs and answers.
    var requestID = ""
    /// What the access log will say; shared by every copy of this context.
    let trail = Trail()

    /// A context of a fresh request.
    public init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        channel = source.channel
    }

    /// Largest body read into memory. Nothing a client sends us in one is longer than a title.
    public var maxUploadSize: Int { RouteLimits.bodyBytes }
}

/// What inner steps learn and the outermost one writes down.
final class Trail: Sendable {
    struct Notes {
        /// The person's name for logs.
        var person: String?
        /// Why the answer is a refusal.
        var problem: Problem?
        /// What was behind it, for the operator.
        var cause: String?
    }

    private let notes = NIOLockedValueBox(Notes())

    var found: Notes { notes.withLockedValue { $0 } }
    func note(person: String) { notes.withLockedValue { $0.person = person } }
    func note(_ problem: Problem, cause: String?) {
        notes.withLockedValue { ($0.problem, $0.cause) = (problem, cause) }
    }
}
