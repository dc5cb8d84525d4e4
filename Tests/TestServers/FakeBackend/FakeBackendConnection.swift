import NIOCore
import NIOHTTP1

/// Reads requests off one connection and plays what becomes of each.
final class FakeBackendConnection: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = ByteBuffer

    private let book: Watched<FakeBook>
    private let store: FakeBackend.Store
    private var head: HTTPRequestHead?
    private var body: [UInt8] = []
    private var carried: [Int] = []
    private var moves: ArraySlice<FakeMove> = []

    init(_ book: Watched<FakeBook>, _ store: @escaping FakeBackend.Store) {
        self.book = book
        self.store = store
    }

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
        book.change { book in
            book.connections[key] = nil
            for id in carried { book.closedAt[id] = .now }
        }
        moves = []
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

    /// The work is done, and handed to the test's store, before the first byte of an answer leaves.
    private func respond(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        let (fault, work) = book.change { book in
            let request = FakeRequest(
                id: book.requests.count + 1, method: head.method.rawValue, uri: head.uri,
                headers: head.headers.map { ($0.name, $0.value) }, body: body, arrivedAt: .now)
            carried.append(request.id)
            let fault = book.faults.isEmpty ? nil : book.faults.removeFirst()
            let work = fault?.isDone ?? true ? book.work(request) : nil
            // Last, so that who waits for the request finds its work done.
            book.requests.append(request)
            return (fault, work)
        }
        let puts = work?.puts ?? []
        let store = self.store
        let later = context.loopBound
        let stored = context.eventLoop.makeFutureWithTask { for put in puts { try await store(put) } }
        stored.assumeIsolated().whenComplete { result in
            var reply = work?.reply
            if case .failure = result { reply = FakeReply(FakeRefusal(500, "The store failed")) }
            self.moves = FakeReply.moves(reply, fault?.mischief)[...]
            self.play(later.value)
        }
    }

    private func play(_ context: ChannelHandlerContext) {
        guard let move = moves.popFirst() else { return }
        let later = context.loopBound
        switch move {
        case .bytes(let bytes):
            context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: bytes))).assumeIsolated().whenSuccess {
                // Through the loop rather than at once: a long answer must not grow the stack.
                later.value.eventLoop.assumeIsolated().execute { self.play(later.value) }
            }
        case .pause(let time):
            context.eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(time)) { self.play(later.value) }
        case .hold: break
        case .close: context.close(promise: nil)
        case .reset: reset(context.channel)
        }
    }
}
