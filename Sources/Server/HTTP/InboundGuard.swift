import NIOCore

/// Stands first on a connection and keeps its clock: a head has its deadline, a body has its own (slowloris), and while
/// an upgrade is being decided, or after a refusal, nothing of what the client sends on is kept in memory.
final class InboundGuard: ChannelDuplexHandler, RemovableChannelHandler, NIOScheduledCallbackHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer
    typealias OutboundIn = Any

    /// What the handlers behind the parser tell about the request that is being read.
    enum Progress {
        case headRead
        case requestRead
        /// The last byte of HTTP was read: take no more until it is clear what follows.
        case upgradeAsked
        /// The connection ends with this answer.
        case refused
    }

    private enum Stage {
        case between
        case head
        case body
        case held
        case over
    }

    private let limits: HTTPLimits
    private var stage = Stage.head
    private var isReadWanted = false
    private var due = NIODeadline.distantFuture
    private var timer = DeadlineTimer()
    private var context: ChannelHandlerContext?

    init(limits: HTTPLimits) { self.limits = limits }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        enter(.head, for: limits.headDeadline)
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        timer.cancel()
        self.context = nil
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if stage == .over { return }
        if stage == .between { enter(.head, for: limits.headDeadline) }
        context.fireChannelRead(data)
    }

    func read(context: ChannelHandlerContext) {
        if stage == .held { isReadWanted = true } else { context.read() }
    }

    func triggerUserOutboundEvent(context: ChannelHandlerContext, event: Any, promise: EventLoopPromise<Void>?) {
        guard let progress = event as? Progress else {
            return context.triggerUserOutboundEvent(event, promise: promise)
        }
        switch progress {
        case .headRead: enter(.body, for: limits.bodyDeadline)
        case .requestRead: enter(.between, for: nil)
        case .upgradeAsked: enter(.held, for: nil)
        case .refused:
            enter(.over, for: limits.linger)
            if isReadWanted { context.read() }
        }
        promise?.succeed()
    }

    func handleScheduledCallback(eventLoop: some EventLoop) {
        timer.rang()
        if eventLoop.now >= due { context?.close(promise: nil) } else { timer.ring(by: due, on: eventLoop, self) }
    }

    private func enter(_ stage: Stage, for limit: TimeAmount?) {
        guard let context else { return }
        self.stage = stage
        due = limit.map { context.eventLoop.now + $0 } ?? .distantFuture
        timer.ring(by: due, on: context.eventLoop, self)
    }
}
