import NIOCore

/// Reads calls off one connection and plays what becomes of each.
final class FakeBotConnection: ChannelInboundHandler {
    typealias InboundIn = GatheredRequest
    typealias OutboundOut = ByteBuffer

    private let book: Watched<FakeBotBook>

    init(_ book: Watched<FakeBotBook>) { self.book = book }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) { respond(unwrapInboundIn(data), context) }

    private func respond(_ request: GatheredRequest, _ context: ChannelHandlerContext) {
        let moves = book.change { $0.take(request.numbered($0.calls.count + 1)) }
        for move in moves { play(move, context) }
    }

    private func play(_ move: FakeMove, _ context: ChannelHandlerContext) {
        switch move {
        case .bytes(let bytes): context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: bytes)), promise: nil)
        case .pause, .hold: break
        case .close: context.close(promise: nil)
        case .reset: reset(context.channel)
        }
    }
}
