import HTTPTypes
public import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import NIOHTTPTypesHTTP1

extension HTTPServerBuilder {
    /// HTTP/1.1 within `limits`, on which any route may answer with `Response.webSocket(…)`. Give the same `sockets` to
    /// the application's services, so that a shutdown waits for them.
    public static func sockets(_ sockets: OpenSockets, limits: HTTPLimits = .init()) -> HTTPServerBuilder {
        HTTPServerBuilder { SocketServer(responder: $0, sockets: sockets, limits: limits) }
    }
}

/// Sets a connection up as Hummingbird does, with our guards in it and a way out to WebSocket.
struct SocketServer: HTTPChannelHandler {
    typealias Value = NIOAsyncChannel<HTTPRequestPart, HTTPResponsePart>

    let responder: Responder
    let sockets: OpenSockets
    let limits: HTTPLimits

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        channel.eventLoop.makeCompletedFuture {
            try prepare(channel, logger: logger)
            return try NIOAsyncChannel(
                wrappingChannelSynchronously: channel, configuration: .init(isOutboundHalfClosureEnabled: true))
        }
    }

    /// Puts all handlers on a connection but the one that hands its requests to a task.
    func prepare(_ channel: any Channel, logger: Logger) throws {
        let pipeline = channel.pipeline.syncOperations
        let decoder = ByteToMessageHandler(decoder())
        let idle = HTTPConnectionStateHandler(idleTimeout: Duration(limits.idle), logger: logger)
        let first = InboundGuard(limits: limits)
        let encoder = HTTPResponseEncoder()
        let rest: [any ChannelHandler & RemovableChannelHandler] = [
            RequestGate(), HTTP1ToHTTPServerCodec(secure: false),
        ]
        try pipeline.addHandlers([first, encoder, decoder] + rest)
        let leaving: [any RemovableChannelHandler] = [idle, first, encoder] + rest
        try pipeline.addHandler(UpgradeHandler(sockets: sockets, httpHandlers: leaving, decoder: decoder))
        try pipeline.addHandler(idle)
    }

    func handle(value: Value, logger: Logger) async {
        await handleHTTP(asyncChannel: value, logger: logger)
    }

    private func decoder() -> HTTPRequestDecoder {
        var heads = NIOHTTPDecoderLimitConfiguration()
        heads.maxHeaderFieldSize = limits.maxHeaderBytes
        heads.maxHeaderListSize = limits.maxHeaderBytes
        heads.maxHeaderFieldCount = limits.maxHeaderFields
        return HTTPRequestDecoder(
            leftOverBytesStrategy: .forwardBytes, informationalResponseStrategy: .drop, limitConfiguration: heads)
    }
}
