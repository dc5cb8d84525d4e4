import Analyses
import Coaching
import Finance
import Ports
import Prompts

// What is settled by code before a model is asked: answers to questions of ours, and wishes to have something written.
extension TurnRunner {
    /// What the person told earlier.
    func memory() async throws(ChatError) -> CoachMemory {
        do { return try await ports.coaching.memory(of: turn.subject.user) } catch { throw Self.told(error) }
    }

    /// The person's records, read once for this turn.
    func snapshot() async throws(ChatError) -> Snapshot {
        let now = ports.now()
        do { return try await ports.snapshots.read(turn.subject.user, Month(containing: now), now) } catch {
            throw Self.told(error)
        }
    }

    /// Words that belong to a guided conversation are answered by it; true when they were.
    func replyAsCoach(
        knowing memory: CoachMemory, _ mailbox: AsyncStream<String>.Continuation
    ) async throws(ChatError) -> Bool {
        let subject = turn.subject
        guard subject.regenerates == nil else { return false }
        let words: String?
        do {
            words = try await ports.coaching.reply(
                to: subject.question.text, in: subject.conversation, of: subject.user, knowing: memory)
        } catch {
            throw Self.told(error)
        }
        guard let words else { return false }
        try write(nil, words, mailbox)
        return true
    }

    /// Words that ask for something to be written, or settle an offer, are answered by a card; true when they were.
    func replyWithOffer(
        on snapshot: Snapshot, inTrouble: Bool, _ mailbox: AsyncStream<String>.Continuation
    ) async throws(ChatError) -> Bool {
        let reply: (card: Card?, words: String)?
        do { reply = try await proposalReply(on: snapshot, inTrouble: inTrouble) } catch { throw Self.told(error) }
        guard let reply else { return false }
        try write(reply.card, reply.words, mailbox)
        return true
    }

    private func write(
        _ card: Card?, _ words: String, _ mailbox: AsyncStream<String>.Continuation
    ) throws(ChatError) {
        do {
            if let card { try show(.card(card)) }
            try take(.written(words), mailbox)
            try take(.finished(.complete), mailbox)
        } catch {
            throw ChatError(.serverDraining)
        }
    }

    private static func told(_ error: PortError) -> ChatError {
        ChatError(error.code == .notFound ? .forbidden : .temporarilyUnavailable)
    }
}
