public import Analyses
public import Finance
public import Flows
public import FoundationEssentials
public import Ports

/// What a person told us about themselves, their plan, and guided conversations that are not over. Theirs alone: nothing
/// of it is shown to administrators or counted among others.
public struct CoachMemory: Sendable, Hashable, Codable {
    /// Conversations with a guided one in them; of more, the one that rested longest goes.
    static let mostRuns = 4
    /// Check-ins kept, newest last: a little over a year of weeks.
    static let mostCheckIns = 60

    /// A guided conversation and where it is held.
    struct Held: Sendable, Hashable, Codable {
        var conversation: String
        /// Whether what is typed in the conversation answers it.
        var isTyped: Bool
        var run: FlowRun
    }

    /// What was said at the start; nil before.
    public private(set) var profile: Profile?
    /// Steps the person plans to take.
    public private(set) var items: [PlanItem] = []
    /// What was put by at each check-in, as said.
    public private(set) var samples: [SavingsPace.Sample] = []
    /// Days of check-ins.
    public private(set) var checkIns: [Day] = []
    private(set) var held: [Held] = []

    /// Nothing told yet.
    public init() {}

    /// The guided conversation that runs in a conversation.
    public func run(in conversation: ConversationID, at now: Date) -> FlowRun? {
        held.first { $0.conversation == conversation.text && $0.run.state(at: now) == .running }?.run
    }

    /// Whether typed words there are answers.
    public func isTyped(in conversation: ConversationID) -> Bool {
        held.first { $0.conversation == conversation.text }?.isTyped ?? false
    }

    /// Check-ins in a row.
    public func streak(on today: Day) -> CheckInStreak {
        CheckInStreak(of: checkIns, cadence: profile?.cadence, today: today)
    }

    /// Changes one thing of the profile; false before there is one.
    public mutating func change(_ change: ProfileChange, at now: Date) -> Bool {
        guard let profile else { return false }
        self.profile = change.made(in: profile, at: now)
        return true
    }
}

// Guided conversations.
extension CoachMemory {
    /// Begins one, or goes on with the one of its kind that runs there already.
    public mutating func begin(
        _ kind: FlowRun.Kind, id: String, in conversation: ConversationID, isTyped: Bool, of snapshot: Snapshot,
        at now: Date
    ) -> CoachTurn {
        if let run = run(in: conversation, at: now), run.kind == kind {
            hold(run, in: conversation, isTyped: isTyped, at: now)
            return CoachTurn(run, [.started(run)], FlowReply.words(for: run))
        }
        let run =
            switch kind {
            case .onboarding: FlowRun.onboarding(id: id, of: snapshot, at: now)
            case .checkIn:
                FlowRun.checkIn(
                    id: id, of: snapshot, plan: items, samples: samples, cadence: profile?.cadence, at: now)
            }
        hold(run, in: conversation, isTyped: isTyped, at: now)
        return CoachTurn(run, [.started(run)], FlowReply.words(for: run))
    }

    /// Makes a move in the guided conversation that is held there.
    public mutating func move(
        _ move: FlowMove, in conversation: ConversationID, of snapshot: Snapshot, at now: Date
    ) throws(FlowFault) -> CoachTurn {
        guard let place = held.firstIndex(where: { $0.conversation == conversation.text }) else {
            throw .unknownQuestion
        }
        var run = held[place].run
        let outcome = try run.apply(move, at: now)
        held[place].run = run
        switch outcome {
        case .finished: return finish(run, of: snapshot, at: now)
        case .cancelled: return CoachTurn(run, [.done(run, at: now, result: nil)], FlowReply.cancelled)
        case .moved, .unchanged:
            let answered: String? = if case .answer(let id, _) = move { id } else { nil }
            let pace = answered == "saved_now" ? run.pace(after: samples, in: snapshot) : nil
            return CoachTurn(
                run, [.step(run, answered: answered, pace: pace)],
                FlowReply.words(for: run, answered: answered, pace: pace))
        }
    }

    private mutating func finish(_ run: FlowRun, of snapshot: Snapshot, at now: Date) -> CoachTurn {
        switch run.kind {
        case .onboarding: finishOnboarding(run, of: snapshot, at: now)
        case .checkIn: finishCheckIn(run, of: snapshot, at: now)
        }
    }

    private mutating func finishOnboarding(_ run: FlowRun, of snapshot: Snapshot, at now: Date) -> CoachTurn {
        let profile = Profile(of: run, in: snapshot, after: profile)
        self.profile = profile
        if items.isEmpty {
            items = PlanItem.proposals(of: snapshot, id: run.id, cadence: profile?.cadence, at: now)
        }
        var turn = CoachTurn(
            run, [.done(run, at: now, result: profile?.json)], profile.map { FlowReply.closing(of: $0) })
        turn.cadence = .some(profile?.cadence)
        return turn
    }

    private mutating func finishCheckIn(_ run: FlowRun, of snapshot: Snapshot, at now: Date) -> CoachTurn {
        let result = CheckInResult(of: run, plan: items, in: snapshot)
        items = result?.items ?? items
        samples = Array((samples + [result?.sample].compactMap(\.self)).suffix(Self.mostCheckIns))
        checkIns = Array((checkIns + [Day(now)]).suffix(Self.mostCheckIns))
        let streak = streak(on: Day(now))
        var turn = CoachTurn(
            run, [.done(run, at: now, result: result?.json)],
            result.map { FlowReply.closing(of: $0, streak: streak) })
        turn.checkedInOn = Day(now)
        return turn
    }

    private mutating func hold(_ run: FlowRun, in conversation: ConversationID, isTyped: Bool, at now: Date) {
        held.removeAll { $0.conversation == conversation.text || $0.run.state(at: now) != .running }
        held.append(Held(conversation: conversation.text, isTyped: isTyped, run: run))
        if held.count > Self.mostRuns, let oldest = held.min(by: { $0.run.touchedAt < $1.run.touchedAt }) {
            held.removeAll { $0 == oldest }
        }
    }
}
