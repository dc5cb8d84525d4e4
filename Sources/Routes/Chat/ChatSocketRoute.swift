internal import Chat
internal import HTTPTypes
internal import Hummingbird
internal import Server

/// The only place where a socket meets a conversation. A page of an origin that is not listed is refused before the
/// upgrade; every other handshake is let in, and the conversation asks who it is.
enum ChatSocketRoute {
    static func route(_ parts: RouteParts) -> Route {
        let seats = AddressSeats(limit: parts.settings.limits.socketsPerAddress)
        return Route(method: .get, path: "/chat/ws", access: .socket, description: description) { request, context in
            guard request.isFromAllowedPage(parts.origins) else { throw Problem.originRefused }
            let address = parts.settings.proxies.origin(
                peer: context.channel.remoteAddress, forwarded: request.headers[values: .xForwardedFor].last)
            if let address, seats.isFull(address) { throw Problem.tooMany(retryAfter: .seconds(10)) }
            let arrival = Arrival(request)
            return .webSocket(for: request, channel: context.channel, subprotocol: arrival.subprotocol) { socket in
                sit(socket, address, seats) { join(socket, parts.desk, arrival, left: $0) }
            }
        }
    }

    /// Counts the socket for its address for as long as it lives; the machine itself has none.
    private static func sit(
        _ socket: WebSocketConnection, _ address: String?, _ seats: AddressSeats,
        _ join: (_ left: @escaping @Sendable () -> Void) -> WebSocketHandler
    ) -> WebSocketHandler {
        guard let address else { return join {} }
        guard seats.take(address) else {
            socket.close(overloaded, "too many sockets from here")
            return WebSocketHandler()
        }
        return join { seats.leave(address) }
    }

    /// Come back later (RFC 6455's register, 1013).
    private static let overloaded: UInt16 = 1013

    private static func join(
        _ socket: WebSocketConnection, _ desk: Desk, _ arrival: Arrival, left: @escaping @Sendable () -> Void
    ) -> WebSocketHandler {
        let outlet = Outlet(
            send: { socket.send($0) }, close: { socket.close($0, $1) }, backlog: { socket.backlog })
        let session = desk.open(arrival, outlet: outlet)
        return WebSocketHandler(
            onText: { session.received($0) }, onBinary: { session.receivedBinary($0) },
            // The desk drains: it tells every client when to come back and closes the socket itself.
            onDraining: {},
            onClosed: { _ in
                left()
                session.closed()
            })
    }

    private static let description = Operation(
        id: "chatSocket", summary: "The chat: a WebSocket, with the frames of the subprotocol reho.v2 or the old ones",
        tag: "chat",
        parameters: [
            .init(name: "conversation_id", words: "The caller's conversation to continue.", schema: Schema.text),
            .init(name: "ticket", words: "A ticket of POST /chat/ticket.", schema: Schema.text),
            .init(name: "token", words: "The bearer token, for old clients; never logged.", schema: Schema.text),
        ],
        answers: [
            .init(status: 101, words: "The socket is open; identity is told by frames."),
            .problem(400, "Not a WebSocket handshake."), .problem(403, "A page of another origin."),
            .problem(426, "Not a WebSocket request."),
        ])
}
