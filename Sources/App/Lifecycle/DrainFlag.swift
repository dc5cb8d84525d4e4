internal import NIOConcurrencyHelpers

/// Set once, when the service has been told to go; readiness reads it.
final class DrainFlag: Sendable {
    private let value = NIOLockedValueBox(false)

    var isSet: Bool { value.withLockedValue { $0 } }

    func set() { value.withLockedValue { $0 = true } }
}
