import Logging
import NIOCore
import ServiceLifecycle
import TestServers
import Testing

@testable import Server

@Suite("A server that is told to stop")
struct OpenSocketsTests {
    @Test("Every open socket gets 1012, and the server waits until they are gone")
    func closesSockets() async throws {
        try await EchoServer.with { server in
            var sockets: [RawWebSocket] = []
            for _ in 0..<20 { sockets.append(try await RawWebSocket.connect(port: server.port, path: "/echo")) }
            #expect(try await eventually { server.sockets.count == 20 })
            await server.terminate()
            for socket in sockets { #expect(try await socket.closed().code == CloseCode.draining) }
            #expect(await server.sockets.empty(within: .seconds(5)))
            #expect(server.closed == Array(repeating: CloseCode.draining, count: 20))
        }
    }

    @Test("An owner that wants to say goodbye first is asked, and its frame comes before the close")
    func ownGoodbye() async throws {
        let goodbye: @Sendable (WebSocketConnection) -> Void = { connection in
            connection.send("draining")
            connection.close(CloseCode.draining, "come back")
        }
        try await EchoServer.with(onDraining: goodbye) { server in
            let socket = try await RawWebSocket.connect(port: server.port, path: "/echo")
            await server.terminate()
            #expect(try await socket.nextText() == "draining")
            let end = try await socket.closed()
            #expect(end.code == CloseCode.draining && end.reason == "come back")
        }
    }

    @Test("An owner that says nothing is cut short after its time")
    func silentOwner() async throws {
        var limits = WebSocketLimits()
        limits.drain = .milliseconds(100)
        try await EchoServer.with(limits, onDraining: { _ in }) { server in
            let socket = try await RawWebSocket.connect(port: server.port, path: "/echo")
            await server.terminate()
            #expect(try await socket.closed(timeout: .seconds(3)).code == CloseCode.draining)
        }
    }

    @Test("A client that never answers the close frame delays the shutdown by the close timeout only")
    func deafClient() async throws {
        var limits = WebSocketLimits()
        limits.closeTimeout = .milliseconds(200)
        let start = ContinuousClock.now
        try await EchoServer.with(limits, patience: .seconds(120)) { server in
            let socket = try await RawWebSocket.connect(port: server.port, path: "/echo", answers: [])
            await server.terminate()
            #expect(try await socket.closed().code == CloseCode.draining)
        }
        #expect(ContinuousClock.now - start < .seconds(60))
    }

    @Test("The wait for sockets has a bound")
    func bounded() async throws {
        let sockets = OpenSockets(patience: .milliseconds(50))
        sockets.opened()
        #expect(await sockets.empty(within: .milliseconds(20)) == false)
        let group = ServiceGroup(configuration: .init(services: [sockets], logger: .quiet))
        await group.triggerGracefulShutdown()
        try await group.run()
        #expect(sockets.count == 1)
    }

    @Test("Several can wait for the last socket")
    func waiters() async throws {
        let sockets = OpenSockets()
        sockets.opened()
        async let first = sockets.empty(within: .seconds(10))
        async let second = sockets.empty(within: .seconds(10))
        sockets.closed()
        let isEmpty = await (first, second)
        #expect(isEmpty.0 && isEmpty.1)
    }
}
