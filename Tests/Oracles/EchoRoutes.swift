import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOHTTPTypes

@testable import Server

/// The far end of a connection, where the server's task would stand: answers each request as soon as it is whole.
final class EchoRoutes: ChannelInboundHandler {
    typealias InboundIn = HTTPRequestPart
    typealias OutboundOut = HTTPResponsePart

    static let logger = Logger(label: "quiet") { _ in SwiftLogNoOpLogHandler() }

    /// Requests that were answered with 101, as they were heard.
    private(set) var upgraded: [HTTPRequest] = []
    private var head: HTTPRequest?

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch Self.unwrapInboundIn(data) {
        case .head(let head): self.head = head
        case .body: break
        case .end:
            guard let head else { return }
            self.head = nil
            answer(head, context)
        }
    }

    /// What the server's task does when its connection fails, or leaves.
    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    private func answer(_ head: HTTPRequest, _ context: ChannelHandlerContext) {
        var response = Response(status: .ok, headers: [.contentLength: "0"])
        if head.path == "/ws" {
            let request = Request(head: head, body: .init(buffer: ByteBuffer()))
            response = .webSocket(for: request, channel: context.channel) { connection in
                WebSocketHandler(onText: { connection.send($0) }, onBinaryMessage: { connection.send($0) })
            }
            if response.status == .switchingProtocols { upgraded.append(head) }
        }
        var fields = response.headers
        if response.status != .switchingProtocols { fields[.contentLength] = "0" }
        let answer = HTTPResponse(status: response.status, headerFields: fields)
        context.write(Self.wrapOutboundOut(.head(answer)), promise: nil)
        context.writeAndFlush(Self.wrapOutboundOut(.end(nil)), promise: nil)
    }
}
