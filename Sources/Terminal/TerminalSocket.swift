internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix
internal import NIOWebSocket

/// A WebSocket client connection, as far as a terminal needs one: text both ways, pings answered, close noticed.
enum TerminalSocket {
    typealias Frames = NIOAsyncChannel<WebSocketFrame, WebSocketFrame>

    /// Longest text a server frame may carry.
    static let frameLimit = 1 << 20

    /// The handshake was refused, with the server's status.
    struct Refused: Error, CustomStringConvertible {
        let description: String
    }

    static func connect(to address: ChatAddress, token: String) async throws -> Frames {
        let upgraded = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connectTimeout(.seconds(5))
            .connect(host: address.host, port: address.port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try configure(channel, address, token)
                }
            }
        guard let frames = try await upgraded.get() else {
            throw Refused(description: "the server refused the connection; is this the chat route?")
        }
        return frames
    }

    private static func configure(
        _ channel: any Channel, _ address: ChatAddress, _ token: String
    ) throws -> EventLoopFuture<Frames?> {
        let upgrader = NIOTypedWebSocketClientUpgrader<Frames?>(maxFrameSize: frameLimit) { channel, _ in
            channel.eventLoop.makeCompletedFuture { try Frames(wrappingChannelSynchronously: channel) }
        }
        var head = HTTPRequestHead(version: .http1_1, method: .GET, uri: address.path)
        head.headers.add(name: "Host", value: "\(address.host):\(address.port)")
        head.headers.add(name: "Content-Length", value: "0")
        head.headers.add(name: "Sec-WebSocket-Protocol", value: "reho.v2, bearer.\(token)")
        let configuration = NIOTypedHTTPClientUpgradeConfiguration<Frames?>(
            upgradeRequestHead: head, upgraders: [upgrader]
        ) { channel in channel.close().map { nil } }
        var pipeline = NIOUpgradableHTTPClientPipelineConfiguration(upgradeConfiguration: configuration)
        // A server that speaks first does so in the same segment as its 101.
        pipeline.leftOverBytesStrategy = .forwardBytes
        return try channel.pipeline.syncOperations.configureUpgradableHTTPClientPipeline(configuration: pipeline)
    }

    static func text(_ text: String) -> WebSocketFrame {
        WebSocketFrame(fin: true, opcode: .text, maskKey: .random(), data: ByteBuffer(string: text))
    }

    static func pong(_ frame: WebSocketFrame) -> WebSocketFrame {
        WebSocketFrame(fin: true, opcode: .pong, maskKey: .random(), data: frame.unmaskedData)
    }

    static func close() -> WebSocketFrame {
        WebSocketFrame(fin: true, opcode: .connectionClose, maskKey: .random(), data: ByteBuffer(bytes: [3, 232]))
    }
}
