import Inbox
import NIOConcurrencyHelpers
import Ports

// What other instances say.
extension Desk {
    /// Listens for turns that ended elsewhere until cancelled.
    func listen() async {
        let subscription = await ports.bus.subscribe(TurnNotice.channel) { [weak self] bytes in
            guard let self, let notice = TurnNotice(bytes), notice.instance != instance else { return }
            tell(notice)
        }
        let inbox = await ports.bus.subscribe(InboxNotice.channel) { [weak self] bytes in
            if let notice = InboxNotice(bytes) { self?.hear(notice) }
        }
        _ = await Signal().wait()
        subscription.cancel()
        inbox.cancel()
    }

    /// Sockets of that conversation are told to look: `resync` asks a client to resume, a legacy one gets the text.
    func tell(_ notice: TurnNotice) {
        vigil.withLockedValue { $0.remove(notice.turn) }
        for session in roster.withLockedValue({ $0.members(notice.user, notice.conversation) }) {
            switch session.dialect {
            case .v2: session.send(.resync(turn: notice.turn, sequence: 0))
            case .legacy: take(.tell(notice.turn), for: session)
            }
        }
    }
}
