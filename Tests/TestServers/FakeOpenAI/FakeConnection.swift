import NIOCore
import NIOHTTP1

/// Plays the answer to each request of one connection. The next step starts only when the kernel took the last one, so
/// a client that stops reading stops the fake.
final class FakeConnection: ChannelInboundHandler {
    typealias InboundIn = GatheredRequest
    typealias OutboundOut = ByteBuffer

    private let records: Watched<FakeRecords>
    private var answer: FakeAnswer?
    private var carried: [Int] = []
    private var running: Int?

    init(_ records: Watched<FakeRecords>) { self.records = records }

    func channelInactive(context: ChannelHandlerContext) {
        records.change { records in
            for id in carried { records.closed(id, midway: id == running) }
        }
        running = nil
        answer = nil
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) { respond(unwrapInboundIn(data), context) }

    private func respond(_ arrived: GatheredRequest, _ context: ChannelHandlerContext) {
        let head = arrived.head
        let known = records.read { $0.key }
        if let known, head.headers.first(name: "authorization") != "Bearer \(known)" {
            return send(FakePage.page(401, "application/json", FakePage.error("invalid_api_key")), context)
        }
        if head.uri.hasSuffix("/models") {
            note(arrived)
            return send(FakePage.page(200, "application/json", #"{"object":"list","data":[]}"#), context)
        }
        guard head.uri.hasSuffix("/chat/completions"), head.method == .POST else {
            return send(FakePage.page(404, "application/json", FakePage.error("unknown_url")), context)
        }
        let (request, script) = records.change { records in
            let request = arrived.numbered(records.requests.count + 1)
            return (request, records.arrived(request))
        }
        carried.append(request.id)
        running = request.id
        answer = FakeAnswer(script, to: request.chat)
        begin(script, context)
    }

    private func begin(_ script: FakeScript, _ context: ChannelHandlerContext) {
        let isTime = records.change { records in
            if records.stats.running >= script.together { records.mostTogether = script.together }
            return records.mostTogether >= script.together
        }
        if isTime { return play(context) }
        let later = context.loopBound
        context.eventLoop.assumeIsolated().scheduleTask(in: .milliseconds(5)) { self.begin(script, later.value) }
    }

    private func note(_ request: GatheredRequest) {
        records.change { $0.requests.append(request.numbered($0.requests.count + 1)) }
    }

    private func play(_ context: ChannelHandlerContext) {
        guard let id = running, let step = answer?.step() else { return finish() }
        switch step {
        case .bytes(let bytes): write(bytes, "", id, context)
        case .token(let text, let bytes): write(bytes, text, id, context)
        case .pause(let time):
            let later = context.loopBound
            let wait = TimeAmount(time)
            context.eventLoop.assumeIsolated().scheduleTask(in: wait) { self.play(later.value) }
        case .hold: break
        case .close:
            finish()
            context.close(promise: nil)
        }
    }

    private func finish() {
        guard let id = running else { return }
        running = nil
        answer = nil
        records.change { $0.ended(id) }
    }

    private func write(_ bytes: [UInt8], _ text: String, _ id: Int, _ context: ChannelHandlerContext) {
        let later = context.loopBound
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: bytes))).assumeIsolated().whenSuccess {
            self.records.change { records in
                records.exchanges[id]?.bytesSent += bytes.count
                records.exchanges[id]?.text += text
            }
            // Through the loop rather than at once: a long answer must not grow the stack.
            later.value.eventLoop.assumeIsolated().execute { self.play(later.value) }
        }
    }

    private func send(_ bytes: [UInt8], _ context: ChannelHandlerContext) {
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: bytes)), promise: nil)
    }
}
