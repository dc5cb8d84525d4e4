import Finance
import FoundationEssentials
import NIOConcurrencyHelpers
public import Ports

extension MemoryStore {
    /// Instances over this store.
    public var instances: Instances {
        Instances(
            beat: { instance, number in
                self.beats.withLockedValue { beats in
                    beats[instance] = number
                    return beats
                }
            },
            leftTurns: { instance, since in self.leftTurns(of: instance, since) },
            fail: { turn, now throws(PortError) in try await self.fail(turn, now) },
            remove: { instance, number in
                self.beats.withLockedValue { beats in
                    if beats[instance] == number { beats[instance] = nil }
                }
            })
    }

    private func leftTurns(of instance: String, _ since: Date) -> [Instances.LeftTurn] {
        owned.filter { $0.message.claim?.instance == instance && $0.message.at >= since }.compactMap { owner, message in
            guard let turn = message.turnID, let claim = message.claim, !hasEnd(turn, of: owner) else { return nil }
            return Instances.LeftTurn(
                user: owner, conversation: message.conversation, turnID: turn, answerID: claim.answerID,
                replaces: message.replaces)
        }
    }

    private func fail(_ turn: Instances.LeftTurn, _ now: Date) async throws(PortError) {
        guard !hasEnd(turn.turnID, of: turn.user) else { return }
        let known = all(of: turn.user).first { $0.id == turn.answerID }
        var answer =
            known
            ?? StoredMessage(
                id: turn.answerID, conversation: turn.conversation, role: .assistant, text: "", at: now,
                turnID: turn.turnID, replaces: turn.replaces)
        answer.state = .failed
        try await port.save(turn.user, answer)
    }

    private func hasEnd(_ turn: String, of user: UserID) -> Bool {
        all(of: user).contains { $0.turnID == turn && $0.role == .assistant && $0.state != .partial }
    }
}
