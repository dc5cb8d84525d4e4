import Analyses
import Coaching
import Finance
import NIOConcurrencyHelpers
import Ports
import Prompts
import Tools

// The stages up to the last token: records afresh → history → prompt → the model speaks, or asks and is answered, in
// rounds.
extension TurnRunner {
    func answer(_ mailbox: AsyncStream<String>.Continuation) async -> TurnState.Outcome {
        do {
            let care = CareBlock(for: turn.subject.question.text)
            if let care, try showFirst(care, mailbox) { return .completed }
            let memory = try await memory()
            if try await replyAsCoach(knowing: memory, mailbox) { return .completed }
            let snapshot = try await snapshot()
            if try await replyWithOffer(on: snapshot, inTrouble: care != nil, mailbox) { return .completed }
            var (request, toolbox) = try await prepare(after: care, knowing: memory, on: snapshot)
            var lookUps = LookUps(limits: settings.lookUps)
            do {
                while true {
                    request.tools = lookUps.isOpen ? toolbox.specs : []
                    try await ports.completions.stream(request) { event in try take(event, mailbox) }
                    let (said, calls) = progress.withLockedValue { $0.answer.takeCalls() }
                    guard !calls.isEmpty, !request.tools.isEmpty else { break }
                    let answers = try await lookUp(calls, &toolbox, &lookUps)
                    request.prompt.messages.append(.init(role: .assistant, content: said, toolCalls: calls))
                    request.prompt.messages += answers
                }
                if isFinished { try await repair(request, mailbox) }
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

    /// Fixed words come before everything else, whether or not records or a model can be had. True when nothing about
    /// money belongs behind them.
    private func showFirst(
        _ care: CareBlock, _ mailbox: AsyncStream<String>.Continuation
    ) throws(ChatError) -> Bool {
        do {
            try take(.written(care.standsAlone ? care.text : care.text + "\n\n"), mailbox)
            if care.standsAlone { try take(.finished(.complete), mailbox) }
            return care.standsAlone
        } catch {
            throw ChatError(.serverDraining)
        }
    }

    private func prepare(
        after care: CareBlock?, knowing memory: CoachMemory, on snapshot: Snapshot
    ) async throws(ChatError) -> (CompletionRequest, Toolbox) {
        let subject = turn.subject
        do {
            let history = try await ports.conversations.messages(
                subject.user, subject.conversation, subject.question.id, settings.turns.promptMessages)
            let review = Review(of: snapshot)
            let told = TurnPrompt.told(memory)
            let thread = TurnPrompt.thread(subject.question.text, after: history, in: snapshot)
            let prompt = TurnPrompt.make(
                review: review, history: history, question: subject.question.text, told: told, asked: thread)
            if let card = thread?.answer?.card { _ = turn.show(.card(card)) }
            let basis = AnswerBasis(
                prompt, question: subject.question.text, snapshot: snapshot, told: told.lines,
                reviewed: care.map { [$0.text] } ?? [])
            progress.withLockedValue { progress in
                progress.prompt = prompt
                progress.answer.stand(on: basis)
            }
            let request = CompletionRequest(
                prompt: prompt, snapshot: snapshot, question: subject.question.text,
                safetyID: ports.pseudonym(subject.user), turn: subject.id.text)
            var propose: Toolbox.Propose?
            if let proposals = ports.proposals {
                propose = { wish, arguments in await self.propose(wish, arguments, on: snapshot, proposals) }
            }
            let toolbox = Toolbox(
                review: review, question: request.question, known: prompt.figures,
                peers: { [groups = ports.peerGroups] in await Self.peers(of: snapshot, groups) }, propose: propose)
            return (request, toolbox)
        } catch {
            throw ChatError(error.code == .notFound ? .forbidden : .temporarilyUnavailable)
        }
    }

    func take(_ event: CompletionEvent, _ mailbox: AsyncStream<String>.Continuation) throws {
        try Task.checkCancellation()
        let (effect, text) = progress.withLockedValue { progress in
            let effect = progress.answer.take(event, at: uptime())
            if effect.frame != nil, progress.firstToken == nil { progress.firstToken = uptime() - began }
            return (effect, progress.answer.text)
        }
        try act(on: effect, text, mailbox)
    }

    func act(
        on effect: PartialAnswer.Effect, _ text: String, _ mailbox: AsyncStream<String>.Continuation
    ) throws {
        if let frame = effect.frame { try show(frame) }
        if effect.isSaveDue { mailbox.yield(text) }
    }

    private static func peers(of snapshot: Snapshot, _ groups: PeerGroups) async -> PeerFinding {
        do {
            let comparison = try await groups.comparison(of: snapshot)
            guard let reason = comparison.reason else { return .found(comparison.figures, comparison.card) }
            return .none(reason: reason)
        } catch {
            return .none(reason: "the groups cannot be read right now")
        }
    }

    /// Answers what the model asked, one after the other. A call beyond the limits is answered too, with a no: a provider
    /// expects an answer to each.
    private func lookUp(
        _ calls: [ToolCall], _ toolbox: inout Toolbox, _ lookUps: inout LookUps
    ) async throws -> [Prompt.Message] {
        let (admitted, refused) = lookUps.admit(calls)
        var answers: [Prompt.Message] = []
        for call in admitted {
            try show(.toolStarted(name: call.name, title: Toolbox.title(of: call.name) ?? "Looking something up"))
            let start = uptime()
            let result = await toolbox.call(call)
            let time = uptime() - start
            lookUps.took(time)
            progress.withLockedValue { $0.answer.learn(result.figures) }
            try show(.toolFinished(name: call.name, isGood: result.isGood, milliseconds: time.wholeMilliseconds))
            if let card = result.card { try show(.card(card)) }
            answers.append(.init(role: .tool, content: result.text, answersCall: call.id))
        }
        let no = ToolAnswer(error: "no more look-ups for this answer", hint: "answer with what you have").text
        return answers + refused.map { .init(role: .tool, content: no, answersCall: $0.id) }
    }

    func show(_ frame: ServerFrame) throws {
        try Task.checkCancellation()
        if !turn.show(frame) { throw CancellationError() }
    }

    /// Stores what there is, apart from the stream: a slow store delays no token, and skips what it cannot keep up with.
    func savePartials(_ drafts: AsyncStream<String>) async {
        for await text in drafts {
            let message = turn.subject.answer(text, .partial, at: startedAt)
            try? await ports.conversations.save(turn.subject.user, message)
        }
    }

    var isFinished: Bool { progress.withLockedValue { $0.answer.finish != nil } }
}
