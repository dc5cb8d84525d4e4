import Testing

@testable import Analyses

@Suite("The digest of a key")
struct KeyDigestTests {
    @Test("is the same for ever")
    func pinned() {
        #expect(KeyDigest("alert", "a").id == "0ef65ade908d39a460ce2c48")
    }

    @Test("has twenty-four hex digits, and ten thousand keys alike give as many")
    func distinct() {
        let ids = (0..<10_000).map { KeyDigest("nudge", "pace/\($0)").id }
        #expect(Set(ids).count == ids.count)
        #expect(ids.allSatisfy { $0.utf8.count == 24 && $0.allSatisfy(\.isHexDigit) })
    }

    @Test("does not let parts run into each other")
    func parts() { #expect(KeyDigest("ab", "c").id != KeyDigest("a", "bc").id) }

    @Test("spreads evenly over a small number")
    func even() {
        let hits = (0..<10_000).count { KeyDigest("u\($0)").number % 100 < 20 }
        #expect((1_850...2_150).contains(hits))
    }
}
