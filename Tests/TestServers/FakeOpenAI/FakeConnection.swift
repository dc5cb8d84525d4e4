import NIOCore
import NIOHTTP1

/// Plays the answer to each request of one connection. The next step starts only when the kernel took the last one, so
/// a client that stops reading stops the fake.
final class FakeConnection: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = ByteBuffer

    private let records: Watched<FakeRecords>
    private var head: HTTPRequestHead?
    private var body: [UInt8] = []
    private var answer: FakeAnswer?
    private var carried: [Int] = []
    private var running: Int?

    init(_ records: Watched<FakeRecords>) { self.records = records }

    func channelActive(context: ChannelHandlerContext) {
        let channel = context.channel
        let isLate = records.change { records in
            records.stats.connections += 1
            records.connections[ObjectIdentifier(channel)] = channel
            return records.isStopped
        }
        if isLate { context.close(promise: nil) }
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        let key = ObjectIdentifier(context.channel)
        records.change { records in
            records.connections[key] = nil
            for id in carried { records.closed(id, midway: id == running) }
        }
        running = nil
        answer = nil
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            self.head = head
            body = []
        case .body(let bytes): body += bytes.readableBytesView
        case .end: respond(context)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    private func respond(_ context: ChannelHandlerContext) {
        guard let head else { return }
        let known = records.read { $0.key }
        if let known, head.headers.first(name: "authorization") != "Bearer \(known)" {
            return send(FakePage.page(401, "application/json", FakePage.error("invalid_api_key")), context)
        }
        if head.uri.hasSuffix("/models") {
            note(head)
            return send(FakePage.page(200, "application/json", #"{"object":"list","data":[]}"#), context)
        }
        guard head.uri.hasSuffix("/chat/completions"), head.method == .POST else {
            return send(FakePage.page(404, "application/json", FakePage.error("unknown_url")), context)
        }
        let (request, script) = records.change { records in
            let request = FakeConnection.request(head, body, records.requests.count + 1)
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

    private func note(_ head: HTTPRequestHead) {
        records.change { $0.requests.append(FakeConnection.request(head, body, $0.requests.count + 1)) }
    }

    private static func request(_ head: HTTPRequestHead, _ body: [UInt8], _ id: Int) -> FakeRequest {
        FakeRequest(
            id: id, method: head.method.rawValue, uri: head.uri, headers: head.headers.map { ($0.name, $0.value) },
            body: body, arrivedAt: .now)
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
