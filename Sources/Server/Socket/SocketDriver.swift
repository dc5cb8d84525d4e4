import NIOCore

/// The only channel handler of an upgraded connection: bytes in, messages to the owner, frames out. It holds no task and
/// no buffer while idle, and one timer at most. Decisions are `SocketState`'s, bytes are `FrameReceiver`'s.
final class SocketDriver: ChannelInboundHandler, NIOScheduledCallbackHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    let limits: WebSocketLimits
    private let deflate: DeflateAgreement?
    private let sockets: OpenSockets
    private var receiver: FrameReceiver
    private(set) var state: SocketState
    private var handler: WebSocketHandler?
    private var connection: WebSocketConnection?
    private var context: ChannelHandlerContext?
    private var timer = DeadlineTimer()
    /// The code of the first close frame, ours or theirs.
    private var closedWith: UInt16?

    init(limits: WebSocketLimits, deflate: DeflateAgreement?, sockets: OpenSockets, now: NIODeadline) {
        self.limits = limits
        self.deflate = deflate
        self.sockets = sockets
        receiver = FrameReceiver(limits: limits, isCompressionAgreed: deflate != nil)
        let jitter = TimeAmount.nanoseconds(.random(in: limits.ping.nanoseconds * 12 / 25...limits.ping.nanoseconds))
        state = SocketState(limits: limits, firstPing: jitter, now: now)
    }

    /// Hands the socket to its owner. Nothing is read before this has returned, so nothing can be missed.
    func open(_ owner: (WebSocketConnection) -> WebSocketHandler) {
        guard let context else { return }
        let connection = WebSocketConnection(driver: self, channel: context.channel, hardBacklog: limits.hardBacklog)
        self.connection = connection
        let handler = owner(connection)
        self.handler = handler
        act(nil)
    }

    /// Begins to read; the server may have been told to stop a moment before.
    func start(isQuiescing: Bool) {
        if isQuiescing { quiesce() }
        context?.read()
    }

    // MARK: From the network

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        sockets.opened()
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        act(state.end())
        timer.cancel()
        connection = nil
        self.context = nil
        sockets.closed()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var bytes = Self.unwrapInboundIn(data)
        let now = now
        state.heard()
        do throws(ProtocolViolation) {
            while isListening, let received = try receiver.next(&bytes) {
                state.read(isMidMessage: receiver.isMidMessage, now)
                take(received)
            }
        } catch {
            act(state.violated(error, now))
        }
        state.read(isMidMessage: receiver.isMidMessage, now)
        rearm()
    }

    /// Reads are asked for here: what stands behind in the pipeline was told that the connection is over.
    func channelReadComplete(context: ChannelHandlerContext) { context.read() }

    func channelInactive(context: ChannelHandlerContext) {
        act(state.end())
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { act(state.end()) }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        case is ChannelShouldQuiesceEvent: quiesce()
        case ChannelEvent.inputClosed: act(state.end())
        default: break
        }
    }

    func handleScheduledCallback(eventLoop: some EventLoop) {
        timer.rang()
        act(state.elapsed(now))
    }

    private var isListening: Bool {
        switch state.phase {
        case .open, .closing: true
        case .lingering, .over: false
        }
    }

    private func take(_ received: MessageAssembler.Received) {
        switch received {
        case .text(let text):
            if state.isOpen { handler?.onText(text) }
        case .binary(let bytes):
            if state.isOpen { deliver(bytes) }
        case .ping(let payload):
            act(state.pinged(payload, now))
        case .pong:
            break
        case .close(let code, _):
            act(state.closedByPeer(code, now))
        }
    }

    private func deliver(_ bytes: ByteBuffer) {
        if let whole = handler?.onBinaryMessage { whole(bytes) } else { handler?.onBinary(bytes.readableBytes) }
    }

    // MARK: From the owner, on the event loop

    func send(_ text: String, cost: Int) {
        guard state.isOpen else { return forget(cost) }
        if let packed = compressed(cost, { ByteBuffer(string: text) }) {
            write(FrameWriter.frame(.text, packed, isCompressed: true), cost: cost)
        } else {
            write(FrameWriter.text(text), cost: cost)
        }
    }

    func send(_ bytes: ByteBuffer, cost: Int) {
        guard state.isOpen else { return forget(cost) }
        let packed = compressed(cost) { bytes }
        write(FrameWriter.frame(.binary, packed ?? bytes, isCompressed: packed != nil), cost: cost)
    }

    func close(_ code: UInt16, _ reason: String) { act(state.close(code, reason, now)) }

    /// The owner sends faster than the other side takes, past all limits.
    func overflowed() { close(CloseCode.tooSlow, "too much is waiting") }

    private func quiesce() {
        guard state.isOpen else { return }
        guard let onDraining = handler?.onDraining else { return close(CloseCode.draining, "shutting down") }
        state.draining(now)
        rearm()
        onDraining()
    }

    private func forget(_ cost: Int) { connection?.release(cost) }

    private func compressed(_ size: Int, _ payload: () -> ByteBuffer) -> ByteBuffer? {
        guard let deflate, size >= limits.compressionThreshold else { return nil }
        let packed = DeflateHandle.deflate(payload(), maxWindowBits: deflate.serverWindowBits)
        return packed.flatMap { $0.readableBytes < size ? $0 : nil }
    }

    // MARK: To the network

    /// Does what the state says; the first time that is the end, the owner is told.
    private func act(_ action: SocketState.Action?) {
        perform(action)
        if !state.isOpen, let context, let handler {
            self.handler = nil
            // Later, not now: the owner may be inside `send` or `close`, holding a lock of its own.
            context.eventLoop.execute { [closedWith] in handler.onClosed(closedWith) }
        }
        rearm()
    }

    private func perform(_ action: SocketState.Action?) {
        guard let context, let action else { return }
        switch action {
        case .ping(let payload): put(FrameWriter.frame(.ping, payload), context)
        case .pong(let payload): answer(FrameWriter.frame(.pong, payload))
        case .close(let code, let reason): goodbye(code, reason, context)
        case .bye(let code, let reason):
            goodbye(code, reason, context)
            context.close(mode: .output, promise: nil)
        case .shut: context.close(mode: .output, promise: nil)
        case .drop: context.close(promise: nil)
        }
    }

    private func goodbye(_ code: UInt16?, _ reason: String, _ context: ChannelHandlerContext) {
        closedWith = code
        put(FrameWriter.close(code, reason), context)
    }

    /// A pong counts like a message: a side that pings and never reads must not fill our memory.
    private func answer(_ frame: ByteBuffer) {
        connection?.charge(frame.readableBytes)
        write(frame, cost: frame.readableBytes)
    }

    private func write(_ frame: ByteBuffer, cost: Int) {
        guard let context, let connection else { return }
        let promise = context.eventLoop.makePromise(of: Void.self)
        promise.futureResult.assumeIsolated().whenComplete { _ in
            connection.release(cost)
            self.state.taken(backlog: connection.backlog, self.now)
        }
        context.writeAndFlush(Self.wrapOutboundOut(frame), promise: promise)
        act(state.queued(backlog: connection.backlog, now))
    }

    private func put(_ frame: ByteBuffer, _ context: ChannelHandlerContext) {
        context.writeAndFlush(Self.wrapOutboundOut(frame), promise: nil)
    }

    private func rearm() {
        if let context { timer.ring(by: state.next, on: context.eventLoop, self) }
    }

    /// The event loop's own clock, which a test can turn.
    private var now: NIODeadline { context?.eventLoop.now ?? .now() }
}
