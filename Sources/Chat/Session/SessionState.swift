import FoundationEssentials
import Ports

/// One socket, apart from the socket: what each event means, as a value.
///
///     unknown ──auth──▶ proving ──admitted──▶ open ──▶ closed
///        └──5 s──▶ closed   └──refused──▶ closed
///
/// Rules: an unknown socket holds nothing; errands run one at a time, and what is asked meanwhile is held, a few frames
/// at most; `stop` and `ping` never wait; a socket ends with its token, `expiryGrace` late, and never takes a turn down.
struct SessionState {
    /// What happened.
    enum Event {
        case opened(Credential?)
        case frame(ClientFrame)
        /// A frame that could not be read.
        case fault(ChatError)
        /// Known, seated and greeted.
        case admitted(Caller, ConversationID)
        case notAdmitted(Dismissal)
        case renewed(Caller)
        /// Why a newer token was not taken.
        case notRenewed(ChatError)
        case rechecked(IdentityError)
        /// A turn began in this conversation.
        case turnBegan(Turn)
        case errandDone
        /// There was no room for the errand.
        case errandRefused(Errand)
        case tick
        /// The desk is full, or going away.
        case turnedAway(Dismissal)
        case closed
    }

    /// What to do, in order.
    enum Action {
        case send(ServerFrame)
        case close(CloseCode)
        case run(Errand)
        case stop(TurnID?)
        case follow(Turn)
    }

    enum Phase: Equatable {
        case unknown(until: Duration)
        case proving
        case open
        case closed
    }

    private let dialect: Dialect
    private let limits: SessionLimits
    private(set) var phase = Phase.proving
    private(set) var caller: Caller?
    private(set) var conversation: ConversationID?
    private var isBusy = false
    private var held: [ClientFrame] = []
    /// Turns that began before the greeting was out.
    private(set) var begun: [Turn] = []
    private var recheckAt = Duration.zero
    private var isExpiryTold = false
    private var pace = FramePace()

    /// A socket that has not been opened yet.
    init(dialect: Dialect, limits: SessionLimits) {
        self.dialect = dialect
        self.limits = limits
    }

    /// Takes an event and says what to do.
    mutating func event(_ event: Event, at now: Moment) -> [Action] {
        guard phase != .closed else { return [] }
        switch event {
        case .opened(let credential): return opened(credential, now)
        case .frame(let frame): return paced(now, about: frame.clientID) { $0.asked(frame, now) }
        case .fault(let error): return paced(now, about: error.clientMessageID) { $0.faulted(error) }
        case .admitted(let caller, let conversation): return admitted(caller, conversation, now)
        case .notAdmitted(let dismissal), .turnedAway(let dismissal): return end(dismissal)
        case .renewed(let caller): return renewed(caller)
        case .notRenewed(let error): return [.send(.error(error))]
        case .rechecked(let error): return recheck(failedWith: error)
        case .turnBegan(let turn): return watch(turn)
        case .errandDone: return next(now)
        case .errandRefused(let errand): return refused(errand, now)
        case .tick: return tick(now)
        case .closed: return shut()
        }
    }
}

// Coming in.
extension SessionState {
    private mutating func opened(_ credential: Credential?, _ now: Moment) -> [Action] {
        if let credential { return run(.admit(credential)) }
        guard dialect == .v2 else { return end(Dismissal(.missing, dialect)) }
        phase = .unknown(until: now.uptime + limits.sockets.authenticationWait)
        return []
    }

    private mutating func admitted(_ caller: Caller, _ conversation: ConversationID, _ now: Moment) -> [Action] {
        phase = .open
        self.caller = caller
        self.conversation = conversation
        recheckAt = now.uptime + limits.sockets.recheckEvery
        defer { begun = [] }
        return begun.map { .follow($0) } + next(now)
    }

    private mutating func renewed(_ caller: Caller) -> [Action] {
        guard caller.user == self.caller?.user else {
            return end(Dismissal("That token belongs to someone else", .unauthenticated, .invalidToken))
        }
        self.caller = caller
        isExpiryTold = false
        return [.send(.authenticated(until: caller.expiresAt))]
    }

    private mutating func recheck(failedWith error: IdentityError) -> [Action] {
        // A store that cannot be asked has not said no.
        if case .unavailable = error { return [] }
        return end(Dismissal(error, dialect))
    }
}

// Asking.
extension SessionState {
    private mutating func asked(_ frame: ClientFrame, _ now: Moment) -> [Action] {
        switch (phase, frame) {
        case (_, .ping): return [.send(.pong)]
        case (_, .silence): return []
        case (.unknown, .authenticate(let token)):
            phase = .proving
            return run(.admit(.bearer(token)))
        case (.unknown, _): return [.send(.error(ChatError(.unauthenticated).about(frame)))]
        case (.open, .stop(let turn)):
            // It ends what runs now, and what an errand before it is about to begin.
            return [.stop(turn)] + (turn == nil && isBusy ? hold(frame) : [])
        default: return phase == .open && !isBusy ? begin(frame, now) : hold(frame)
        }
    }

    private mutating func hold(_ frame: ClientFrame) -> [Action] {
        guard held.count < limits.sockets.heldFrames else { return [.send(.error(ChatError(.busy).about(frame)))] }
        held.append(frame)
        return []
    }

    private mutating func begin(_ frame: ClientFrame, _ now: Moment) -> [Action] {
        if case .authenticate(let token) = frame { return run(.renew(token: token)) }
        guard let caller, now.date < caller.expiresAt else {
            return [.send(.refusal(ChatError(.unauthenticated).about(frame)))]
        }
        switch frame {
        case .send(let message): return run(.submit(message))
        case .resume(let turn, let after): return run(.resume(turn, after: after))
        case .regenerate(let message): return run(.regenerate(messageID: message))
        case .stop(let turn): return [.stop(turn)]
        case .inbox(let ask): return run(.inbox(ask))
        case .flow(let ask): return run(.flow(ask))
        case .decide(let ask): return run(.decide(ask))
        case .mood(let mood): return run(.mood(mood))
        case .feedback(let ask): return run(.feedback(ask))
        case .authenticate, .ping, .silence: return []
        }
    }

    private mutating func faulted(_ error: ChatError) -> [Action] {
        if case .unknown = phase { return [.send(.error(ChatError(.unauthenticated).about(error.clientMessageID)))] }
        return [.send(.error(error))]
    }

    private mutating func paced(
        _ now: Moment, about clientID: String?, _ act: (inout SessionState) -> [Action]
    ) -> [Action] {
        switch pace.count(at: now.uptime, limits.frames) {
        case .fine: return act(&self)
        case .refused(let wait): return [.send(.error(ChatError(.rateLimited, retryAfter: wait).about(clientID)))]
        case .flood: return end(Dismissal("Too many frames", .rateLimited, .tooFast))
        }
    }
}

// Errands.
extension SessionState {
    private mutating func run(_ errand: Errand) -> [Action] {
        isBusy = true
        return [.run(errand)]
    }

    private mutating func next(_ now: Moment) -> [Action] {
        isBusy = false
        var actions: [Action] = []
        while phase == .open, !isBusy, !held.isEmpty { actions += begin(held.removeFirst(), now) }
        return actions
    }

    private mutating func refused(_ errand: Errand, _ now: Moment) -> [Action] {
        switch errand {
        case .recheck, .tell: return []
        case .admit: return end(Dismissal("The server is full", .busy, .overloaded))
        case .renew, .submit, .resume, .regenerate, .inbox, .flow, .decide, .mood,
            .feedback:
            var error = ChatError(.busy)
            if case .submit(let message) = errand { error.clientMessageID = message.clientID }
            return [.send(.error(error))] + next(now)
        }
    }

    private mutating func watch(_ turn: Turn) -> [Action] {
        guard phase != .open else { return [.follow(turn)] }
        begun.append(turn)
        return []
    }
}

// Going.
extension SessionState {
    private mutating func tick(_ now: Moment) -> [Action] {
        switch phase {
        case .unknown(let until) where now.uptime >= until: return end(Dismissal(.missing, dialect))
        case .open: return dueInside(now)
        case .unknown, .proving, .closed: return []
        }
    }

    private mutating func dueInside(_ now: Moment) -> [Action] {
        guard let caller else { return [] }
        if now.date >= caller.expiresAt.addingTimeInterval(limits.sockets.expiryGrace.seconds) {
            return end(Dismissal(.expired, dialect))
        }
        var actions: [Action] = []
        if now.date >= caller.expiresAt, !isExpiryTold {
            isExpiryTold = true
            actions.append(.send(.authRequired))
        }
        if now.uptime >= recheckAt {
            recheckAt = now.uptime + limits.sockets.recheckEvery
            actions.append(.run(.recheck))
        }
        return actions
    }

    private mutating func end(_ dismissal: Dismissal) -> [Action] {
        _ = shut()
        return [.send(dismissal.frame), .close(dismissal.close)]
    }

    private mutating func shut() -> [Action] {
        phase = .closed
        held = []
        begun = []
        return []
    }
}

extension ClientFrame {
    /// The client's id of the message it asks with.
    fileprivate var clientID: String? {
        if case .send(let message) = self { message.clientID } else { nil }
    }
}

extension ChatError {
    fileprivate func about(_ frame: ClientFrame) -> ChatError { about(frame.clientID) }
}

extension Duration {
    /// Seconds, for dates.
    var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}

/// Bounds of one session; all sessions of a desk share one copy.
final class SessionLimits: Sendable {
    let frames: FrameLimits
    let sockets: SocketLimits

    /// The part of the settings that sessions look at.
    init(_ settings: ChatSettings) {
        frames = settings.frames
        sockets = settings.sockets
    }
}
