import NIOCore
import Testing

@testable import Routes

@Suite struct ProxyTrustTests {
    private func origin(_ trust: ProxyTrust, _ peer: String, _ forwarded: String?) throws -> String? {
        trust.origin(peer: try SocketAddress(ipAddress: peer, port: 4_000), forwarded: forwarded)
    }

    @Test(
        "a proxy in a private network speaks for its client, by the entry it wrote itself",
        arguments: ["127.0.0.1", "10.1.2.3", "172.16.0.9", "172.31.255.1", "192.168.1.1", "::1", "fd00::2"])
    func proxied(peer: String) throws {
        #expect(try origin(.privateNetworks, peer, "203.0.113.7") == "203.0.113.7")
        #expect(try origin(.privateNetworks, peer, "1.2.3.4, 203.0.113.7") == "203.0.113.7")
        #expect(try origin(.privateNetworks, peer, "2001:db8::1") == "2001:db8::1")
    }

    @Test("a peer from anywhere else speaks only for itself", arguments: ["203.0.113.9", "172.32.0.1", "2001:db8::9"])
    func direct(peer: String) throws {
        #expect(try origin(.privateNetworks, peer, "1.2.3.4") == peer)
    }

    @Test("what is no address counts for nothing")
    func malformed() throws {
        for forwarded in [nil, "", "unknown", "1.2.3", "1.2.3.4:80", "_x", "1.2.3.4,"] {
            #expect(
                try origin(.privateNetworks, "10.0.0.1", forwarded)
                    == (forwarded == "1.2.3.4," ? "1.2.3.4" : "10.0.0.1"))
        }
    }

    @Test("the machine itself is nobody's address, unless it forwards; with no trust nobody is believed")
    func local() throws {
        #expect(try origin(.privateNetworks, "127.0.0.1", nil) == nil)
        #expect(try origin(.nobody, "10.0.0.1", "203.0.113.7") == "10.0.0.1")
        #expect(ProxyTrust.privateNetworks.origin(peer: nil, forwarded: "203.0.113.7") == nil)
    }
}
