import NIOCore

/// When to ask whether the other side is there, and when to stop waiting for it. Anything heard counts as an answer: a
/// side that sends is alive, whatever it does with pings.
struct Heartbeat {
    enum Verdict: Equatable {
        case nothing
        case ping
        case dead
    }

    private let interval: TimeAmount
    private let patience: TimeAmount
    private var pingDue: NIODeadline
    private var answerDue: NIODeadline?

    /// `first` is when the first ping is due.
    init(interval: TimeAmount, patience: TimeAmount, first: NIODeadline) {
        self.interval = interval
        self.patience = patience
        pingDue = first
    }

    /// When `tick` has something to say.
    var next: NIODeadline { min(pingDue, answerDue ?? .distantFuture) }

    mutating func heard() { answerDue = nil }

    mutating func tick(_ now: NIODeadline) -> Verdict {
        if let answerDue, now >= answerDue { return .dead }
        guard now >= pingDue else { return .nothing }
        pingDue = now + interval
        if answerDue == nil { answerDue = now + patience }
        return .ping
    }
}
