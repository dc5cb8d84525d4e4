import NIOCore
import NIOHTTP1

/// Stands behind the HTTP parser. It refuses what `RequestRules` refuses, and ends a connection whose client asked for
/// another protocol and did not get it: the parser takes nothing behind such a request.
final class RequestGate: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    /// Requests passed on whose answer is not complete. Answers come in order, so the last request's turn has come when
    /// this is 1.
    private var inFlight = 0
    private var isReadingRequest = false
    private var endsWithAnswer = false
    /// A refusal that waits for the answers before it.
    private var refusal: Refusal?
    private var isOver = false

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isOver, refusal == nil else { return }
        switch Self.unwrapInboundIn(data) {
        case .head(let head): take(head, context)
        case .body: context.fireChannelRead(data)
        case .end:
            isReadingRequest = false
            tell(endsWithAnswer ? .upgradeAsked : .requestRead, context)
            context.fireChannelRead(data)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard !isOver, let error = error as? HTTPParserError, !isReadingRequest else {
            return context.fireErrorCaught(error)
        }
        refuse(Refusal(parsing: error), context)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard !isOver else {
            promise?.fail(ChannelError.ioOnClosedChannel)
            return
        }
        switch Self.unwrapOutboundIn(data) {
        case .head(let head) where head.status == .switchingProtocols:
            endsWithAnswer = false
            context.write(data, promise: promise)
        case .head(var head) where isLast && head.status.code >= 200:
            head.headers.replaceOrAdd(name: "Connection", value: "close")
            context.write(Self.wrapOutboundOut(.head(head)), promise: promise)
        case .end:
            let isLast = isLast
            inFlight -= 1
            context.write(data, promise: promise)
            if isLast { end(context) } else if inFlight == 0, let refusal { answer(refusal, context) }
        default:
            context.write(data, promise: promise)
        }
    }

    private var isLast: Bool { endsWithAnswer && inFlight == 1 }

    private func take(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        if let refusal = Refusal(of: head) { return refuse(refusal, context) }
        inFlight += 1
        isReadingRequest = true
        endsWithAnswer = head.offersUpgrade
        tell(.headRead, context)
        context.fireChannelRead(Self.wrapInboundOut(.head(head)))
    }

    private func refuse(_ refusal: Refusal, _ context: ChannelHandlerContext) {
        self.refusal = refusal
        if inFlight == 0 { answer(refusal, context) }
    }

    private func answer(_ refusal: Refusal, _ context: ChannelHandlerContext) {
        let body = ByteBuffer(string: #"{"detail":"\#(refusal.detail)","code":"\#(refusal.code)"}"#)
        var headers = HTTPHeaders([
            ("Content-Type", "application/json; charset=utf-8"), ("Content-Length", "\(body.readableBytes)"),
            ("Connection", "close"),
        ])
        for (name, value) in refusal.headers { headers.add(name: name, value: value) }
        let head = HTTPResponseHead(version: .http1_1, status: refusal.status, headers: headers)
        context.write(Self.wrapOutboundOut(.head(head)), promise: nil)
        context.write(Self.wrapOutboundOut(.body(.byteBuffer(body))), promise: nil)
        context.write(Self.wrapOutboundOut(.end(nil)), promise: nil)
        end(context)
    }

    private func end(_ context: ChannelHandlerContext) {
        isOver = true
        context.flush()
        tell(.refused, context)
        context.close(mode: .output, promise: nil)
    }

    private func tell(_ progress: InboundGuard.Progress, _ context: ChannelHandlerContext) {
        context.triggerUserOutboundEvent(progress, promise: nil)
    }
}
