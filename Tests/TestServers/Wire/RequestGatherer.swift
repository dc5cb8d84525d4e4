import NIOConcurrencyHelpers
import NIOCore
import NIOHTTP1

/// A request with its whole body, as a fake wants it.
struct GatheredRequest: Sendable {
    let head: HTTPRequestHead
    let body: [UInt8]

    /// The request under a number of its own.
    func numbered(_ id: Int) -> FakeRequest {
        FakeRequest(
            id: id, method: head.method.rawValue, uri: head.uri, headers: head.headers.map { ($0.name, $0.value) },
            body: body, arrivedAt: .now)
    }
}

/// Puts requests together, and says which connections there are.
final class RequestGatherer: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = GatheredRequest

    private let open: OpenConnections
    private var head: HTTPRequestHead?
    private var body: [UInt8] = []

    init(_ open: OpenConnections) { self.open = open }

    func channelActive(context: ChannelHandlerContext) {
        if !open.join(context.channel) { context.close(promise: nil) }
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        open.leave(context.channel)
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            self.head = head
            body = []
        case .body(let bytes): body += bytes.readableBytesView
        case .end:
            guard let head else { return }
            context.fireChannelRead(wrapInboundOut(GatheredRequest(head: head, body: body)))
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}

/// The connections of one listener.
final class OpenConnections: Sendable {
    private struct State {
        var channels: [ObjectIdentifier: any Channel] = [:]
        var accepted = 0
        var isStopped = false
    }

    private let state = NIOLockedValueBox(State())

    /// Connections taken since the start.
    var accepted: Int { state.withLockedValue { $0.accepted } }

    /// False for one that comes after the end.
    func join(_ channel: any Channel) -> Bool {
        state.withLockedValue { state in
            state.accepted += 1
            state.channels[ObjectIdentifier(channel)] = channel
            return !state.isStopped
        }
    }

    func leave(_ channel: any Channel) {
        state.withLockedValue { $0.channels[ObjectIdentifier(channel)] = nil }
    }

    /// Closes all of them, and whoever comes from now on.
    func close() {
        let channels = state.withLockedValue { state in
            state.isStopped = true
            return Array(state.channels.values)
        }
        for channel in channels { channel.close(promise: nil) }
    }
}
