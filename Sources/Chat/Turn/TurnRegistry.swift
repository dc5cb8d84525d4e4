import Finance
import FoundationEssentials
import NIOConcurrencyHelpers
import Ports

/// Owns every turn of this instance, so that none depends on a socket. Its lock is never held while a frame leaves.
final class TurnRegistry: Sendable {
    private let table: NIOLockedValueBox<TurnTable>
    /// Answers the store has not taken yet.
    let unsaved: NIOLockedValueBox<UnsavedAnswers>
    private let waitingForIdle = NIOLockedValueBox<[Signal]>([])
    private let queue: WorkQueue
    let ports: ChatPorts
    let settings: ChatSettings
    let uptime: @Sendable () -> Duration
    let record: TurnRecord
    private let messageTime: @Sendable () -> Date

    /// A registry without turns.
    init(
        ports: ChatPorts, settings: ChatSettings, record: TurnRecord, messageTime: @escaping @Sendable () -> Date,
        uptime: @escaping @Sendable () -> Duration
    ) {
        table = NIOLockedValueBox(TurnTable(limits: settings.turns, replay: settings.replay))
        unsaved = NIOLockedValueBox(UnsavedAnswers(limits: settings.saving))
        queue = WorkQueue(running: settings.turns.running, waiting: settings.turns.waiting + settings.turns.running)
        self.ports = ports
        self.settings = settings
        self.record = record
        self.messageTime = messageTime
        self.uptime = uptime
    }

    /// Runs turns until cancelled.
    func serve() async { await queue.serve() }

    /// Takes a place, or says why not.
    func open(_ turn: Turn) -> TurnTable.Opening {
        let (opening, live) = table.withLockedValue { ($0.open(turn, at: uptime()), $0.live) }
        if case .opened = opening { record.turnsChanged(live) }
        return opening
    }

    /// Its question is stored: from here on it exists for clients, and ends in exactly one terminal frame.
    func start(_ turn: Turn, watchedBy sessions: [Session]) {
        let isStopped = turn.stored()
        for session in sessions { session.watch(turn) }
        let isFirst = table.withLockedValue { $0.start(turn) }
        if isStopped { return endUnrun(turn, as: .stopped) }
        if isFirst { run(turn) }
    }

    /// Its question was not stored: gives the sockets that asked for it.
    func drop(_ turn: Turn) -> [Session] {
        let live = table.withLockedValue { table in
            table.drop(turn)
            return table.live
        }
        record.turnsChanged(live)
        return turn.abandon()
    }

    /// Ends a turn early at its person's wish.
    func stop(_ turn: Turn) {
        if turn.stop() == .endNow { endUnrun(turn, as: .stopped) }
    }

    /// A person is forgotten: what runs ends, what is kept of them here goes.
    func forget(_ user: UserID) {
        table.withLockedValue { $0.active(of: user) }.forEach(stop)
        unsaved.withLockedValue { $0.forget(user) }
        table.withLockedValue { $0.forget(user) }
    }

    /// Ends everything: the instance is going away.
    func interruptAll() {
        for turn in table.withLockedValue({ $0.unfinished }) where !turn.interrupt() {
            endUnrun(turn, as: .failed(.serverDraining))
        }
    }

    /// Fires when no turn is live.
    func idle() -> Signal {
        let signal = Signal()
        waitingForIdle.withLockedValue { $0.append(signal) }
        tellIdle()
        return signal
    }

    /// A turn of this person, running or kept.
    func find(_ id: TurnID, of user: UserID) -> Turn? { table.withLockedValue { $0.find(id, of: user) } }
    /// This person's turns in a conversation that are not over, oldest first.
    func active(of user: UserID, in conversation: ConversationID) -> [Turn] {
        table.withLockedValue { $0.active(of: user, in: conversation) }
    }
    /// How many turns are not over.
    var live: Int { table.withLockedValue { $0.live } }

    /// Looks after what only time changes.
    func sweep() {
        let turns = table.withLockedValue { table in
            table.expire(at: uptime())
            table.forgetIdlePeople(at: uptime())
            return table.unfinished + table.kept
        }
        for turn in turns where turn.hasStragglers { turn.nudge() }
    }

    private func run(_ turn: Turn) {
        let isTaken = queue.offer { [self] in
            let runner = TurnRunner(
                turn, ports: ports, settings: settings, startedAt: messageTime(), uptime: uptime)
            let result = await runner.run()
            if let unsaved = result?.unsaved { keepUnsaved(Outbox.Entry(user: turn.subject.user, message: unsaved)) }
            ended(turn)
            if let result { await record.finished(turn, result) }
        }
        if !isTaken { endUnrun(turn, as: .failed(.serverDraining)) }
    }

    /// Ends a turn that never ran. The end is stored with the next sweep, since nobody here may wait.
    private func endUnrun(_ turn: Turn, as outcome: TurnState.Outcome) {
        guard let outcome = turn.settle(outcome) else { return }
        let message = turn.subject.answer("", outcome.stored, at: messageTime())
        keepUnsaved(Outbox.Entry(user: turn.subject.user, message: message))
        let ending = TurnEnding(outcome: outcome, text: TurnText(text: ""))
        turn.close(with: ending.frames)
        ended(turn)
    }

    private func ended(_ turn: Turn) {
        let (next, live) = table.withLockedValue { ($0.end(turn, at: uptime()), $0.live) }
        record.turnsChanged(live)
        if let next { run(next) }
        tellIdle()
    }

    private func tellIdle() {
        guard live == 0 else { return }
        let waiting = waitingForIdle.withLockedValue { waiting in
            defer { waiting = [] }
            return waiting
        }
        for signal in waiting { signal.fire() }
    }
}

extension TurnSubject {
    /// The answer as it is stored.
    func answer(
        _ text: String, _ state: StoredMessage.State, at instant: Date, origin: AnswerOrigin? = nil
    ) -> StoredMessage {
        StoredMessage(
            id: answerID, conversation: conversation, role: .assistant, text: text, at: instant, state: state,
            turnID: id.text, replaces: regenerates, origin: origin, claim: regenerates == nil ? nil : claim)
    }
}
