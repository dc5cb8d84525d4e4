import NIOConcurrencyHelpers
public import Ports

/// A bus between instances of one test.
public final class MemoryBus: Sendable {
    private typealias Ear = @Sendable ([UInt8]) -> Void
    private struct State {
        var ears: [String: [Int: Ear]] = [:]
        var lastKey = 0
    }

    private let state = NIOLockedValueBox(State())
    /// Channels that were subscribed to, in order.
    public let subscriptions = Journal<String>()
    /// Everything that was published.
    public let messages = Journal<[UInt8]>()

    /// Nobody listens yet.
    public init() {}

    /// The port over it; give the same bus to every instance.
    public var port: Bus {
        Bus(
            publish: { channel, message in
                self.messages.append(message)
                let ears = self.state.withLockedValue { $0.ears[channel] ?? [:] }
                for ear in ears.sorted(by: { $0.key < $1.key }) { ear.value(message) }
            },
            subscribe: { channel, receive in
                let key = self.state.withLockedValue { state in
                    state.lastKey += 1
                    state.ears[channel, default: [:]][state.lastKey] = receive
                    return state.lastKey
                }
                self.subscriptions.append(channel)
                return Bus.Subscription { self.state.withLockedValue { $0.ears[channel]?[key] = nil } }
            })
    }
}
