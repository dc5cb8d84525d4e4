internal import NIOConcurrencyHelpers
internal import NIOCore
internal import NIOPosix

/// Something that listens like Redis and answers each command with raw bytes of the test's choice: for replies that a
/// real server gives only in states that are hard to bring about, and for ones it never gives.
public final class FakeRedis: Sendable {
    /// Where it listens.
    public let port: Int
    private let listener: any Channel
    private let count: NIOLockedValueBox<Int>

    /// A listener that answers every command with `answer(words)`; an empty answer is silence.
    public static func start(_ answer: @escaping @Sendable ([String]) -> String) async throws -> FakeRedis {
        let count = NIOLockedValueBox(0)
        let listener = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .childChannelInitializer { client in
                count.withLockedValue { $0 += 1 }
                return client.eventLoop.makeCompletedFuture {
                    try client.pipeline.syncOperations.addHandler(FakeRedisConnection(answer))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        return FakeRedis(port: listener.localAddress?.port ?? 0, listener: listener, count: count)
    }

    private init(port: Int, listener: any Channel, count: NIOLockedValueBox<Int>) {
        self.port = port
        self.listener = listener
        self.count = count
    }

    /// Connections taken since the start.
    public var accepted: Int { count.withLockedValue { $0 } }

    /// Stops listening.
    public func stop() async { try? await listener.close().get() }
}

private final class FakeRedisConnection: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let answer: @Sendable ([String]) -> String
    private var lines: [String] = []
    private var rest = ""

    init(_ answer: @escaping @Sendable ([String]) -> String) { self.answer = answer }

    /// Arguments of the tests hold no line breaks, so lines are enough: `*n`, then n times `$length` and the word.
    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        rest += String(buffer: unwrapInboundIn(data))
        var parts = rest.split(separator: "\r\n", omittingEmptySubsequences: false).map(String.init)
        rest = parts.removeLast()
        lines += parts
        while let head = lines.first, let count = Int(head.dropFirst()), lines.count > 2 * count {
            let words = (1...count).map { lines[2 * $0] }
            lines.removeFirst(1 + 2 * count)
            let reply = answer(words)
            if !reply.isEmpty { context.writeAndFlush(NIOAny(ByteBuffer(string: reply)), promise: nil) }
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}
