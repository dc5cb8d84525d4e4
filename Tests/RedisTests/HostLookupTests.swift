import NIOConcurrencyHelpers
import Testing

@testable import Redis

@Suite("Names to addresses")
struct HostLookupTests {
    private func lookUp(_ address: RedisSettings.Address) async -> [HostAddress] {
        await withCheckedContinuation { continuation in
            HostLookup.start(address) { continuation.resume(returning: $0) }
        }
    }

    @Test("literal addresses and socket files are themselves")
    func literals() async {
        #expect(await lookUp(.host("127.0.0.1", port: 7)) == [.numeric("127.0.0.1", port: 7)])
        #expect(await lookUp(.host("::1", port: 7)) == [.numeric("::1", port: 7)])
        #expect(await lookUp(.unix(path: "/run/redis.sock")) == [.unix(path: "/run/redis.sock")])
    }

    @Test("a name is looked up without holding up the one who asks")
    func names() async {
        let found = await lookUp(.host("localhost", port: 7))
        #expect(found.contains(.numeric("127.0.0.1", port: 7)) || found.contains(.numeric("::1", port: 7)))
    }

    /// A label of 64 letters is one too long, so no name server need be asked.
    @Test("a name that cannot exist gives no address")
    func unknown() async {
        #expect(await lookUp(.host(String(repeating: "x", count: 64), port: 7)).isEmpty)
    }
}
