public import NIOCore
import Synchronization

/// The owner's end of one socket: usable from any thread, returns at once. What is sent from one thread leaves in order;
/// what is sent after the close is dropped.
public final class WebSocketConnection: Sendable {
    private let eventLoop: any EventLoop
    private let driver: NIOLoopBound<SocketDriver>
    private let hardBacklog: Int
    private let waiting = Atomic<Int>(0)

    /// The other end's address as the kernel sees it (a proxy's, behind a proxy), without the port.
    public let peer: String?

    init(driver: SocketDriver, channel: any Channel, hardBacklog: Int) {
        eventLoop = channel.eventLoop
        self.driver = NIOLoopBound(driver, eventLoop: channel.eventLoop)
        self.hardBacklog = hardBacklog
        peer = channel.remoteAddress?.ipAddress
    }

    /// Payload bytes sent here that the kernel has not taken yet.
    public var backlog: Int { waiting.load(ordering: .relaxed) }

    /// Sends a text message.
    public func send(_ text: String) {
        let cost = text.utf8.count
        guard reserve(cost) else { return onLoop { $0.overflowed() } }
        onLoop { $0.send(text, cost: cost) }
    }

    /// Sends a binary message.
    public func send(_ bytes: ByteBuffer) {
        let cost = bytes.readableBytes
        guard reserve(cost) else { return onLoop { $0.overflowed() } }
        onLoop { $0.send(bytes, cost: cost) }
    }

    /// Sends a close frame and ends the connection when it is answered, or after `WebSocketLimits.closeTimeout`.
    public func close(_ code: UInt16, _ reason: String = "") {
        onLoop { $0.close(code, reason) }
    }

    /// Gives back what `send` has reserved.
    func release(_ cost: Int) { waiting.subtract(cost, ordering: .relaxed) }

    /// Counts bytes that wait, whatever the limit.
    func charge(_ cost: Int) { waiting.add(cost, ordering: .relaxed) }

    private func reserve(_ cost: Int) -> Bool {
        guard backlog + cost <= hardBacklog else { return false }
        charge(cost)
        return true
    }

    private func onLoop(_ work: @escaping @Sendable (SocketDriver) -> Void) {
        if eventLoop.inEventLoop {
            work(driver.value)
        } else {
            eventLoop.execute { [driver] in work(driver.value) }
        }
    }
}
