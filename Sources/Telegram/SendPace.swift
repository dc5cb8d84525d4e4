/// What Telegram allows a bot to send.
public struct SendLimits: Sendable, Hashable {
    /// Messages to all chats in a window.
    public var inAll = 30
    /// A second and a little: what leaves a second apart may arrive closer together.
    public var window = Duration.milliseconds(1_050)

    /// The limits of the Bot API: one message to a chat and thirty in all a second.
    public init() {}
}

/// When the next message may go: one to a chat and thirty in all a second, as token buckets whose tokens each come back a
/// window after they were taken. So no window anywhere, not only those that begin on the second, holds more.
///
/// ```
///              take ─▶ nil: send now          refused(429) ─▶ the chat waits ─▶ a second chat too ─▶ all wait
///                   └▶ Duration: ask again
/// ```
/// Telegram does not say which limit a 429 is about. One chat's pause is taken for the chat's own; a second chat refused
/// while the first still pauses, or a refusal of a call without a chat, is taken for everybody's.
///
/// A value without a clock: `now` is the time since any fixed moment and must not go back. It remembers a chat only while
/// it has to wait.
public struct SendPace: Sendable, Equatable {
    /// The longest pause that is believed; Telegram has been known to ask for hours.
    public static let longestPause = Duration.seconds(86_400)

    private let limits: SendLimits
    /// When each message of the last window went, oldest first, never more than `limits.inAll`.
    private var sent: [Duration] = []
    /// When a chat that was written to may be written to again.
    private var readyAt: [ChatID: Duration] = [:]
    /// When a chat that refused may be written to again.
    private var pausedUntil: [ChatID: Duration] = [:]
    private var allPausedUntil = Duration.zero

    /// Nothing sent yet.
    public init(_ limits: SendLimits = SendLimits()) {
        precondition(limits.inAll > 0 && limits.window > .zero, "limits of zero let nothing through")
        self.limits = limits
    }

    /// Nil takes the place of a message to `chat` now; otherwise nothing is taken, and it is worth asking again after this
    /// long.
    public mutating func take(_ chat: ChatID, at now: Duration) -> Duration? {
        forget(at: now)
        var ready = max(readyAt[chat] ?? now, pauseEnd(of: chat, at: now))
        if sent.count >= limits.inAll, let oldest = sent.first { ready = max(ready, oldest + limits.window) }
        guard ready <= now else { return ready - now }
        sent.append(now)
        readyAt[chat] = now + limits.window
        return nil
    }

    /// How long a chat, or nil for calls that name none, pauses after a refusal; nil when it does not.
    public func pause(of chat: ChatID?, at now: Duration) -> Duration? {
        let end = pauseEnd(of: chat, at: now)
        return end > now ? end - now : nil
    }

    /// Telegram refused with 429 and asked for a pause.
    public mutating func refused(_ chat: ChatID?, for pause: Duration, at now: Duration) {
        forget(at: now)
        let end = now + min(max(pause, limits.window), Self.longestPause)
        let isEverybodys = chat == nil || pausedUntil.keys.contains { $0 != chat }
        if isEverybodys { allPausedUntil = max(allPausedUntil, end) }
        if let chat { pausedUntil[chat] = max(pausedUntil[chat] ?? end, end) }
    }

    /// Chats that are remembered.
    var remembered: Int { Set(readyAt.keys).union(pausedUntil.keys).count }

    private func pauseEnd(of chat: ChatID?, at now: Duration) -> Duration {
        max(now, allPausedUntil, chat.flatMap { pausedUntil[$0] } ?? now)
    }

    private mutating func forget(at now: Duration) {
        sent.removeAll { $0 + limits.window <= now }
        readyAt = readyAt.filter { $0.value > now }
        pausedUntil = pausedUntil.filter { $0.value > now }
    }
}
