import Finance
import NIOConcurrencyHelpers
import Ports

// Waiting for turns that run elsewhere.
extension Desk {
    /// A socket was told that a turn runs elsewhere: it will be told of the end. Or nobody runs a turn of ours whose
    /// question may be stored: it is ended as soon as that is known.
    func waitFor(_ watch: Vigil.Watch) {
        let now = moment.uptime
        vigil.withLockedValue { $0.add(watch, at: now) }
    }

    /// Looks into the store for the ends of those turns; one that has ended is told to whoever sits there.
    func keepVigil() async {
        let now = moment.uptime
        for watch in vigil.withLockedValue({ $0.due(at: now) }) {
            guard let messages = try? await ports.conversations.turn(watch.user, watch.turn.text) else { continue }
            if messages.hasEnd {
                tell(
                    TurnNotice(
                        instance: instance, user: watch.user, conversation: watch.conversation, turn: watch.turn))
            } else if let left = watch.abandoned, !messages.isEmpty {
                try? await end(left)
            }
        }
    }
}

extension [StoredMessage] {
    /// Whether the turn these are of has an end.
    var hasEnd: Bool { contains { $0.role == .assistant && $0.state != .partial } }
}
