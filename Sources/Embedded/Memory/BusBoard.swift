/// Who listens to what, and what waits to be told, as a plain value. The caller delivers outside its lock:
///
///     post ──▶ true: become the channel's only deliverer ──▶ next … next ──▶ nil: done
///          └─▶ false: someone is delivering already, or nobody listens
///
/// One deliverer a channel keeps the order the same for every subscriber.
struct BusBoard {
    typealias Receive = @Sendable ([UInt8]) -> Void

    /// One who listens.
    struct Subscriber {
        let id: Int
        let receive: Receive
    }

    private struct Channel {
        var subscribers: [Subscriber] = []
        var pending: [[UInt8]] = []
        var pendingBytes = 0
        var isDelivering = false
    }

    let maxMessages: Int
    let maxBytes: Int
    private var channels: [String: Channel] = [:]
    private var lastID = 0

    init(maxMessages: Int, maxBytes: Int) {
        self.maxMessages = maxMessages
        self.maxBytes = maxBytes
    }

    /// How many channels are known; one is forgotten with its last subscriber.
    var channelCount: Int { channels.count }

    mutating func subscribe(_ name: String, _ receive: @escaping Receive) -> Int {
        lastID += 1
        channels[name, default: Channel()].subscribers.append(Subscriber(id: lastID, receive: receive))
        return lastID
    }

    mutating func cancel(_ name: String, _ id: Int) {
        channels[name]?.subscribers.removeAll { $0.id == id }
        forget(name)
    }

    func isSubscribed(_ name: String, _ id: Int) -> Bool {
        channels[name]?.subscribers.contains { $0.id == id } ?? false
    }

    /// Queues a message; true when the caller must now deliver. Without a subscriber, or over the bounds, it is lost.
    mutating func post(_ name: String, _ message: [UInt8]) -> Bool {
        guard var channel = channels[name], !channel.subscribers.isEmpty, channel.pending.count < maxMessages,
            channel.pendingBytes + message.count <= maxBytes
        else { return false }
        channel.pending.append(message)
        channel.pendingBytes += message.count
        let isFree = !channel.isDelivering
        channel.isDelivering = true
        channels[name] = channel
        return isFree
    }

    /// The oldest waiting messages and who hears them; nil ends the delivery.
    mutating func next(_ name: String) -> (messages: [[UInt8]], subscribers: [Subscriber])? {
        guard var channel = channels[name] else { return nil }
        let messages = channel.pending
        channel.pending = []
        channel.pendingBytes = 0
        channel.isDelivering = !messages.isEmpty
        channels[name] = channel
        forget(name)
        return messages.isEmpty ? nil : (messages, channel.subscribers)
    }

    private mutating func forget(_ name: String) {
        guard let channel = channels[name], channel.subscribers.isEmpty, !channel.isDelivering else { return }
        channels[name] = nil
    }
}
