import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// What a route has promised a client, on its way to the connection.
struct UpgradePlan: Sendable {
    var limits: WebSocketLimits
    var deflate: DeflateAgreement?
    var open: @Sendable (WebSocketConnection) -> WebSocketHandler
}

/// Turns a connection over to WebSocket when a route answers 101, and rids it of everything HTTP had there.
///
/// Hummingbird serves a connection in a task, through an async channel at the end of the pipeline. After the 101 that
/// task is ended with an error, which it takes as the end of the connection; the close it then asks for is kept from the
/// socket. What is left is `SocketDriver` alone (NIO does not let the async channel's emptied handler go):
///
/// ```
/// before: guard · encoder · decoder · gate · codec · UpgradeHandler · idle timer · async channel ◀ task
/// after:  SocketDriver · (async channel, finished)
/// ```
final class UpgradeHandler: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    /// Ends the task that served HTTP here.
    struct Upgraded: Error {}

    private enum Mode {
        case http
        case planned(UpgradePlan)
        /// The head of the 101 has left.
        case promised(UpgradePlan)
        /// The 101 has left; the socket takes over in a moment.
        case leaving
        /// The task is told to end; what it does to the connection stops here.
        case parted
    }

    private let sockets: OpenSockets
    private let httpHandlers: [any RemovableChannelHandler]
    private let decoder: any RemovableChannelHandler
    private var mode = Mode.http
    private var isQuiescing = false

    /// `httpHandlers` is all else of HTTP in the pipeline, `decoder` what hands on the bytes behind the handshake when it
    /// is removed.
    init(
        sockets: OpenSockets, httpHandlers: [any RemovableChannelHandler], decoder: any RemovableChannelHandler
    ) {
        self.sockets = sockets
        self.httpHandlers = httpHandlers
        self.decoder = decoder
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event is ChannelShouldQuiesceEvent { isQuiescing = true }
        if case .leaving = mode { return }
        context.fireUserInboundEventTriggered(event)
    }

    func triggerUserOutboundEvent(context: ChannelHandlerContext, event: Any, promise: EventLoopPromise<Void>?) {
        guard let plan = event as? UpgradePlan else {
            return context.triggerUserOutboundEvent(event, promise: promise)
        }
        mode = .planned(plan)
        promise?.succeed()
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch (mode, Self.unwrapOutboundIn(data)) {
        case (.leaving, _), (.parted, _):
            promise?.fail(ChannelError.ioOnClosedChannel)
        case (.planned(let plan), .head(var head)) where head.status == .switchingProtocols && !isQuiescing:
            mode = .promised(plan)
            head.headerFields[.contentLength] = nil
            context.write(Self.wrapOutboundOut(.head(head)), promise: promise)
        case (_, .head(let head)) where head.status == .switchingProtocols:
            let refusal = HTTPResponse(
                status: .serviceUnavailable, headerFields: [.contentLength: "0", .retryAfter: "1"])
            context.write(Self.wrapOutboundOut(.head(refusal)), promise: promise)
        case (.promised, .body):
            promise?.succeed()
        case (.promised(let plan), .end):
            mode = .leaving
            context.writeAndFlush(data, promise: promise)
            // The async channel is in the middle of this write; it is parted from when it has come out of it.
            context.eventLoop.assumeIsolated().execute { self.hand(over: plan, context) }
        default:
            context.write(data, promise: promise)
        }
    }

    func close(context: ChannelHandlerContext, mode closeMode: CloseMode, promise: EventLoopPromise<Void>?) {
        switch mode {
        case .http, .planned, .promised:
            context.close(mode: closeMode, promise: promise)
        case .leaving:
            promise?.succeed()
        case .parted:
            promise?.succeed()
            // The last thing the task does to the connection; nobody needs this handler any more.
            if closeMode == .all { context.pipeline.syncOperations.removeHandler(self, promise: nil) }
        }
    }

    private func hand(over plan: UpgradePlan, _ context: ChannelHandlerContext) {
        guard context.channel.isActive else { return }
        mode = .parted
        let pipeline = context.pipeline.syncOperations
        let driver = SocketDriver(
            limits: plan.limits, deflate: plan.deflate, sockets: sockets, now: context.eventLoop.now)
        do {
            try pipeline.addHandler(driver, position: .before(self))
            try context.channel.syncOptions?.setOption(.recvAllocator, value: Self.receiveBuffers)
        } catch {
            return context.close(promise: nil)
        }
        context.fireErrorCaught(Upgraded())
        // The owner may send at once, past HTTP; what is behind the handshake comes to it after that.
        for handler in httpHandlers { pipeline.removeHandler(handler, promise: nil) }
        driver.open(plan.open)
        pipeline.removeHandler(decoder, promise: nil)
        driver.start(isQuiescing: isQuiescing)
    }

    /// A socket hears little at a time; a connection keeps one buffer of this size.
    private static let receiveBuffers = AdaptiveRecvByteBufferAllocator(minimum: 256, initial: 512, maximum: 16 << 10)
}
