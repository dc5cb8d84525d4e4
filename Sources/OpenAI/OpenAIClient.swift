public import Curl
public import FoundationEssentials
public import Logging

/// Streamed answers from OpenAI or a server that speaks its protocol.
public struct OpenAIClient: Sendable {
    /// Where it asks and how long it waits.
    public let settings: OpenAISettings
    private let curl: CurlClient
    private let logger: Logger
    private let clock: any Clock<Duration>
    private let random: @Sendable () -> Double
    private let now: @Sendable () -> Date

    /// A client over `curl`. `clock` times waits between attempts, `random` gives 0..<1, `now` reads dates of headers.
    public init(
        _ settings: OpenAISettings, curl: CurlClient, logger: Logger, clock: any Clock<Duration> = ContinuousClock(),
        random: @escaping @Sendable () -> Double = { .random(in: 0..<1) },
        now: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.settings = settings
        self.curl = curl
        self.logger = logger
        self.clock = clock
        self.random = random
        self.now = now
    }

    /// Asks, and hands over text as it comes and `.finished` at the end, or throws `OpenAIError`.
    ///
    /// Tries again as `RetryPolicy` says, but never once text was handed over. What `receive` throws ends the request and
    /// is thrown on. While `receive` runs nothing more is read; cancelling the task closes the request at once.
    /// `tools` is JSON text: the list of what the model may call.
    public func stream(
        _ messages: [ChatMessage], tools: String? = nil, maxTokens: Int, safetyID: String,
        _ receive: (AnswerEvent) async throws -> Void
    ) async throws {
        let request = ChatCompletionsRequest(messages, maxTokens: maxTokens, safetyID: safetyID, settings)
        let body = try written { try request.body(tools: tools) }
        try await stream(body, within: settings.deadlines, receive)
    }

    /// The same question about a file, which goes with the newest message. `format` is JSON text: the shape the answer
    /// shall have, for servers that know `response_format`.
    public func stream(
        _ messages: [ChatMessage], about file: ChatFile, format: String? = nil, maxTokens: Int, safetyID: String,
        _ receive: (AnswerEvent) async throws -> Void
    ) async throws {
        let request = ChatCompletionsRequest(messages, maxTokens: maxTokens, safetyID: safetyID, settings)
        let body = try written { try request.body(file, format: format) }
        try await stream(body, within: settings.fileDeadlines, receive)
    }

    private func stream(
        _ body: [UInt8], within deadlines: CurlDeadlines, _ receive: (AnswerEvent) async throws -> Void
    ) async throws {
        let watch = Stopwatch(clock)
        var retries = 0
        var hasShown = false
        while true {
            do {
                return try await attempt(request(body, deadlines, elapsed: watch.elapsed)) { event in
                    hasShown = true
                    try await receive(event)
                }
            } catch let error as OpenAIError where !hasShown {
                try await wait(error, retries, watch.elapsed)
                retries += 1
            }
        }
    }

    /// Asks for the list of models; throws when the provider cannot be used with these settings.
    public func probe() async throws {
        let time = settings.probeTime
        let deadlines = CurlDeadlines(connect: time, firstByte: time, idle: time, total: time)
        let request = CurlRequest(.get, settings.baseURL + "/models", headers: credentials, deadlines: deadlines)
        try await throwingOwnErrors {
            try await curl.withResponse(to: request) { response in
                if response.head.status != 200 { throw await failure(response) }
            }
        }
    }

    private var credentials: [CurlHeader] {
        settings.apiKey.secret.isEmpty ? [] : [CurlHeader("Authorization", "Bearer \(settings.apiKey.secret)")]
    }

    private func written(_ body: () throws -> [UInt8]) throws(OpenAIError) -> [UInt8] {
        do {
            return try body()
        } catch {
            throw OpenAIError(.badRequest, "the request cannot be written as JSON")
        }
    }

    /// What is left of the turn bounds every attempt, and what is left of the patience its first byte.
    private func request(_ body: [UInt8], _ deadlines: CurlDeadlines, elapsed: Duration) -> CurlRequest {
        var deadlines = deadlines
        deadlines.total = max(.zero, deadlines.total - elapsed)
        deadlines.firstByte = min(deadlines.firstByte, max(.seconds(1), settings.retries.patience - elapsed))
        let headers = [CurlHeader("Content-Type", "application/json"), CurlHeader("Accept", "text/event-stream")]
        return CurlRequest(
            .post, settings.baseURL + "/chat/completions", headers: headers + credentials, body: body,
            deadlines: deadlines)
    }

    private func attempt(_ request: CurlRequest, _ receive: (AnswerEvent) async throws -> Void) async throws {
        try await throwingOwnErrors {
            try await curl.withResponse(to: request) { response in
                if response.head.status != 200 { throw await failure(response) }
                if let oddity = oddity(response.head) { throw OpenAIError(.malformed, oddity, status: 200) }
                try await read(response.body, receive)
            }
        }
    }

    private func read(_ body: CurlBody, _ receive: (AnswerEvent) async throws -> Void) async throws {
        var parser = SSEParser(maxBytes: settings.maxEventBytes)
        var answer = AnswerStream(settings)
        var pieces = body.makeAsyncIterator()
        var failure: CurlError?
        reading: do {
            while let piece = try await pieces.next(isolation: #isolation) {
                parser.feed(piece)
                while let payload = try parser.next() {
                    for text in try answer.take(payload) { try await receive(.text(text)) }
                    if answer.isDone { break reading }
                }
            }
        } catch let error as CurlError {
            failure = error
        }
        try await receive(.finished(try answer.end(after: failure)))
    }

    /// What makes a 200 something else than a stream.
    private func oddity(_ head: CurlHead) -> String? {
        let type = (head.header("content-type") ?? "").lowercased()
        let coding = (head.header("content-encoding") ?? "identity").lowercased()
        if coding != "identity" { return "the stream is compressed, although we did not offer to read that" }
        if type.contains("html") || type.contains("json") { return "the answer is a document, not a stream" }
        return nil
    }

    /// The response as an error. A body that cannot be read leaves the status to speak.
    private func failure(_ response: CurlResponse) async -> OpenAIError {
        let body = (try? await response.body.collect(upTo: settings.maxErrorBytes)) ?? []
        let fault = (try? JSONDecoder().decode(ProviderFault.Body.self, from: Data(body)))?.error
        return (fault ?? ProviderFault()).error(
            status: response.head.status, retryAfter: RetryAfter(response.head, now: now()).duration,
            hiding: settings.apiKey)
    }

    private func wait(_ error: OpenAIError, _ retries: Int, _ elapsed: Duration) async throws(OpenAIError) {
        let decision = settings.retries.decide(error, retries: retries, elapsed: elapsed, random: random())
        guard case .retry(let pause) = decision else { throw error }
        logger.info(
            "completion.retried",
            metadata: ["code": "\(error.code.rawValue)", "retry": "\(retries + 1)", "wait": "\(pause)"])
        do {
            try await clock.sleep(for: pause)
        } catch {
            throw OpenAIError(.cancelled, "the request was cancelled between two attempts")
        }
    }

    private func throwingOwnErrors<R>(_ work: () async throws -> R) async throws -> R {
        do {
            return try await work()
        } catch let error as CurlError {
            throw OpenAIError(error)
        }
    }
}
