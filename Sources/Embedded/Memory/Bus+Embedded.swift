import NIOConcurrencyHelpers
public import Ports

extension Bus {
    /// A bus within this process: a subscriber on another instance hears nothing. Whoever publishes delivers, so that
    /// nothing runs in the background; subscribers are asked to return at once.
    public static func embedded(limits: EmbeddedLimits = EmbeddedLimits()) -> Bus {
        let board = NIOLockedValueBox(
            BusBoard(maxMessages: limits.pendingMessages, maxBytes: limits.pendingBytes))
        return Bus(
            publish: { channel, message in
                guard board.withLockedValue({ $0.post(channel, message) }) else { return }
                deliver(channel, on: board)
            },
            subscribe: { channel, receive in
                let id = board.withLockedValue { $0.subscribe(channel, receive) }
                return Subscription { board.withLockedValue { $0.cancel(channel, id) } }
            })
    }

    /// Calls subscribers without the lock, so that one may cancel itself, or take a lock of its own, while it hears.
    private static func deliver(_ channel: String, on board: NIOLockedValueBox<BusBoard>) {
        while let (messages, subscribers) = board.withLockedValue({ $0.next(channel) }) {
            for message in messages {
                for subscriber in subscribers where board.withLockedValue({ $0.isSubscribed(channel, subscriber.id) }) {
                    subscriber.receive(message)
                }
            }
        }
    }
}
