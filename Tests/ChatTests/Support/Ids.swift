import NIOConcurrencyHelpers

/// Names carried from one bench to the next.
final class Ids: Sendable {
    private let names = NIOLockedValueBox<[String]>([])

    var all: [String] { names.withLockedValue { $0 } }
    func append(_ name: String) { names.withLockedValue { $0.append(name) } }
}
