/// The life of one turn, apart from whatever drives it.
///
///     storing ──stored──▶ queued ──begin──▶ running ──end──▶ ended
///        │                   │                 │                ▲
///        │ stop: remembered  │ stop            │ stop           │
///        └──▶ (ends at once  └─────────────────│───────────────▶│
///              when stored)                    └──▶ stopping ───┘
///
/// Whatever races, `end` gives an outcome exactly once: that one call writes the terminal frame.
struct TurnState: Sendable, Equatable {
    /// Where it stands.
    enum Phase: Sendable, Equatable {
        /// The question is being stored; nobody has been told of the turn.
        case storing(stopAsked: Bool)
        /// Told, and waiting for the person's earlier turn or for room.
        case queued
        case running
        /// Asked to stop; whatever the model says now is late.
        case stopping
        case ended(Outcome)
    }

    /// How it ended.
    enum Outcome: Sendable, Equatable {
        case completed
        case stopped
        case failed(ErrorCode)

        /// One word for metrics and logs.
        var label: String {
            switch self {
            case .completed: "completed"
            case .stopped: "stopped"
            case .failed(let code): code.rawValue
            }
        }
    }

    /// What a stop asks its caller to do.
    enum StopAction: Sendable, Equatable {
        /// Nothing: it has ended, is stopping already, or will stop once stored.
        case nothing
        /// Cancel the stream; the runner ends the turn.
        case cancelStream
        /// It never ran: end it here.
        case endNow
    }

    private(set) var phase = Phase.storing(stopAsked: false)

    /// A turn whose question is on its way to the store.
    init() {}

    /// The question is stored. True when the turn was stopped meanwhile and must end at once.
    mutating func stored() -> Bool {
        guard case .storing(let stopAsked) = phase else { return false }
        phase = .queued
        return stopAsked
    }

    /// A runner takes it. False when there is nothing left to run.
    mutating func begin() -> Bool {
        guard phase == .queued else { return false }
        phase = .running
        return true
    }

    /// The person asks it to stop; asking twice, too early or too late is fine.
    mutating func stop() -> StopAction {
        switch phase {
        case .storing:
            phase = .storing(stopAsked: true)
            return .nothing
        case .queued: return .endNow
        case .running:
            phase = .stopping
            return .cancelStream
        case .stopping, .ended: return .nothing
        }
    }

    /// The outcome to write, or nil when someone else has ended it. A stop that came first wins over any other end.
    mutating func end(_ proposed: Outcome) -> Outcome? {
        switch phase {
        case .ended: return nil
        case .stopping: phase = .ended(.stopped)
        case .storing, .queued, .running: phase = .ended(proposed)
        }
        guard case .ended(let outcome) = phase else { return nil }
        return outcome
    }

    /// Whether what the model says still counts.
    var takesText: Bool { phase == .running }
    /// Whether it is over.
    var hasEnded: Bool { if case .ended = phase { true } else { false } }
}
