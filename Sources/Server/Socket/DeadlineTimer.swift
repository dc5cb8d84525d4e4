import NIOCore

/// One timer for a deadline that moves. It is set anew only when the deadline comes nearer; when it has moved away, the
/// timer rings early, and its handler looks at the clock and sets it again. So a busy connection costs no timers.
struct DeadlineTimer {
    private var callback: NIOScheduledCallback?
    private var due = NIODeadline.distantFuture

    /// Makes sure that `handler` is called at `deadline` at the latest.
    mutating func ring(
        by deadline: NIODeadline, on eventLoop: any EventLoop, _ handler: some NIOScheduledCallbackHandler
    ) {
        guard deadline < due else { return }
        callback?.cancel()
        due = deadline
        callback = try? eventLoop.assumeIsolated().scheduleCallback(at: deadline, handler: handler)
    }

    /// It rang.
    mutating func rang() {
        callback = nil
        due = .distantFuture
    }

    mutating func cancel() {
        callback?.cancel()
        rang()
    }
}
