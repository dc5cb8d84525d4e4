public import Curl
public import Drafts
import FoundationEssentials
public import Logging
import Metrics
import NIOConcurrencyHelpers

/// Calls of the main backend's REST, each with the token of the person who confirmed it.
///
///     let client = try BackendClient(BackendSettings(BackendAddress("https://api.example.org/api/v1")), logger: logger)
///     switch await client.send(draft.request(for: .current), token: token, idempotencyKey: proposal.id) {
///     case .answered(let status, let body): BackendVerdict(status: status, body: body.bytes, to: draft)
///     case .notSent: // nothing was written
///     case .unknown: // read the records back
///     }
///
/// 1. A call is made once. Neither we nor libcurl send it again: it gets a connection of its own, since libcurl repeats
///    what it sent on a kept connection that ends without an answer.
/// 2. Only the host of the settings is called; redirects are answers like any other.
/// 3. The token goes into the request's header and nowhere else: no log line, error, metric or description has it.
/// 4. Cancelling the task closes the connection at once, which does not undo what the backend has begun.
public final class BackendClient: Sendable {
    /// What it was made with.
    public let settings: BackendSettings
    private let curl: CurlClient
    private let logger: Logger
    private let isOpen = NIOLockedValueBox(true)

    /// A client with a thread of its own; throws when libcurl cannot start.
    public init(_ settings: BackendSettings, logger: Logger) throws(CurlError) {
        precondition(settings.connectTime < settings.totalTime, "a call needs time after the connection stands")
        self.settings = settings
        self.logger = logger
        var transport = CurlSettings()
        transport.threadName = "backend"
        transport.maxTransfers = settings.maxCalls
        transport.certificateFile = settings.certificateFile
        curl = try CurlClient(transport)
    }

    /// Makes one call and tells what became of it. `idempotencyKey` is sent for a backend that honours it; today's
    /// does not.
    public func send(_ request: BackendRequest, token: String, idempotencyKey: String) async -> BackendAnswer {
        let started = ContinuousClock.now
        let answer = await attempt(request, token, idempotencyKey)
        note(BackendCall.operation(request), answer, started.duration(to: .now))
        return answer
    }

    /// Ends every call with `unknown` and returns when the thread is done. Later calls are not sent.
    public func close() async {
        isOpen.withLockedValue { $0 = false }
        await curl.shutdown()
    }

    private func attempt(_ request: BackendRequest, _ token: String, _ key: String) async -> BackendAnswer {
        do {
            let call = try BackendCall(request, token: token, idempotencyKey: key, settings)
            if Task.isCancelled { return .notSent(.cancelled) }
            if !isOpen.withLockedValue({ $0 }) { return .notSent(.closed) }
            return try await curl.withResponse(to: call.request) { response in
                .answered(status: response.head.status, body: await read(response.body))
            }
        } catch let reason as BackendAnswer.Unsent {
            return .notSent(reason)
        } catch let error as CurlError {
            return BackendAnswer(error)
        } catch {
            return .unknown(.failed)
        }
    }

    private func read(_ body: CurlBody) async -> BackendBody {
        var bytes: [UInt8] = []
        do {
            for try await piece in body {
                bytes += piece
                if bytes.count > settings.maxAnswerBytes { return .partial(count: bytes.count) }
            }
        } catch {
            return .partial(count: bytes.count)
        }
        let isObject = (try? JSONDecoder().decode(JSONObject.self, from: Data(bytes))) != nil
        return isObject ? .json(bytes) : .other(count: bytes.count)
    }

    /// An object of any keys.
    private struct JSONObject: Decodable {
        private enum Keys: CodingKey {}

        init(from decoder: any Decoder) throws { _ = try decoder.container(keyedBy: Keys.self) }
    }

    private func note(_ operation: String, _ answer: BackendAnswer, _ took: Duration) {
        Timer(
            label: "sidecar_backend_call_seconds", dimensions: [("operation", operation), ("outcome", answer.outcome)]
        ).record(duration: took)
        var metadata: Logger.Metadata = ["operation": "\(operation)", "outcome": "\(answer.outcome)"]
        var level = Logger.Level.warning
        switch answer {
        case .answered(let status, _):
            metadata["status"] = "\(status)"
            level = status < 500 ? .info : .warning
        case .notSent(let reason): metadata["reason"] = "\(reason.rawValue)"
        case .unknown(let reason): metadata["reason"] = "\(reason.rawValue)"
        }
        logger.log(level: level, "backend.called", metadata: metadata)
    }
}
