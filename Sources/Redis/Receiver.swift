internal import Foundation
internal import NIOConcurrencyHelpers

/// One listener. Delivery and cancellation exclude each other, so that nothing is delivered once `cancel` has returned;
/// the lock is recursive so that a listener may cancel itself from within a delivery.
final class Receiver: Sendable {
    private let turn = NSRecursiveLock()
    private let isCancelled = NIOLockedValueBox(false)
    private let receive: @Sendable ([UInt8]) -> Void

    init(_ receive: @escaping @Sendable ([UInt8]) -> Void) { self.receive = receive }

    func deliver(_ message: [UInt8]) {
        turn.withLock {
            if !isCancelled.withLockedValue({ $0 }) { receive(message) }
        }
    }

    func cancel() {
        turn.withLock { isCancelled.withLockedValue { $0 = true } }
    }
}
