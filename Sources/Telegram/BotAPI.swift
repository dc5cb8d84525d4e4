public import Curl
public import Logging
internal import Metrics
internal import NIOConcurrencyHelpers

/// Calls of Telegram's Bot API, paced as it demands.
///
/// ```swift
/// let bot = try BotAPI(BotAPISettings(settings.token), logger: logger)
/// try await bot.setWebhook(settings.webhook.appending("/telegram/webhook"), secret: settings.secret)
/// do {
///     try await bot.showTyping(in: chat)
///     try await bot.send(answer, to: chat)      // as many messages as it takes, in order
/// } catch where error.dropsLink {
///     // the person blocked the bot: forget the link
/// }
/// ```
/// 1. A message goes when `SendPace` lets it; a 429 makes the chat, or everybody, wait.
/// 2. A message is never sent again once it may have arrived (`unanswered`). What surely was not sent, and 5xx, is tried
///    again as `BotRetries` says. Nobody waits longer than its patience.
/// 3. The bot's token is in the request's address and nowhere else, and neither a chat's number nor a text is in a log
///    line, an error or a metric.
/// 4. The pace is this instance's own. What several send too fast together, Telegram's 429 puts right.
/// 5. Pieces of one answer keep their order. Who sends two answers to a chat at once gets them mixed: one at a time.
public final class BotAPI: Sendable {
    /// What it was made with.
    public let settings: BotAPISettings
    private let curl: CurlClient
    private let pace: NIOLockedValueBox<SendPace>
    private let clock: any Clock<Duration>
    private let now: @Sendable () -> Duration
    private let random: @Sendable () -> Double
    private let logger: Logger

    /// A client with a thread of its own; throws when libcurl cannot start. `clock` times waits, `random` gives 0..<1.
    public init(
        _ settings: BotAPISettings, logger: Logger, clock: any Clock<Duration> = ContinuousClock(),
        random: @escaping @Sendable () -> Double = { .random(in: 0..<1) }
    ) throws(CurlError) {
        precondition(settings.connectTime < settings.totalTime, "a call needs time after the connection stands")
        self.settings = settings
        self.logger = logger
        self.clock = clock
        self.random = random
        now = Self.reading(clock)
        pace = NIOLockedValueBox(SendPace(settings.limits))
        var transport = CurlSettings()
        transport.threadName = "telegram"
        transport.maxTransfers = settings.maxCalls
        curl = try CurlClient(transport)
    }

    /// Sends an answer as the messages it takes, one after the other; white space alone is no message. When one fails
    /// those behind it are not sent.
    public func send(_ answer: String, to chat: ChatID) async throws(BotError) {
        let pieces = MessagePieces(answer).pieces.filter { !$0.allSatisfy(\.isWhitespace) }
        guard pieces.count <= settings.maxPieces else {
            throw BotError(.tooLong, "the answer takes more than \(settings.maxPieces) messages")
        }
        for piece in pieces { try await sendMessage(piece, to: chat) }
    }

    /// Sends one message of at most `MessagePieces.limit` units.
    public func sendMessage(_ text: String, to chat: ChatID) async throws(BotError) {
        _ = try await make(.message(text, to: chat))
    }

    /// Shows "typing…" for some seconds. Only a courtesy: while the chat pauses nothing is sent, and nothing is repeated.
    public func showTyping(in chat: ChatID) async throws(BotError) {
        if pace.withLockedValue({ $0.pause(of: chat, at: now()) }) != nil { return }
        _ = try await attempt(.typing(in: chat))
    }

    /// Has Telegram call `address` with every private message, and prove itself with `secret`.
    public func setWebhook(_ address: WebhookAddress, secret: WebhookSecret) async throws(BotError) {
        _ = try await make(.webhook(address, secret))
    }

    /// Who the bot is; throws `unauthorised` when Telegram does not know the token.
    public func getMe() async throws(BotError) -> BotProfile {
        guard let profile = try await make(.me()).profile else {
            throw BotError(.malformed, "the answer does not say who the bot is", status: 200)
        }
        return profile
    }

    /// Ends every call and returns when the thread is done. Later calls fail with `closed`.
    public func close() async { await curl.shutdown() }

    private func make(_ call: BotCall) async throws(BotError) -> BotAnswer {
        let start = now()
        var retries = 0
        while true {
            try await waitForTurn(call, since: start)
            do throws(BotError) {
                return try await attempt(call)
            } catch {
                let wait = settings.retries.wait(
                    after: error, repeatable: call.isRepeatable, retries: retries, elapsed: now() - start,
                    random: random())
                guard let wait else { throw error }
                retries += 1
                logger.info(
                    "telegram.retried",
                    metadata: ["method": "\(call.method)", "code": "\(error.code.rawValue)", "retry": "\(retries)"])
                try await sleep(wait)
            }
        }
    }

    /// Waits until the pace lets a call go, at most as long as the patience.
    private func waitForTurn(_ call: BotCall, since start: Duration) async throws(BotError) {
        while let wait = turn(call) {
            guard now() - start + wait < settings.retries.patience else {
                throw BotError(.rateLimited, "the wait is longer than we wait", retryAfter: wait)
            }
            try await sleep(wait)
        }
    }

    private func turn(_ call: BotCall) -> Duration? {
        pace.withLockedValue { pace in
            guard call.isMessage, let chat = call.chat else { return pace.pause(of: call.chat, at: now()) }
            return pace.take(chat, at: now())
        }
    }

    private func attempt(_ call: BotCall) async throws(BotError) -> BotAnswer {
        let started = ContinuousClock.now
        do throws(BotError) {
            let answer = try await exchange(call)
            note(call, "2xx", started)
            return answer
        } catch {
            note(call, error.code.rawValue, started, error.status)
            if error.code == .rateLimited {
                let pause = error.retryAfter ?? settings.limits.window
                pace.withLockedValue { $0.refused(call.chat, for: pause, at: now()) }
            }
            throw error
        }
    }

    private func exchange(_ call: BotCall) async throws(BotError) -> BotAnswer {
        if Task.isCancelled { throw .cancelled }
        let limit = settings.maxAnswerBytes
        do {
            let (status, body) = try await curl.withResponse(to: call.request(settings)) { response in
                (response.head.status, try await collected(response, upTo: limit))
            }
            return try BotAnswer.read(status, body)
        } catch let error as CurlError {
            throw BotError(error)
        } catch let error as BotError {
            throw error
        } catch {
            throw BotError(.unanswered, "the transfer failed")
        }
    }

    /// A refusal whose body breaks off leaves the status to speak; what is missing of a 200 makes it doubtful.
    private func collected(_ response: CurlResponse, upTo limit: Int) async throws(CurlError) -> [UInt8] {
        do throws(CurlError) { return try await response.body.collect(upTo: limit) } catch {
            if response.head.status == 200 { throw error }
            return []
        }
    }

    private func sleep(_ wait: Duration) async throws(BotError) {
        do { try await clock.sleep(for: wait) } catch { throw .cancelled }
    }

    private static func reading<C: Clock<Duration>>(_ clock: C) -> @Sendable () -> Duration {
        let start = clock.now
        return { start.duration(to: clock.now) }
    }

    private func note(_ call: BotCall, _ outcome: String, _ started: ContinuousClock.Instant, _ status: Int? = nil) {
        Timer(label: "sidecar_telegram_call_seconds", dimensions: [("method", call.method), ("outcome", outcome)])
            .record(duration: started.duration(to: .now))
        var metadata: Logger.Metadata = ["method": "\(call.method)", "outcome": "\(outcome)"]
        if let status { metadata["status"] = "\(status)" }
        logger.log(level: outcome == "2xx" ? .info : .warning, "telegram.called", metadata: metadata)
    }
}
