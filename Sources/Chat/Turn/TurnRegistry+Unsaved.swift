import Finance
import Logging
import NIOConcurrencyHelpers
import Ports

// Answers the store did not take when they ended.
extension TurnRegistry {
    /// Whether any wait.
    var hasUnsaved: Bool { unsaved.withLockedValue { $0.count > 0 || $0.isSpilt } }

    /// An answer the store did not take; it is offered again later.
    func keepUnsaved(_ entry: Outbox.Entry) {
        unsaved.withLockedValue { $0.add(entry, at: uptime()) }
    }

    /// Takes up what an earlier life of this instance could not store.
    func recover() async {
        do throws(PortError) {
            let waiting = try await ports.outbox.waiting(settings.saving.retriesHeld)
            unsaved.withLockedValue { $0.refill(waiting) }
            if !waiting.isEmpty { record.recovered(waiting.count) }
        } catch {
            record.outboxFailed(error)
        }
    }

    /// Offers the answers whose time has come to the store again, in order.
    func saveAgain() async {
        while let entry = unsaved.withLockedValue({ $0.take(at: uptime()) }) {
            do throws(PortError) {
                try await ports.conversations.save(entry.user, entry.message)
            } catch {
                guard !error.isRetryable else { return unsaved.withLockedValue { $0.failed(at: uptime()) } }
                record.unsavable(entry, error)
            }
            await done(entry)
        }
        if unsaved.withLockedValue({ $0.isSpilt && $0.count == 0 }) { await recover() }
    }

    private func done(_ entry: Outbox.Entry) async {
        do throws(PortError) { try await ports.outbox.remove(entry.message.id) } catch { record.outboxFailed(error) }
        unsaved.withLockedValue { $0.done(entry) }
    }
}
