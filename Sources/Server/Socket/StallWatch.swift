import NIOCore

/// Whether a side that has too much waiting takes any of it.
struct StallWatch {
    private let softBacklog: Int
    private let patience: TimeAmount
    private var due: NIODeadline?

    init(softBacklog: Int, patience: TimeAmount) {
        self.softBacklog = softBacklog
        self.patience = patience
    }

    /// When the side has stalled, unless it takes something before.
    var next: NIODeadline { due ?? .distantFuture }

    /// More waits to be sent: the clock starts when the limit is crossed.
    mutating func queued(backlog: Int, _ now: NIODeadline) {
        if backlog > softBacklog, due == nil { due = now + patience }
    }

    /// Something was taken: the clock starts again, or stops below the limit.
    mutating func taken(backlog: Int, _ now: NIODeadline) {
        if due != nil { due = backlog > softBacklog ? now + patience : nil }
    }

    func isStalled(_ now: NIODeadline) -> Bool { now >= next }
}
