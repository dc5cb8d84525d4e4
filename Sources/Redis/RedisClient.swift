internal import Glibc
public import Logging
public import Metrics
internal import Threads

/// Redis, shared by any number of tasks: one pipelined connection for commands and one for subscriptions, both on one
/// thread of ours.
///
/// What a caller can rely on:
/// 1. An answer or a typed error within `commandTimeout`; at once when Redis is known to be away or silent.
/// 2. The answer is the one to the caller's own command, whatever happened to others on the connection.
/// 3. A command whose error is `timeout`, `unavailable` or `cancelled` may or may not have been carried out. Nothing is
///    sent a second time.
public final class RedisClient: Sendable {
    private let settings: RedisSettings
    private let mailbox: Mailbox
    private let desk: SubscriptionDesk
    private let journal: Journal
    private let thread: LoopThread

    /// A client that begins to connect at once and keeps trying until `shutdown`.
    public init(
        _ settings: RedisSettings, logger: Logger, metrics: any MetricsFactory = MetricsSystem.factory
    ) {
        // hiredis writes without MSG_NOSIGNAL; a peer that has gone must not end the process.
        signal(SIGPIPE, SIG_IGN)
        let mailbox = Mailbox(settings)
        let desk = SubscriptionDesk(limit: settings.limits.subscriptions, waker: mailbox.waker)
        let journal = Journal(logger: logger, metrics: metrics)
        self.settings = settings
        self.mailbox = mailbox
        self.desk = desk
        self.journal = journal
        thread = LoopThread(name: "redis", waker: mailbox.waker) {
            RedisLoop(settings, mailbox: mailbox, desk: desk, journal: journal)
        }
    }

    deinit { mailbox.stop() }

    /// How long a command may take.
    public var commandTimeout: Duration { settings.commandTimeout }

    /// Whether a command has a good chance right now: connected, or about to be for the first time, and not silent.
    public var isAvailable: Bool { mailbox.isOpen }

    /// Sends one command and gives its answer. A cancelled caller returns at once and its reply is dropped.
    public func command(_ words: [RedisArgument]) async throws(RedisError) -> RedisValue {
        journal.countCommand()
        do {
            let command = try RedisCommand(checking: words, limit: settings.limits.commandBytes)
            return try await mailbox.post(command, until: .now + settings.commandTimeout).value()
        } catch {
            journal.count(error)
            throw error
        }
    }

    /// Listens on a channel from the moment Redis has confirmed it; throws, and listens to nothing, when that fails.
    /// `receive` runs on the client's thread, in order, and must return at once.
    public func subscribe(
        _ channel: String, _ receive: @escaping @Sendable ([UInt8]) -> Void
    ) async throws(RedisError) -> RedisSubscription {
        let (subscription, answer) = try register(channel, receive)
        do {
            _ = try await answer.value()
            return subscription
        } catch {
            subscription.cancel()
            journal.count(error)
            throw error
        }
    }

    /// Like `subscribe`, but when Redis is away it returns too, and listens from the moment Redis is back.
    public func follow(
        _ channel: String, _ receive: @escaping @Sendable ([UInt8]) -> Void
    ) async throws(RedisError) -> RedisSubscription {
        let (subscription, answer) = try register(channel, receive)
        do { _ = try await answer.value() } catch { journal.count(error) }
        return subscription
    }

    /// Ends both connections; every waiting and every later call fails with `shutdown`. Returns when the thread is done.
    public func shutdown() async {
        mailbox.stop()
        await thread.ended()
    }

    /// For a lifecycle group: stays until its task is cancelled, then shuts down.
    public func run() async {
        await withTaskCancellationHandler {
            await thread.ended()
        } onCancel: {
            mailbox.stop()
        }
    }

    private func register(
        _ channel: String, _ receive: @escaping @Sendable ([UInt8]) -> Void
    ) throws(RedisError) -> (RedisSubscription, Answer) {
        let receiver = Receiver(receive)
        let answer = Answer()
        let id: Int
        do { id = try desk.add(receiver, to: channel, answer: answer) } catch {
            journal.count(error)
            throw error
        }
        let subscription = RedisSubscription { [desk] in
            receiver.cancel()
            desk.remove(id, from: channel)
        }
        return (subscription, answer)
    }
}

/// A standing subscription. It survives a loss of the connection; messages of that time are lost.
public struct RedisSubscription: Sendable {
    private let end: @Sendable () -> Void

    init(end: @escaping @Sendable () -> Void) { self.end = end }

    /// Ends it; nothing is delivered after it returns, since it waits for a delivery that is under way. So never call it
    /// while holding a lock that the receiving closure takes.
    public func cancel() { end() }
}
