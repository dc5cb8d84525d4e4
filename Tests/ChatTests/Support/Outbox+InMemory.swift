import Finance
import NIOConcurrencyHelpers
import Ports

/// A disk in memory that a test may look at.
final class MemoryOutbox: Sendable {
    private let entries = NIOLockedValueBox<[Outbox.Entry]>([])

    /// What waits.
    var waiting: [Outbox.Entry] { entries.withLockedValue { $0 } }

    var port: Outbox {
        Outbox(
            put: { entry in
                self.entries.withLockedValue { entries in
                    entries.removeAll { $0.message.id == entry.message.id }
                    entries.append(entry)
                }
            },
            waiting: { limit in Array(self.waiting.prefix(limit)) },
            remove: { id in self.entries.withLockedValue { $0.removeAll { $0.message.id == id } } },
            forget: { user in self.entries.withLockedValue { $0.removeAll { $0.user == user } } })
    }
}
