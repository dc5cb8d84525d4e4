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
    /// How a run went, for metrics and the log.
    struct Result: Sendable, Equatable {
        var outcome: TurnState.Outcome
        var firstToken: Duration?
        var total: Duration
        var usage: Usage?
        var isStored: Bool
    }

    /// What has come of it so far.
    private struct Progress {
        var answer: PartialAnswer
        var prompt: Prompt?
        var firstToken: Duration?
    }

    private let turn: Turn
    private let ports: ChatPorts
    private let settings: ChatSettings
    private let uptime: @Sendable () -> Duration
    private let startedAt: Date
    private let began: Duration
    private let progress: NIOLockedValueBox<Progress>

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

// The stages up to the last token.
extension TurnRunner {
    private func answer(_ mailbox: AsyncStream<String>.Continuation) async -> TurnState.Outcome {
        do {
            let request = try await prepare()
            do {
                try await ports.completions.stream(request) { event in try take(event, mailbox) }
            } catch is CancellationError {
                return isFinished ? .completed : .failed(.serverDraining)
            } catch {
                return isFinished ? .completed : .failed(.aiUnavailable)
            }
            return isFinished ? .completed : .failed(.aiUnavailable)
        } catch {
            return .failed(error.code)
        }
    }

    private func prepare() async throws(ChatError) -> CompletionRequest {
        let subject = turn.subject
        do {
            let now = ports.now()
            let snapshot = try await ports.snapshots.read(subject.user, Month(containing: now), now)
            let history = try await ports.conversations.messages(
                subject.user, subject.conversation, subject.question.id, settings.turns.promptMessages)
            let prompt = TurnPrompt.make(snapshot: snapshot, history: history, question: subject.question.text)
            progress.withLockedValue { $0.prompt = prompt }
            return CompletionRequest(
                prompt: prompt, snapshot: snapshot, question: subject.question.text,
                safetyID: ports.pseudonym(subject.user))
        } catch {
            throw ChatError(error.code == .notFound ? .forbidden : .temporarilyUnavailable)
        }
    }

    private func take(_ event: CompletionEvent, _ mailbox: AsyncStream<String>.Continuation) throws {
        try Task.checkCancellation()
        let (effect, text) = progress.withLockedValue { progress in
            let effect = progress.answer.take(event, at: uptime())
            if effect.frame != nil, progress.firstToken == nil { progress.firstToken = uptime() - began }
            return (effect, progress.answer.text)
        }
        if let frame = effect.frame, !turn.show(frame) { throw CancellationError() }
        if effect.isSaveDue { mailbox.yield(text) }
    }

    /// Stores what there is, apart from the stream: a slow store delays no token, and skips what it cannot keep up with.
    private func savePartials(_ drafts: AsyncStream<String>) async {
        for await text in drafts {
            let message = turn.subject.answer(text, .partial, at: startedAt)
            try? await ports.conversations.save(turn.subject.user, message)
        }
    }

    private var isFinished: Bool { progress.withLockedValue { $0.answer.finish != nil } }
}

// The end.
extension TurnRunner {
    private func finish(_ proposed: TurnState.Outcome) async -> Result? {
        guard let outcome = turn.settle(proposed) else { return nil }
        let (answer, prompt, firstToken) = progress.withLockedValue { ($0.answer, $0.prompt, $0.firstToken) }
        var text = TurnText(text: answer.text, isTruncated: answer.isTruncated)
        if outcome != .completed || answer.hasBegun {
            text.messageID = turn.subject.answerID
            text.isStored = await store(answer.text, outcome)
        }
        let usage = prompt.map { answer.cost(of: $0, model: ports.completions.model) }
        let ending = TurnEnding(
            outcome: outcome, text: text, prompt: prompt, usage: usage, question: turn.subject.question.text)
        turn.close(with: ending.frames)
        return Result(
            outcome: outcome, firstToken: firstToken, total: uptime() - began, usage: usage, isStored: text.isStored)
    }

    /// Stores the answer as it ended; what the store does not take now is offered again later.
    private func store(_ text: String, _ outcome: TurnState.Outcome) async -> Bool {
        let message = turn.subject.answer(text, outcome.stored, at: startedAt)
        for _ in 0..<settings.turns.storeAttempts {
            do {
                try await ports.conversations.save(turn.subject.user, message)
                return true
            } catch {
                guard error.isRetryable else { break }
            }
        }
        return false
    }

    /// The answer as it has to be stored.
    var stored: StoredMessage {
        let text = progress.withLockedValue { $0.answer.text }
        guard case .ended(let outcome) = turn.phase else { return turn.subject.answer(text, .partial, at: startedAt) }
        return turn.subject.answer(text, outcome.stored, at: startedAt)
    }
}

extension TurnState.Outcome {
    /// The state an answer is stored in.
    var stored: StoredMessage.State {
        switch self {
        case .completed: .complete
        case .stopped: .stopped
        case .failed: .failed
        }
    }
}
