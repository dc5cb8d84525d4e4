import HTTPTypes
public import Hummingbird
public import NIOCore

/// A request context that knows its connection, which a WebSocket route needs.
public protocol WebSocketContext: RequestContext {
    /// The connection the request came on: `source.channel` of `init(source:)`.
    var channel: any Channel { get }
}

extension Response {
    /// The answer of a route to a WebSocket handshake: 101, after which `open` is given the socket; or 426 or 400 when the
    /// handshake is wrong. Middleware runs before, as for any request; if it answers with something else, that stands.
    ///
    /// `open` runs on the socket's event loop before anything is read from it, and must return at once.
    public static func webSocket(
        for request: Request, channel: any Channel, subprotocol: String? = nil, limits: WebSocketLimits = .init(),
        open: @escaping @Sendable (WebSocketConnection) -> WebSocketHandler
    ) -> Response {
        switch Handshake(request.headers) {
        case .accepted(let accept):
            let deflate = limits.compression ? agreement(request.headers) : nil
            var headers: HTTPFields = [.upgrade: "websocket", .connection: "Upgrade", .secWebSocketAccept: accept]
            headers[.secWebSocketProtocol] = subprotocol
            headers[.secWebSocketExtensions] = deflate?.answer
            // Reaches the event loop before the 101 does, as both go there from here, one after the other.
            channel.triggerUserOutboundEvent(UpgradePlan(limits: limits, deflate: deflate, open: open), promise: nil)
            return Response(status: .switchingProtocols, headers: headers)
        case .upgradeRequired:
            let headers: HTTPFields = [.upgrade: "websocket", .secWebSocketVersion: "13"]
            return problem(.upgradeRequired, "This address speaks WebSocket, version 13.", "upgrade_required", headers)
        case .refused(let detail):
            return problem(.badRequest, detail, "bad_request", [:])
        }
    }

    private static func agreement(_ headers: HTTPFields) -> DeflateAgreement? {
        DeflateAgreement.first(of: headers[values: .secWebSocketExtensions])
    }

    private static func problem(
        _ status: HTTPResponse.Status, _ detail: String, _ code: String, _ headers: HTTPFields
    ) -> Response {
        var headers = headers
        headers[.contentType] = "application/json; charset=utf-8"
        let body = ByteBuffer(string: #"{"detail":"\#(detail)","code":"\#(code)"}"#)
        return Response(status: status, headers: headers, body: .init(byteBuffer: body))
    }
}
