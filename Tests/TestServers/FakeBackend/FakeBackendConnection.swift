import NIOCore

/// Reads requests off one connection and plays what becomes of each.
final class FakeBackendConnection: ChannelInboundHandler {
    typealias InboundIn = GatheredRequest
    typealias OutboundOut = ByteBuffer

    private let book: Watched<FakeBook>
    private let store: FakeBackend.Store
    private var carried: [Int] = []
    private var moves: ArraySlice<FakeMove> = []

    init(_ book: Watched<FakeBook>, _ store: @escaping FakeBackend.Store) {
        self.book = book
        self.store = store
    }

    func channelInactive(context: ChannelHandlerContext) {
        book.change { book in
            for id in carried { book.closedAt[id] = .now }
        }
        moves = []
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) { respond(unwrapInboundIn(data), context) }

    /// The work is done, and handed to the test's store, before the first byte of an answer leaves.
    private func respond(_ arrived: GatheredRequest, _ context: ChannelHandlerContext) {
        let (fault, work) = book.change { book in
            let request = arrived.numbered(book.requests.count + 1)
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
