import NIOCore
import TestServers
import Testing

@testable import Server

@Suite("The owner's end of a socket")
struct WebSocketConnectionTests {
    private func limits(_ change: (inout WebSocketLimits) -> Void) -> WebSocketLimits {
        var limits = WebSocketLimits()
        change(&limits)
        return limits
    }

    @Test("A reader that stops is closed with 4408 after the stall, and its backlog was bounded all along (F09)")
    func slowReader() async throws {
        let small = limits {
            $0.softBacklog = 64 << 10
            $0.hardBacklog = 8 << 20
            $0.stall = .milliseconds(300)
        }
        try await EchoServer.with(small) { server in
            let socket = try await RawWebSocket.connect(port: server.port, path: "/echo", receiveBuffer: 4_096)
            try await socket.connection.stopReading()
            #expect(try await eventually { server.connections.count == 1 })
            let connection = server.connections[0]
            let text = String(repeating: "y", count: 32 << 10)
            // More than the kernel takes for a reader with a small window.
            for _ in 0..<200 { connection.send(text) }
            #expect(connection.backlog > small.softBacklog)
            #expect(connection.backlog <= small.hardBacklog)
            #expect(try await eventually { server.closed == [CloseCode.tooSlow] })
            connection.send("after the end")
            #expect(try await eventually { server.sockets.count == 0 })
            #expect(try await eventually { connection.backlog == 0 })
            await socket.end()
        }
    }

    @Test("An owner that floods a reader past the hard backlog loses the socket at once; others do not notice")
    func hardBacklog() async throws {
        let small = limits {
            $0.softBacklog = 64 << 10
            $0.hardBacklog = 256 << 10
        }
        try await EchoServer.with(small) { server in
            let control = try await RawWebSocket.connect(port: server.port, path: "/echo")
            #expect(try await eventually { server.connections.count == 1 })
            let socket = try await RawWebSocket.connect(port: server.port, path: "/echo", receiveBuffer: 4_096)
            try await socket.connection.stopReading()
            #expect(try await eventually { server.connections.count == 2 })
            let connection = server.connections[1]
            let text = String(repeating: "z", count: 16 << 10)
            let isOver = try await eventually {
                connection.send(text)
                return connection.backlog > small.hardBacklog || !server.closed.isEmpty
            }
            #expect(isOver && server.closed == [CloseCode.tooSlow])
            control.send(text: "unaffected")
            #expect(try await control.nextText() == "unaffected")
            await control.end()
            await socket.end()
        }
    }

    @Test("A thousand messages from several threads all arrive, each thread's in order")
    func manySenders() async throws {
        try await EchoServer.with { server in
            let socket = try await RawWebSocket.connect(port: server.port, path: "/echo")
            #expect(try await eventually { server.connections.count == 1 })
            let connection = server.connections[0]
            await withTaskGroup(of: Void.self) { group in
                for sender in 0..<4 {
                    group.addTask { for number in 0..<250 { connection.send("\(sender) \(number)") } }
                }
            }
            var next = [0, 0, 0, 0]
            for _ in 0..<1_000 {
                let parts = try await socket.nextText().split(separator: " ").compactMap { Int($0) }
                #expect(parts[1] == next[parts[0]])
                next[parts[0]] += 1
            }
            #expect(try await eventually { connection.backlog == 0 })
            #expect(connection.peer == "127.0.0.1")
            await socket.end()
        }
    }
}
