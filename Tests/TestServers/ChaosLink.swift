internal import NIOConcurrencyHelpers
internal import NIOCore

/// What all connections of one proxy share.
final class ChaosSwitches: Sendable {
    private struct State {
        var toxics: [ChaosDirection: [ChaosToxic]] = [:]
        var open: [ObjectIdentifier: any Channel] = [:]
        var accepted = 0
    }

    private let state = NIOLockedValueBox(State())

    func set(_ toxics: [ChaosToxic], for direction: ChaosDirection) {
        state.withLockedValue { $0.toxics[direction] = toxics }
    }

    func toxics(_ direction: ChaosDirection) -> [ChaosToxic] {
        state.withLockedValue { $0.toxics[direction] ?? [] }
    }

    func open() -> [any Channel] { state.withLockedValue { Array($0.open.values) } }
    var accepted: Int { state.withLockedValue { $0.accepted } }

    func opened(_ client: any Channel) {
        state.withLockedValue { state in
            state.open[ObjectIdentifier(client)] = client
            state.accepted += 1
        }
        client.closeFuture.whenComplete { _ in
            self.state.withLockedValue { _ = $0.open.removeValue(forKey: ObjectIdentifier(client)) }
        }
    }
}

/// One direction of one connection: takes bytes from its own channel and gives them to the peer as planned.
final class ChaosLink: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let peer: any Channel
    private let direction: ChaosDirection
    private let switches: ChaosSwitches
    private var stream = ChaosStream()
    private var due: [ChaosStream.Due] = []
    private var isWaiting = false

    init(peer: any Channel, direction: ChaosDirection, switches: ChaosSwitches) {
        self.peer = peer
        self.direction = direction
        self.switches = switches
    }

    /// The server may speak only once the client's channel can take it.
    func channelActive(context: ChannelHandlerContext) {
        if direction == .upstream { peer.setOption(.autoRead, value: true).whenComplete { _ in } }
        context.fireChannelActive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let bytes = Array(buffer: unwrapInboundIn(data))
        due += stream.plan(bytes, toxics: switches.toxics(direction), at: .now, random: .random(in: 0..<1))
        drain(context.channel)
    }

    func channelInactive(context: ChannelHandlerContext) {
        due.append(ChaosStream.Due(at: .now, step: .close))
        drain(context.channel)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    /// Takes the steps that are due, in order, and comes back for the next one.
    private func drain(_ own: any Channel) {
        while let next = due.first {
            let wait = next.at - .now
            guard wait <= .zero else { return comeBack(in: wait, own) }
            due.removeFirst()
            switch next.step {
            case .send(let bytes): peer.writeAndFlush(ByteBuffer(bytes: bytes), promise: nil)
            case .close: [peer, own].forEach { $0.close(promise: nil) }
            case .reset: [peer, own].forEach(reset)
            }
        }
    }

    private func comeBack(in wait: Duration, _ own: any Channel) {
        guard !isWaiting else { return }
        isWaiting = true
        own.eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(wait)) {
            self.isWaiting = false
            self.drain(own)
        }
    }
}
