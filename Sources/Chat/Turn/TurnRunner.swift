import Analyses
import Finance
import FoundationEssentials
import NIOConcurrencyHelpers
import Ports
import Prompts

/// Runs one turn from its stored question to its terminal frame. The stages: snapshot afresh → history → prompt → the
/// model's stream, shown piece by piece and stored now and then → the answer stored → sources, cost, terminal frame.
///
/// Three things race: the stream, a stop, and the deadline. Whichever comes first decides, and the turn is ended before
/// the others have wound down, so that a provider that does not hear cancellation delays nobody.
struct TurnRunner: Sendable {
    /// What became of numbers that nothing backed.
    enum Repair: String, Sendable {
        /// There were none.
        case none
        /// The model wrote the sentences again, and they could stand.
        case repaired
        /// A fixed line stands in for them.
        case replaced
    }

    /// How a run went, for metrics and the log.
    struct Result: Sendable, Equatable {
        var outcome: TurnState.Outcome
        var firstToken: Duration?
        var total: Duration
        var usage: Usage?
        /// The answer, where the store did not take it.
        var unsaved: StoredMessage?
        var repair = Repair.none
    }

    /// What has come of it so far.
    struct Progress {
        var answer: PartialAnswer
        var prompt: Prompt?
        var firstToken: Duration?
        var repair = Repair.none
    }

    let turn: Turn
    let ports: ChatPorts
    let settings: ChatSettings
    let uptime: @Sendable () -> Duration
    let startedAt: Date
    let began: Duration
    let progress: NIOLockedValueBox<Progress>

    /// A runner for a turn that is queued; `startedAt` becomes the time of the stored answer.
    init(
        _ turn: Turn, ports: ChatPorts, settings: ChatSettings, startedAt: Date,
        uptime: @escaping @Sendable () -> Duration
    ) {
        self.turn = turn
        self.ports = ports
        self.settings = settings
        self.uptime = uptime
        self.startedAt = startedAt
        began = uptime()
        progress = NIOLockedValueBox(
            Progress(answer: PartialAnswer(limits: settings.turns, saving: settings.saving, at: began)))
    }

    /// Runs it; nil when it had ended before it could begin.
    func run() async -> Result? {
        guard turn.begin() else { return nil }
        let (drafts, mailbox) = AsyncStream.makeStream(of: String.self, bufferingPolicy: .bufferingNewest(1))
        let saved = Signal()
        return await withTaskGroup(of: Void.self) { group in
            group.addTask {
                await savePartials(drafts)
                saved.fire()
            }
            return await race(mailbox) { ending in
                // No partial save may land after the final one.
                mailbox.finish()
                _ = await saved.wait()
                return await finish(ending)
            }
        }
    }

    private func race(
        _ mailbox: AsyncStream<String>.Continuation, then finish: (TurnState.Outcome) async -> Result?
    ) async -> Result? {
        await withTaskGroup(of: TurnState.Outcome?.self) { group in
            group.addTask { await answer(mailbox) }
            group.addTask { await turn.endAsked.wait() ? turn.wantedEnd : nil }
            group.addTask {
                guard (try? await ports.clock.sleep(for: settings.turns.deadline)) != nil else { return nil }
                return .failed(.tookTooLong)
            }
            var ending: TurnState.Outcome?
            while ending == nil, let next = await group.next() { ending = next }
            group.cancelAll()
            return await finish(ending ?? .failed(.serverDraining))
        }
    }
}
