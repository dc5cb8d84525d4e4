import NIOConcurrencyHelpers
public import Ports

/// A model whose every token a test lets out. Each request becomes a `Call` the test finds in `calls`.
public final class ScriptedModel: Sendable {
    /// One request and the hands on it.
    public final class Call: Sendable {
        enum Step: Sendable {
            case event(CompletionEvent)
            case failure(any Error)
        }

        /// What was asked.
        public let request: CompletionRequest
        /// Has an entry once the call has ended: true when it was cancelled.
        public let ended = Journal<Bool>()
        private let steps: AsyncStream<Step>
        private let hand: AsyncStream<Step>.Continuation

        init(_ request: CompletionRequest) {
            self.request = request
            (steps, hand) = AsyncStream.makeStream()
        }

        /// Lets one piece of text out that needs no check, so that it is shown at once.
        public func say(_ text: String) { hand.yield(.event(.written(text))) }
        /// Lets any event out.
        public func tell(_ event: CompletionEvent) { hand.yield(.event(event)) }
        /// Ends regularly.
        public func finish(_ reason: FinishReason = .complete) {
            hand.yield(.event(.finished(reason)))
            hand.finish()
        }
        /// Ends without saying so, as a cut connection does.
        public func cut() { hand.finish() }
        /// Breaks off with an error.
        public func fail(_ error: any Error) { hand.yield(.failure(error)) }

        func run(_ receive: @Sendable (CompletionEvent) async throws -> Void) async throws {
            do {
                for await step in steps {
                    switch step {
                    case .event(let event): try await receive(event)
                    case .failure(let error): throw error
                    }
                }
                try Task.checkCancellation()
                ended.append(false)
            } catch {
                ended.append(Task.isCancelled || error is CancellationError)
                throw error
            }
        }
    }

    /// Every request, in order.
    public let calls = Journal<Call>()
    private let automatic: [String]?

    /// A model that waits for the test, or one that always answers with these pieces at once.
    public init(answering pieces: [String]? = nil) { automatic = pieces }

    /// The `index`-th request, once it is there.
    public func call(_ index: Int = 0) async throws -> Call { try await calls.wait(count: index + 1)[index] }

    /// The port over it.
    public var port: Completions {
        Completions(model: "scripted") { request, receive in
            let call = Call(request)
            self.calls.append(call)
            if let pieces = self.automatic {
                for piece in pieces { call.say(piece) }
                call.finish()
            }
            try await call.run(receive)
        }
    }
}

extension Completions {
    /// The port of a scripted model.
    public static func scripted(_ model: ScriptedModel) -> Completions { model.port }
}
