import Chat
import Hummingbird
import NIOCore
import Ports
import Testing

@testable import Routes

@Suite struct ArrivalTests {
    private func arrival(_ path: String, _ headers: HTTPFields = [:]) -> Arrival {
        Arrival(
            Request(
                head: HTTPRequest(
                    method: .get, scheme: "http", authority: "localhost", path: path, headerFields: headers),
                body: .init(buffer: ByteBuffer())))
    }

    private func offer(_ text: String) -> HTTPFields { [.secWebSocketProtocol: text] }

    @Test("an old client shows its token in the query and speaks the old frames")
    func legacy() {
        let found = arrival("/chat/ws?token=a.b.c&conversation_id=default_x")
        #expect(found == Arrival(dialect: .legacy, credential: .bearer("a.b.c"), conversation: "default_x"))
        #expect(found.subprotocol == nil)
    }

    @Test("a subprotocol carries the credential and is never the one that is chosen")
    func subprotocols() {
        let bearer = arrival("/chat/ws", offer("reho.v2, bearer.a.b.c"))
        #expect(bearer == Arrival(dialect: .v2, credential: .bearer("a.b.c"), conversation: nil))
        #expect(bearer.subprotocol == "reho.v2")
        let ticket = arrival("/chat/ws", offer("ticket.xyz,reho.v2"))
        #expect(ticket.credential == .ticket("xyz"))
        #expect(ticket.subprotocol == "reho.v2")
        #expect(arrival("/chat/ws", offer("bearer.a.b.c")).subprotocol == nil)
        #expect(arrival("/chat/ws", offer("reho.v3, chat")).dialect == .legacy)
    }

    @Test("the first carrier that is there counts: subprotocol, header, ticket, token")
    func precedence() {
        var headers = offer("reho.v2, bearer.one")
        headers[.authorization] = "Bearer two"
        let path = "/chat/ws?token=four&ticket=three"
        #expect(arrival(path, headers).credential == .bearer("one"))
        headers[.secWebSocketProtocol] = "reho.v2"
        #expect(arrival(path, headers).credential == .bearer("two"))
        #expect(arrival(path).credential == .ticket("three"))
        #expect(arrival("/chat/ws?token=four").credential == .bearer("four"))
    }

    @Test("no credential is none; a header that is no bearer is a bad one and not an absent one")
    func absent() {
        #expect(arrival("/chat/ws").credential == nil)
        #expect(arrival("/chat/ws?token=&ticket=").credential == nil)
        #expect(arrival("/chat/ws", [.authorization: "Basic abc"]).credential == .bearer("?"))
    }

    @Test("an empty conversation counts as none; one with spaces and slashes is read as it was meant")
    func conversation() {
        #expect(arrival("/chat/ws?conversation_id=").conversation == nil)
        #expect(arrival("/chat/ws?conversation_id=a%20b%2Fc").conversation == "a b/c")
    }
}
