// One request and its response, as a value. Two sides drive it, under one lock (`Exchange`): the loop thread with what
// the network brings, the caller with what it takes.
//
//     waiting ──head──▶ flowing ──half a buffer too much──▶ paused
//        │                 │  ▲                               │
//        │                 │  └──────── caller took ◀─────────┘
//        └────▶ over ◀─────┴──── end, error, deadline, cancel, or left and drained
//
// 1. The first end counts; what comes after it changes nothing.
// 2. Bytes that arrived before an end are handed out before the end is told.
// 3. A paused transfer cannot stall: its idle clock stands until it flows again.

/// The state of one transfer.
struct Transfer {
    /// What to do with bytes that just arrived.
    enum Intake: Sendable, Hashable { case take, pause, refuse }

    /// What a caller who asks gets.
    enum Supply<Value> {
        case value(Value)
        case nothingYet
        case end
        case failed(CurlError)
    }

    /// What the loop must do for a caller who leaves.
    enum Leaving: Sendable, Hashable { case nothing, drain, remove }

    private enum Phase {
        case waiting
        case flowing(since: ContinuousClock.Instant)
        case paused
        case draining(until: ContinuousClock.Instant, bytes: Int)
        case over(CurlError?)
    }

    private let settings: CurlSettings
    private let deadlines: CurlDeadlines
    private let startedAt: ContinuousClock.Instant
    private var phase = Phase.waiting
    private var reading = HeadReading()
    private var head: CurlHead?
    private var buffer: [UInt8] = []

    init(_ deadlines: CurlDeadlines, _ settings: CurlSettings, at now: ContinuousClock.Instant) {
        self.settings = settings
        self.deadlines = deadlines
        startedAt = now
    }

    /// Whether the caller would get something other than `nothingYet`.
    var hasNews: Bool { isOver || head != nil || !buffer.isEmpty }

    var isOver: Bool {
        if case .over = phase { true } else { false }
    }

    // The network's side.

    /// One line of the head, with or without its line end; false refuses the response.
    mutating func header(_ line: UnsafeRawBufferPointer, at now: ContinuousClock.Instant) -> Bool {
        if case .over = phase { return false }
        // Lines behind the head are trailers.
        guard case .waiting = phase else { return true }
        reading.bytes += line.count
        if reading.bytes > settings.maxHeaderBytes {
            end(CurlError(.tooLarge, "the head is longer than \(settings.maxHeaderBytes) bytes"))
            return false
        }
        if let complete = reading.add(String(decoding: line, as: UTF8.self)) {
            head = complete
            phase = .flowing(since: now)
        }
        return true
    }

    /// Bytes of the body. After `pause` the same bytes come again.
    mutating func body(_ bytes: UnsafeRawBufferPointer, at now: ContinuousClock.Instant) -> Intake {
        switch phase {
        case .flowing, .paused:
            guard buffer.count < settings.maxBufferedBytes else {
                phase = .paused
                return .pause
            }
            buffer.append(contentsOf: bytes)
            phase = .flowing(since: now)
            return .take
        case .draining(let until, let seen):
            guard seen + bytes.count <= settings.maxDrainBytes else { return .refuse }
            phase = .draining(until: until, bytes: seen + bytes.count)
            return .take
        case .waiting, .over:
            return .refuse
        }
    }

    /// The transfer ended: regularly without an error.
    mutating func end(_ error: CurlError?) {
        guard !isOver else { return }
        if case .waiting = phase, error == nil {
            phase = .over(CurlError(.badResponse, "the response has no head"))
        } else {
            phase = .over(error)
        }
    }

    /// When `expire` will end it as things are now; nil when the transfer is over.
    var deadline: ContinuousClock.Instant? {
        let total = startedAt + deadlines.total
        return switch phase {
        case .waiting: min(total, startedAt + deadlines.firstByte)
        case .flowing(let since): min(total, since + deadlines.idle)
        case .paused: total
        case .draining(let until, _): until
        case .over: nil
        }
    }

    /// When to look at the deadline again: no change of state brings it forward to before this.
    func nextLook(at now: ContinuousClock.Instant) -> ContinuousClock.Instant? {
        switch phase {
        case .waiting, .paused: deadline.map { min($0, now + deadlines.idle) }
        case .flowing, .draining, .over: deadline
        }
    }

    /// Ends a transfer whose time is up; true when the loop must remove it.
    mutating func expire(at now: ContinuousClock.Instant) -> Bool {
        guard let deadline, deadline <= now else { return isOver }
        let isTotal = startedAt + deadlines.total <= now
        switch phase {
        case .draining: end(.cancelled)
        case .waiting where !isTotal: end(CurlError(.firstByteTimeout, "no response within \(deadlines.firstByte)"))
        case .flowing where !isTotal: end(CurlError(.idleTimeout, "nothing more within \(deadlines.idle)"))
        case .waiting, .flowing, .paused, .over: end(CurlError(.totalTimeout, "not done within \(deadlines.total)"))
        }
        return true
    }

    // The caller's side.

    mutating func takeHead() -> Supply<CurlHead> {
        if let head {
            self.head = nil
            return .value(head)
        }
        guard case .over(let error) = phase else { return .nothingYet }
        return error.map { .failed($0) } ?? .end
    }

    /// All bytes that are here; `resumes` when the loop must let a paused transfer flow.
    mutating func takeBody(at now: ContinuousClock.Instant) -> (supply: Supply<[UInt8]>, resumes: Bool) {
        if !buffer.isEmpty {
            let taken = buffer
            buffer = []
            guard case .paused = phase else { return (.value(taken), false) }
            phase = .flowing(since: now)
            return (.value(taken), true)
        }
        guard case .over(let error) = phase else { return (.nothingYet, false) }
        return (error.map { .failed($0) } ?? .end, false)
    }

    /// The caller needs no more. With `drains`, what is left may still come for a moment, so that the connection
    /// survives.
    mutating func leave(drains: Bool, at now: ContinuousClock.Instant) -> Leaving {
        buffer = []
        switch phase {
        case .over, .draining: return .nothing
        case .flowing where drains, .paused where drains:
            phase = .draining(until: now + settings.drainTime, bytes: 0)
            return .drain
        case .waiting, .flowing, .paused:
            end(.cancelled)
            return .remove
        }
    }
}
