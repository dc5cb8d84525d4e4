internal import Analyses
public import Finance
public import Flows
public import FoundationEssentials
public import Ports

/// Guided conversations and what is known of a person from them, over stored state: any socket and any instance goes on
/// where another stopped.
public struct Coaching: Sendable {
    let state: PersonalState
    private let snapshots: Snapshots
    let now: @Sendable () -> Date
    let makeID: @Sendable () -> String

    /// Coaching over these ports; `makeID` names a guided conversation.
    public init(
        state: PersonalState, snapshots: Snapshots, now: @escaping @Sendable () -> Date,
        makeID: @escaping @Sendable () -> String
    ) {
        self.state = state
        self.snapshots = snapshots
        self.now = now
        self.makeID = makeID
    }

    /// What is known of a person; empty before the first word.
    public func memory(of user: UserID) async throws(PortError) -> CoachMemory {
        try await state.value(.profile, of: user, as: CoachMemory.self) ?? CoachMemory()
    }

    /// Begins a guided conversation, or goes on with it.
    public func begin(
        _ kind: FlowRun.Kind, in conversation: ConversationID, of user: UserID, isTyped: Bool = false
    ) async throws(PortError) -> CoachTurn {
        let (now, id) = (now(), makeID())
        let snapshot = try await snapshots.read(user, Month(containing: now), now)
        return try await state.change(.profile, of: user, from: CoachMemory()) { memory in
            memory.begin(kind, id: id, in: conversation, isTyped: isTyped, of: snapshot, at: now)
        }
    }

    /// Makes a move. A move that cannot be made changes nothing and says why.
    public func move(
        _ move: FlowMove, in conversation: ConversationID, of user: UserID
    ) async throws(PortError) -> Result<CoachTurn, FlowFault> {
        let now = now()
        let snapshot = try await snapshots.read(user, Month(containing: now), now)
        let outcome = try await state.change(.profile, of: user, from: CoachMemory()) { memory in
            Result { () throws(FlowFault) in try memory.move(move, in: conversation, of: snapshot, at: now) }
        }
        if case .success(let turn) = outcome { try await remind(turn, user, on: Day(now)) }
        return outcome
    }

    /// The answer to typed words where they belong to a guided conversation, or begin one; nil where they are for the
    /// model.
    public func reply(
        to text: String, in conversation: ConversationID, of user: UserID, knowing memory: CoachMemory
    ) async throws(PortError) -> String? {
        if let kind = FlowRun.Kind(command: text) {
            return try await begin(kind, in: conversation, of: user, isTyped: true).words
        }
        guard memory.isTyped(in: conversation), let run = memory.run(in: conversation, at: now()) else { return nil }
        switch try await move(FlowReply.move(for: text, in: run), in: conversation, of: user) {
        case .success(let turn): return turn.words
        case .failure(let fault): return FlowReply.words(for: fault, in: run)
        }
    }

    /// Changes one thing of the profile; false before there is one.
    public func change(_ change: ProfileChange, of user: UserID) async throws(PortError) -> Bool {
        let now = now()
        let isMade = try await state.change(.profile, of: user, from: CoachMemory()) { $0.change(change, at: now) }
        if isMade, case .cadence(let cadence) = change { try await plan(cadence, user, on: Day(now)) }
        return isMade
    }

    private func remind(_ turn: CoachTurn, _ user: UserID, on today: Day) async throws(PortError) {
        if let cadence = turn.cadence { try await plan(cadence, user, on: today) }
        guard let day = turn.checkedInOn else { return }
        try await choose(user) { $0.checkIn?.checkIn(on: day) }
    }

    private func plan(_ cadence: CheckInPlan.Cadence?, _ user: UserID, on today: Day) async throws(PortError) {
        try await choose(user) { choices in
            guard choices.checkIn?.cadence != cadence else { return }
            choices.checkIn = cadence.map { CheckInPlan($0, from: today) }
        }
    }

    private func choose(
        _ user: UserID, _ change: @escaping @Sendable (inout PersonalChoices) -> Void
    ) async throws(PortError) {
        try await state.change(
            .choices, of: user, from: PersonalChoices(), due: { $0.checkIn?.nextDue?.start }, change)
    }
}

extension Coaching {
    /// Of nobody, for programs without it: nothing is known, and nothing kept.
    public static let none = Coaching(
        state: PersonalState(
            read: { _, _ throws(PortError) in [:] }, write: { _ throws(PortError) in true },
            due: { _, _, _ throws(PortError) in [] }),
        snapshots: Snapshots { _, _, _ throws(PortError) in throw PortError(.refused, "nobody is coached here") },
        now: { Date() }, makeID: { "" })
}
