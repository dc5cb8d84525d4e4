public import Finance
import FoundationEssentials
public import Logging
import NIOConcurrencyHelpers
public import Ports

/// What all conversations share: who sits where, which turns run, and the hands that do what a socket must not wait
/// for. `open` and everything a session does return at once; all waiting happens inside `run`.
public final class Desk: Sendable {
    let ports: ChatPorts
    let settings: ChatSettings
    let sessionLimits: SessionLimits
    let logger: Logger
    let metrics = ChatMetrics()
    /// Unlike any other instance's, so that it knows its own notices.
    let instance: String
    let turns: TurnRegistry
    let roster = NIOLockedValueBox(Roster())
    let errands: WorkQueue
    /// Set once, by the shutdown.
    let draining = NIOLockedValueBox(false)
    /// When to look into the inbox of people who sit here.
    let alarms = NIOLockedValueBox<[UserID: Date]>([:])
    /// Messages this instance has shown itself and announced, until the announcement comes back.
    let known = NIOLockedValueBox<Set<String>>([])
    /// Turns that run elsewhere and somebody here waits for.
    let vigil: NIOLockedValueBox<Vigil>
    /// The number of the newest beat, and whether there will be none after it.
    let beats = NIOLockedValueBox<Int64>(0)
    let isDone = NIOLockedValueBox(false)
    private let messageIDs: NIOLockedValueBox<MessageID>
    /// Gives each stored message a time of its own.
    let messageTime: @Sendable () -> Date
    private let uptime: @Sendable () -> Duration

    /// A desk with nobody at it.
    public init(ports: ChatPorts, settings: ChatSettings = ChatSettings(), logger: Logger) {
        var random = SystemRandomNumberGenerator()
        self.ports = ports
        self.settings = settings
        sessionLimits = SessionLimits(settings)
        self.logger = logger
        instance = TurnID(at: ports.now(), using: &random).text
        messageIDs = NIOLockedValueBox(MessageID(using: &random))
        uptime = ports.clock.uptime()
        vigil = NIOLockedValueBox(Vigil(limits: settings.instances))
        errands = WorkQueue(running: settings.sockets.errandsRunning, waiting: settings.sockets.errandsWaiting)
        let record = TurnRecord(ports: ports, metrics: metrics, logger: logger, instance: instance)
        let times = NIOLockedValueBox(MessageTimes())
        messageTime = { times.withLockedValue { $0.next(at: ports.now()) } }
        turns = TurnRegistry(
            ports: ports, settings: settings, record: record, messageTime: messageTime, uptime: uptime)
    }

    /// Takes a socket that has just opened. Never blocks: the proof and the greeting follow.
    public func open(_ arrival: Arrival, outlet: Outlet) -> Session {
        let (session, count) = roster.withLockedValue { roster in
            let session = Session(key: roster.nextKey(), arrival: arrival, outlet: outlet, desk: self)
            roster.add(session)
            return (session, roster.count)
        }
        metrics.socketsChanged(count)
        if isDraining {
            session.handle(.turnedAway(Dismissal(ChatError(.serverDraining), .draining)))
        } else {
            session.handle(.opened(arrival.credential))
        }
        return session
    }

    /// Runs turns and errands and looks at deadlines, until cancelled.
    public func run() async throws {
        try await withThrowingDiscardingTaskGroup { group in
            group.addTask { await self.turns.serve() }
            group.addTask { await self.turns.recover() }
            group.addTask { await self.errands.serve() }
            group.addTask { await self.listen() }
            group.addTask { await self.attend() }
            while true {
                try await ports.clock.sleep(for: settings.sockets.sweepEvery)
                sweep()
            }
        }
    }

    /// Ends what runs in a conversation: its person has deleted it. The store keeps a late end of it out.
    public func end(_ conversation: ConversationID, of user: UserID) {
        turns.active(of: user, in: conversation).forEach(turns.stop)
    }

    /// Everyone who sits here.
    public var people: [UserID] { roster.withLockedValue { $0.everyone } }

    /// Open sockets, and turns that are not over.
    public var load: (sockets: Int, turns: Int) { (roster.withLockedValue { $0.count }, turns.live) }
}

// For sessions.
extension Desk {
    /// Now, on both clocks.
    var moment: Moment { Moment(uptime: uptime(), date: ports.now()) }
    /// Whether nothing new begins.
    var isDraining: Bool { draining.withLockedValue { $0 } }

    /// A fresh id for a stored message.
    func messageID() -> String { messageIDs.withLockedValue { $0.next(at: ports.now()) } }

    /// A socket has gone.
    func left(_ session: Session) {
        let count = roster.withLockedValue { roster in
            roster.remove(session)
            return roster.count
        }
        metrics.socketsChanged(count)
    }

    /// Does an errand when there is a hand for it.
    func take(_ errand: Errand, for session: Session) {
        let isTaken = errands.offer { [self] in
            await perform(errand, for: session)
            if errand.isOrdered { session.handle(.errandDone) }
        }
        if !isTaken { session.handle(.errandRefused(errand)) }
    }

    /// Ends one turn of this session's person, or everything that is live in its conversation.
    func stop(_ turn: TurnID?, for session: Session) {
        guard let user = session.caller?.user, let conversation = session.conversation else { return }
        guard let turn else { return turns.active(of: user, in: conversation).forEach(turns.stop) }
        guard let known = turns.find(turn, of: user) else { return session.send(.error(ChatError(.notFound))) }
        turns.stop(known)
    }

    private func perform(_ errand: Errand, for session: Session) async {
        guard session.isOpen || errand.outlivesSocket else { return }
        switch errand {
        case .admit(let credential): await admit(credential, session)
        case .renew(let token): await renew(token, session)
        case .recheck: _ = await recheck(session)
        case .submit(let message): await submit(message, session)
        case .regenerate(let message): await regenerate(message, session)
        case .resume(let turn, let after): await resume(turn, after: after, session)
        case .inbox(let ask): await answer(ask, session)
        case .flow(let ask): await answer(ask, session)
        case .decide(let ask): await answer(ask, session)
        case .mood(let mood): await note(mood, session)
        case .feedback(let ask): await note(ask, session)
        case .tell(let turn): await tellStored(turn, session, isAnswerToSend: false)
        }
    }

    private func sweep() {
        let now = moment
        for session in roster.withLockedValue({ $0.all }) { session.handle(.tick, at: now) }
        turns.sweep()
        ring()
        if vigil.withLockedValue({ $0.count }) > 0 { _ = errands.offer { [self] in await keepVigil() } }
        if turns.hasUnsaved { _ = errands.offer { [turns] in await turns.saveAgain() } }
    }
}

extension Errand {
    /// Whether the session waits to hear that it is done; an admission says so by its outcome.
    fileprivate var isOrdered: Bool {
        switch self {
        case .recheck, .tell, .admit: false
        case .renew, .submit, .resume, .regenerate, .inbox, .flow, .decide, .mood, .feedback: true
        }
    }

    /// Whether it is done although its socket has gone: what a person sent is not lost with the connection.
    fileprivate var outlivesSocket: Bool {
        switch self {
        case .submit, .flow, .decide, .mood, .feedback: true
        case .admit, .renew, .recheck, .resume, .regenerate, .inbox, .tell: false
        }
    }
}
