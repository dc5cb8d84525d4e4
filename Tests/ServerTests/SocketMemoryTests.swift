import Foundation
import NIOConcurrencyHelpers
import NIOCore
import TestServers
import Testing

@testable import Server

#if canImport(Glibc)
    import Glibc
#endif

@Suite("The memory of idle sockets", .serialized)
struct SocketMemoryTests {
    /// Bare kernel sockets, so that the client's side costs this process nothing.
    private final class Clients: Sendable {
        private let descriptors = NIOLockedValueBox<[Int32]>([])

        deinit { for descriptor in descriptors.withLockedValue({ $0 }) { close(descriptor) } }

        /// On a thread of its own, since it blocks.
        func connect(_ count: Int, to port: Int) async throws {
            try await withCheckedThrowingContinuation { continuation in
                DispatchQueue.global().async {
                    continuation.resume(with: Result { try self.connectBlocking(count, to: port) })
                }
            }
        }

        private func connectBlocking(_ count: Int, to port: Int) throws {
            let request = Array(RawWebSocket.handshake("/echo").utf8)
            for _ in 0..<count {
                let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
                descriptors.withLockedValue { $0.append(descriptor) }
                let isConnected = try SocketAddress(ipAddress: "127.0.0.1", port: port).withSockAddr { address, size in
                    Glibc.connect(descriptor, address, socklen_t(size))
                }
                guard isConnected == 0, write(descriptor, request, request.count) == request.count else {
                    throw WireError.ended
                }
                var answer = [UInt8](repeating: 0, count: 512)
                guard read(descriptor, &answer, 512) > 0, String(decoding: answer, as: UTF8.self).contains(" 101 ")
                else { throw WireError.malformed("no 101") }
            }
        }
    }

    @Test("An idle socket, its handshake done through the router, costs at most 12 KiB")
    func slope() async throws {
        try await EchoServer.with { server in
            let clients = Clients()
            try await clients.connect(500, to: server.port)
            #expect(try await eventually { server.sockets.count == 500 })
            let before = try ResidentMemory.now()
            try await clients.connect(2_000, to: server.port)
            #expect(try await eventually { server.sockets.count == 2_500 })
            let each = (try ResidentMemory.now() - before) / 2_000
            FileHandle.standardError.write(Data("idle WebSocket: \(each) bytes of RSS each\n".utf8))
            #expect(each <= 12 << 10)
        }
    }
}
