import Embedded
import Finance
import FoundationEssentials
import NIOConcurrencyHelpers
import Ports
import TestKit

/// A directory of its own for the length of `body`.
func withDirectory<Value>(_ body: (String) async throws -> Value) async throws -> Value {
    let directory = FileManager.default.temporaryDirectory.appending(path: "reho-\(Fresh.id())").path()
    defer { try? FileManager.default.removeItem(atPath: directory) }
    return try await body(directory)
}

/// An empty store for the length of `body`.
func withStore<Value>(_ body: (EmbeddedStore) async throws -> Value) async throws -> Value {
    try await withDirectory { directory in
        let store = try await EmbeddedStore.open(directory: directory)
        defer { try? store.close() }
        return try await body(store)
    }
}

extension EmbeddedStore {
    /// A port over this store with the store's own way in.
    func seeded<Port>(_ port: Port) -> Seeded<Port> {
        Seeded(port) { collection, documents in try await insert(collection: collection, documents: documents) }
    }
}

/// Time that moves only when told to.
struct ManualTime: Sendable {
    private let instant = NIOLockedValueBox(ContinuousClock().now)

    @Sendable func now() -> ContinuousClock.Instant { instant.withLockedValue { $0 } }

    @Sendable func advance(_ duration: Duration) async { instant.withLockedValue { $0 += duration } }
}
