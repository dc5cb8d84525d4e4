/// How often a chat may try a code: five times in any ten minutes, so that nobody guesses one. Codes that were right
/// count too, since who tries many has no business here either way.
///
/// It remembers a bounded number of chats. While it is full no further chat may try: whoever has thousands of accounts
/// gets no more tries by forgetting.
public struct LinkAttempts: Sendable, Equatable {
    /// Tries of one chat in a window.
    public let limit: Int
    /// How long a try counts.
    public let window: Duration
    /// Chats that are remembered at one time.
    public let maxChats: Int

    /// Of each chat its tries in the window, oldest first, never more than `limit`.
    private var tries: [ChatID: [Duration]] = [:]

    /// No tries yet.
    public init(limit: Int = 5, window: Duration = .seconds(600), maxChats: Int = 10_000) {
        precondition(limit > 0 && maxChats > 0, "limits of zero link nobody")
        self.limit = limit
        self.window = window
        self.maxChats = maxChats
    }

    /// Counts a try at `now` on some clock that only goes forward. Nil lets it through; otherwise the code is not to be
    /// looked at, and it may be tried again after this long.
    public mutating func take(_ chat: ChatID, at now: Duration) -> Duration? {
        let recent = (tries[chat] ?? []).filter { $0 + window > now }
        if recent.count >= limit, let oldest = recent.first { return oldest + window - now }
        if tries[chat] == nil, tries.count >= maxChats {
            forget(at: now)
            if tries.count >= maxChats { return window }
        }
        tries[chat] = recent + [now]
        return nil
    }

    private mutating func forget(at now: Duration) {
        tries = tries.filter { $0.value.contains { $0 + window > now } }
    }
}
