extension Clock<Duration> {
    /// Time since now on this clock, which only goes forward.
    func uptime() -> @Sendable () -> Duration {
        let start = now
        return { start.duration(to: now) }
    }
}
