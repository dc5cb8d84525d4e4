internal import Chat
internal import HTTPTypes
internal import Hummingbird
internal import Ports

/// What a handshake says about the socket it asks for.
///
/// The first carrier of a credential that is there counts: a subprotocol `ticket.<t>` or `bearer.<jwt>` beside `reho.v2`,
/// the `Authorization` header, `?ticket=`, and last `?token=` for the old clients. Whether it is any good is the
/// conversation's to say, on the open socket, because a browser cannot read a refused handshake.
extension Arrival {
    /// Reads a handshake; nothing in it is an error here.
    init(_ request: Request) {
        let offers = request.headers[values: .secWebSocketProtocol].joined(separator: ",").split(separator: ",")
            .map { String($0.filter { $0 != " " && $0 != "\t" }) }
        let query = QueryReader(request)
        self.init(
            dialect: offers.contains(Dialect.v2.rawValue) ? .v2 : .legacy,
            credential: Self.offered(offers) ?? Self.header(request) ?? Self.asked(query),
            conversation: query.first("conversation_id"))
    }

    /// The subprotocol to answer with: never the one that carries a credential.
    var subprotocol: String? { dialect == .v2 ? Dialect.v2.rawValue : nil }

    private static func offered(_ offers: [String]) -> Credential? {
        for offer in offers {
            if offer.hasPrefix("ticket.") { return .ticket(String(offer.dropFirst(7))) }
            if offer.hasPrefix("bearer.") { return .bearer(String(offer.dropFirst(7))) }
        }
        return nil
    }

    private static func header(_ request: Request) -> Credential? {
        guard request.headers[.authorization] != nil else { return nil }
        // A header of another scheme is a credential that is no good, not an absent one.
        return .bearer((try? Door.bearer(of: request)) ?? "?")
    }

    private static func asked(_ query: QueryReader) -> Credential? {
        query.first("ticket").map { .ticket($0) } ?? query.first("token").map { .bearer($0) }
    }
}
