import Foundation
import NIOConcurrencyHelpers
import Testing

@testable import Redis

@Suite("One listener")
struct ReceiverTests {
    @Test("hears until it is cancelled, and not after")
    func cancel() {
        let heard = NIOLockedValueBox<[[UInt8]]>([])
        let receiver = Receiver { message in heard.withLockedValue { $0.append(message) } }
        receiver.deliver([1])
        receiver.cancel()
        receiver.cancel()
        receiver.deliver([2])
        #expect(heard.withLockedValue { $0 } == [[1]])
    }

    @Test("cancelling waits for the delivery that is under way")
    func excludes() async {
        let (isInside, mayLeave) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        let order = NIOLockedValueBox<[String]>([])
        let receiver = Receiver { _ in
            isInside.signal()
            mayLeave.wait()
            order.withLockedValue { $0.append("heard") }
        }
        let threads = [
            Thread { receiver.deliver([1]) },
            Thread {
                isInside.wait()
                Thread { mayLeave.signal() }.start()
                receiver.cancel()
                order.withLockedValue { $0.append("cancelled") }
            },
        ]
        threads.forEach { $0.start() }
        _ = try? await eventually { order.withLockedValue { $0.count } == 2 }
        #expect(order.withLockedValue { $0 } == ["heard", "cancelled"])
    }
}
