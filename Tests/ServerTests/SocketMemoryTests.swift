import Foundation
import TestServers
import Testing

@testable import Server

#if canImport(Glibc)
    import Glibc
#endif

@Suite("The memory of idle sockets", .serialized)
struct SocketMemoryTests {
    /// Bare kernel sockets, so that the client's side costs this process nothing.
    private struct Clients: ~Copyable {
        var descriptors: [Int32] = []

        deinit { for descriptor in descriptors { close(descriptor) } }

        mutating func connect(_ count: Int, to port: Int) throws {
            let request = Array(RawWebSocket.handshake("/echo").utf8)
            for _ in 0..<count {
                let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
                descriptors.append(descriptor)
                var address = sockaddr_in()
                address.sin_family = sa_family_t(AF_INET)
                address.sin_port = UInt16(port).bigEndian
                address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
                let isConnected = withUnsafeBytes(of: &address) { raw in
                    Glibc.connect(
                        descriptor, raw.baseAddress?.assumingMemoryBound(to: sockaddr.self), socklen_t(raw.count))
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

    private func residentBytes() throws -> Int {
        let fields = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")
        return (Int(fields[1]) ?? 0) * sysconf(Int32(_SC_PAGESIZE))
    }

    @Test("An idle socket, its handshake done through the router, costs at most 12 KiB")
    func slope() async throws {
        try await EchoServer.with { server in
            var clients = Clients()
            try clients.connect(500, to: server.port)
            #expect(try await eventually { server.sockets.count == 500 })
            let before = try residentBytes()
            try clients.connect(2_000, to: server.port)
            #expect(try await eventually { server.sockets.count == 2_500 })
            let each = (try residentBytes() - before) / 2_000
            FileHandle.standardError.write(Data("idle WebSocket: \(each) bytes of RSS each\n".utf8))
            #expect(each <= 12 << 10)
        }
    }
}
