import FoundationEssentials
import Logging
import NIOConcurrencyHelpers
import Ports

// Being one of several instances.
extension Desk {
    /// Says that this instance lives, and ends what dead ones have left, until cancelled.
    func attend() async {
        var presence = Presence(own: instance, deadAfter: settings.instances.deadAfter)
        var number: Int64 = 0
        while !Task.isCancelled, !isDone.withLockedValue({ $0 }) {
            number += 1
            do throws(PortError) {
                let beats = try await ports.instances.beat(instance, number)
                for dead in presence.look(beats, at: moment.uptime) { try await bury(dead) }
            } catch {
                presence.miss()
            }
            beats.withLockedValue { $0 = number }
            try? await ports.clock.sleep(for: settings.instances.beatEvery)
        }
    }

    /// Goes in good order: everything it ran has its end.
    func leave() async {
        isDone.withLockedValue { $0 = true }
        try? await ports.instances.remove(instance, beats.withLockedValue { $0 })
    }

    /// Whose last beat is this one has died. Several may bury it at the same time; each step is good twice. Only when
    /// everything has its end is it forgotten.
    private func bury(_ dead: Presence.Dead) async throws(PortError) {
        let since = ports.now().addingTimeInterval(-settings.instances.turnsLastAtMost.seconds)
        let left = try await ports.instances.leftTurns(dead.instance, since)
        for turn in left { try await end(turn) }
        try await ports.instances.remove(dead.instance, dead.number)
        logger.notice(
            "chat.instance.dead", metadata: ["instance": "\(dead.instance)", "turnsFailed": "\(left.count)"])
    }

    /// Stores that a turn has failed, and lets everybody look who waits for it, here and elsewhere.
    func end(_ turn: Instances.LeftTurn) async throws(PortError) {
        try await ports.instances.fail(turn, messageTime())
        guard let id = TurnID(turn.turnID) else { return }
        let notice = TurnNotice(instance: instance, user: turn.user, conversation: turn.conversation, turn: id)
        tell(notice)
        await ports.bus.publish(TurnNotice.channel, notice.bytes)
    }
}
