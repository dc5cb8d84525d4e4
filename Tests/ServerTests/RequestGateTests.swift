import NIOHTTP1
import TestServers
import Testing

@testable import Server

@Suite("What is refused before any route")
struct RequestGateTests {
    @Test("A bad request behind good ones waits for its turn, gets its status and ends the connection")
    func behindGoodOnes() async throws {
        try await EchoServer.with { server in
            let good = "GET /hello HTTP/1.1\r\nHost: a\r\n\r\n"
            for bad in ["GET /hello HTTP/1.1\r\n\r\n", "rubbish\r\n\r\n"] {
                let http = try await RawHTTP.connect(port: server.port)
                http.send(good + good + bad + good)
                #expect(try await http.response().text == "hello")
                #expect(try await http.response().text == "hello")
                let refusal = try await http.response()
                #expect(refusal.status == 400)
                #expect(refusal.text.contains(#""code":"bad_request""#))
                #expect(refusal.header("Connection") == "close")
                #expect(await http.isClosed())
            }
        }
    }

    @Test("A body that breaks off into rubbish ends the connection and no other")
    func badBody() async throws {
        try await EchoServer.with { server in
            let http = try await RawHTTP.connect(port: server.port)
            http.send("POST /hello HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")
            let status = try? await http.response().status
            #expect(status == nil || status == 400)
            #expect(try await RawHTTP.request("GET", "/hello", port: server.port).status == 200)
            await http.close()
        }
    }

    @Test("A refusal is an object with the words and the code")
    func body() {
        #expect(Refusal(parsing: .headerOverflow).status == .requestHeaderFieldsTooLarge)
        #expect(Refusal(parsing: .invalidMethod) == .badRequest("This is not a valid HTTP request."))
    }
}
