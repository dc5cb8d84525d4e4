import NIOCore

/// One socket's life and all its clocks, as a value; `SocketDriver` does what it says.
///
/// ```
///  open ──our close frame──▶ closing ──theirs, or too late──▶ over
///   └──theirs answered, or a rule broken──▶ lingering ──end of input, or too late──▶ over
/// ```
/// 1. Messages are delivered in `open` only. 2. At most one close frame of ours leaves. 3. Every state but `open` ends by
/// itself within its deadline; `open` ends when nothing is heard.
struct SocketState {
    enum Phase: Equatable {
        case open
        /// Our close frame is out; only theirs matters now.
        case closing(until: NIODeadline)
        /// All is said and our side is shut; what still comes is dropped.
        case lingering(until: NIODeadline)
        case over
    }

    enum Action: Equatable {
        case ping(ByteBuffer)
        case pong(ByteBuffer)
        /// Send a close frame and wait for theirs.
        case close(UInt16, String)
        /// Send a close frame and shut our side.
        case bye(UInt16?, String)
        /// Shut our side; the close frame is out already.
        case shut
        /// End the connection now.
        case drop
    }

    private(set) var phase = Phase.open
    private let limits: WebSocketLimits
    private var heartbeat: Heartbeat
    private var stall: StallWatch
    private var pings: PingBudget
    private var messageDue = NIODeadline.distantFuture
    private var drainDue = NIODeadline.distantFuture

    /// `firstPing` is how far off the first ping is.
    init(limits: WebSocketLimits, firstPing: TimeAmount, now: NIODeadline) {
        self.limits = limits
        heartbeat = Heartbeat(interval: limits.ping, patience: limits.pongWait, first: now + firstPing)
        stall = StallWatch(softBacklog: limits.softBacklog, patience: limits.stall)
        pings = PingBudget(perSecond: limits.maxPingsPerSecond)
    }

    var isOpen: Bool { phase == .open }

    /// When `elapsed` has something to do.
    var next: NIODeadline {
        switch phase {
        case .open: min(min(heartbeat.next, stall.next), min(messageDue, drainDue))
        case .closing(let until), .lingering(let until): until
        case .over: .distantFuture
        }
    }

    mutating func heard() { heartbeat.heard() }

    /// All that came was looked at; a message may have been left unfinished.
    mutating func read(isMidMessage: Bool, _ now: NIODeadline) {
        if !isMidMessage {
            messageDue = .distantFuture
        } else if messageDue == .distantFuture {
            messageDue = now + limits.messageDeadline
        }
    }

    mutating func pinged(_ payload: ByteBuffer, _ now: NIODeadline) -> Action? {
        guard isOpen else { return nil }
        return pings.admits(now) ? .pong(payload) : close(CloseCode.tooFast, "too many pings", now)
    }

    /// Their close frame: answered with its own code, or the answer to ours.
    mutating func closedByPeer(_ code: UInt16?, _ now: NIODeadline) -> Action? {
        switch phase {
        case .open:
            phase = .lingering(until: now + limits.linger)
            return .bye(code, "")
        case .closing:
            phase = .lingering(until: now + limits.linger)
            return .shut
        case .lingering, .over:
            return nil
        }
    }

    mutating func violated(_ violation: ProtocolViolation, _ now: NIODeadline) -> Action {
        guard isOpen else { return end() }
        phase = .lingering(until: now + limits.linger)
        return .bye(violation.code, violation.reason)
    }

    /// We say goodbye; nil when that is done already.
    mutating func close(_ code: UInt16, _ reason: String, _ now: NIODeadline) -> Action? {
        guard isOpen else { return nil }
        phase = .closing(until: now + limits.closeTimeout)
        return .close(code, reason)
    }

    /// The owner was told to say goodbye itself.
    mutating func draining(_ now: NIODeadline) { drainDue = now + limits.drain }

    mutating func queued(backlog: Int, _ now: NIODeadline) -> Action? {
        stall.queued(backlog: backlog, now)
        return backlog > limits.hardBacklog ? close(CloseCode.tooSlow, "too much is waiting", now) : nil
    }

    mutating func taken(backlog: Int, _ now: NIODeadline) { stall.taken(backlog: backlog, now) }

    /// The other side has sent its last byte, or is gone.
    mutating func end() -> Action {
        phase = .over
        return .drop
    }

    mutating func elapsed(_ now: NIODeadline) -> Action? {
        switch phase {
        case .open: elapsedOpen(now)
        case .closing(let until), .lingering(let until): now >= until ? end() : nil
        case .over: nil
        }
    }

    private mutating func elapsedOpen(_ now: NIODeadline) -> Action? {
        if now >= drainDue { return close(CloseCode.draining, "shutting down", now) }
        if now >= messageDue { return close(CloseCode.tooSlow, "message took too long", now) }
        if stall.isStalled(now) { return close(CloseCode.tooSlow, "nothing was taken", now) }
        switch heartbeat.tick(now) {
        case .nothing: return nil
        case .ping: return .ping(ByteBuffer())
        case .dead: return violated(.init(code: CloseCode.noHeartbeat, reason: "nothing was heard"), now)
        }
    }
}
