import NIOCore
import NIOHTTP1

/// Reads calls off one connection and plays what becomes of each.
final class FakeBotConnection: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = ByteBuffer

    private let book: Watched<FakeBotBook>
    private var head: HTTPRequestHead?
    private var body: [UInt8] = []

    init(_ book: Watched<FakeBotBook>) { self.book = book }

    func channelActive(context: ChannelHandlerContext) {
        let channel = context.channel
        let isLate = book.change { book in
            book.accepted += 1
            book.connections[ObjectIdentifier(channel)] = channel
            return book.isStopped
        }
        if isLate { context.close(promise: nil) }
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        let key = ObjectIdentifier(context.channel)
        book.change { $0.connections[key] = nil }
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            self.head = head
            body = []
        case .body(let bytes): body += bytes.readableBytesView
        case .end: if let head { respond(head, context) }
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    private func respond(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        let moves = book.change { book in
            book.take(
                FakeRequest(
                    id: book.calls.count + 1, method: head.method.rawValue, uri: head.uri,
                    headers: head.headers.map { ($0.name, $0.value) }, body: body, arrivedAt: .now))
        }
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
