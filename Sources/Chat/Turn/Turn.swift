import Finance
import FoundationEssentials
import NIOConcurrencyHelpers
import Ports

/// What a turn is about; never changes.
struct TurnSubject: Sendable, Hashable {
    var id: TurnID
    var user: UserID
    var conversation: ConversationID
    /// The question, as stored.
    var question: StoredMessage
    /// Who writes its answer, and under which id.
    var claim: TurnClaim
    /// The message whose question is asked once more.
    var regenerates: String?

    /// Under which id the answer will be stored.
    var answerID: String { claim.answerID }
}

/// One question and its answer, shared by everybody who looks at it: the runner that writes, the sockets that follow,
/// whoever stops it. It belongs to the registry and outlives its sockets.
///
/// Frames leave under the turn's lock: that is what keeps them in order on every socket and lets a socket join without
/// losing or doubling one. An outlet therefore must never call back into a turn from `send`.
final class Turn: Sendable {
    /// What became of a wish to follow.
    enum Following: Equatable {
        case following
        /// The frames it misses are no longer kept.
        case gone
        /// It claims frames that do not exist.
        case ahead
    }

    private struct Seat {
        let session: Session
        var follower: Follower
    }

    private struct Shared {
        var state = TurnState()
        var log: TurnLog
        var seats: [Int: Seat] = [:]
    }

    /// What it is about.
    let subject: TurnSubject
    /// The token of whoever asked, for a typed yes; in memory only, and gone with the turn.
    let bearer: String?
    /// Fires when a running turn is to end early; `wantedEnd` says how.
    let endAsked = Signal()
    private let shared: NIOLockedValueBox<Shared>
    private let softBacklog: Int
    private let now: @Sendable () -> Date

    /// A turn whose question is about to be stored.
    init(
        _ subject: TurnSubject, settings: ChatSettings, bearer: String? = nil, now: @escaping @Sendable () -> Date
    ) {
        self.subject = subject
        self.bearer = bearer
        self.now = now
        softBacklog = settings.sockets.backlogSoft
        shared = NIOLockedValueBox(Shared(log: TurnLog(limits: settings.replay)))
    }
}

// What the registry and the runner tell it.
extension Turn {
    /// The question is stored: clients may know. True when it was stopped meanwhile.
    func stored() -> Bool {
        shared.withLockedValue { shared in
            let isStopped = shared.state.stored()
            write(
                .turnStarted(
                    TurnStart(
                        clientMessageID: subject.regenerates == nil ? subject.question.clientMessageID : nil,
                        userMessageID: subject.question.id, message: subject.question.text,
                        regenerates: subject.regenerates)), to: &shared)
            return isStopped
        }
    }

    /// A runner takes it; false when there is nothing to run.
    func begin() -> Bool { shared.withLockedValue { $0.state.begin() } }

    /// Shows a frame; false when what the model says no longer counts.
    func show(_ frame: ServerFrame) -> Bool {
        shared.withLockedValue { shared in
            guard shared.state.takesText else { return false }
            write(frame, to: &shared)
            return true
        }
    }

    /// Decides the outcome; nil when it was decided before.
    func settle(_ proposed: TurnState.Outcome) -> TurnState.Outcome? {
        shared.withLockedValue { $0.state.end(proposed) }
    }

    /// Shows the last frames, the terminal one at their end, and lets go of every socket that has them all.
    func close(with frames: [ServerFrame]) {
        shared.withLockedValue { shared in
            for frame in frames { write(frame, to: &shared) }
            shared.seats = shared.seats.filter { $0.value.follower.isBehind }
        }
    }

    /// Asks it to stop.
    func stop() -> TurnState.StopAction {
        let action = shared.withLockedValue { $0.state.stop() }
        if action == .cancelStream { endAsked.fire() }
        return action
    }

    /// Ends it early although nobody asked: the instance is going away. False when it has not begun to run.
    func interrupt() -> Bool {
        let phase = phase
        guard phase == .running || phase == .stopping else { return false }
        endAsked.fire()
        return true
    }

    /// How a turn ends whose end is asked for.
    var wantedEnd: TurnState.Outcome { phase == .stopping ? .stopped : .failed(.serverDraining) }

    /// It never became a turn: gives the sockets that wait for it.
    func abandon() -> [Session] {
        shared.withLockedValue { shared in
            _ = shared.state.end(.failed(.notSaved))
            defer { shared.seats = [:] }
            return shared.seats.values.map(\.session)
        }
    }
}

// What sockets ask of it.
extension Turn {
    /// Sends everything after `sequence` and then what comes. Without a number it joins from the start, unless the
    /// socket follows already.
    func follow(_ session: Session, after sequence: Int? = nil) -> Following {
        shared.withLockedValue { shared in
            if sequence == nil, shared.seats[session.key] != nil { return .following }
            switch shared.log.after(sequence ?? 0) {
            case .ahead: return .ahead
            case .gone: return .gone
            case .frames: break
            }
            shared.seats[session.key] = Seat(
                session: session, follower: Follower(dialect: session.dialect, after: sequence ?? 0))
            advance(session.key, in: &shared)
            let isBehind = shared.seats[session.key]?.follower.isBehind ?? false
            if shared.log.isComplete, !isBehind { shared.seats[session.key] = nil }
            return .following
        }
    }

    /// Sends a resync to sockets that have caught up, and forgets closed ones.
    func nudge() {
        shared.withLockedValue { shared in
            for (key, seat) in shared.seats {
                var seat = seat
                if !seat.session.isOpen {
                    shared.seats[key] = nil
                } else if case .resync(let sequence)? = seat.follower.caughtUp(
                    backlog: seat.session.outlet.backlog(), soft: softBacklog)
                {
                    seat.session.send(.resync(turn: subject.id, sequence: sequence))
                    shared.seats[key] = shared.log.isComplete ? nil : seat
                }
            }
        }
    }

    /// How far it is, and whether clients know of it and wait for its end.
    var progress: (last: Int, isLive: Bool) {
        shared.withLockedValue { ($0.log.last, $0.log.last > 0 && !$0.log.isComplete) }
    }
    /// Bytes its log keeps.
    var weight: Int { shared.withLockedValue { $0.log.weight } }
    /// Whether a socket still waits to be told that it fell behind.
    var hasStragglers: Bool { shared.withLockedValue { !$0.seats.isEmpty } }
    /// Where it stands.
    var phase: TurnState.Phase { shared.withLockedValue { $0.state.phase } }
}

// Under the lock.
extension Turn {
    private func write(_ frame: ServerFrame, to shared: inout Shared) {
        guard shared.log.append(frame, at: now()) != nil else { return }
        for key in shared.seats.keys { advance(key, in: &shared) }
    }

    private func advance(_ key: Int, in shared: inout Shared) {
        guard var seat = shared.seats[key] else { return }
        defer { shared.seats[key] = seat.session.isOpen ? seat : nil }
        while let next = shared.log.first(after: seat.follower.sequence) {
            switch seat.follower.step(next, backlog: seat.session.outlet.backlog(), soft: softBacklog) {
            case .send: seat.session.send(next, of: subject)
            case .skip: continue
            case .hold: return
            case .resync(let sequence): return seat.session.send(.resync(turn: subject.id, sequence: sequence))
            }
        }
    }
}
