import Testing

@testable import Auth

@Suite struct LogIDsTests {
    @Test("one person has one name, two people two, and another secret gives other names")
    func names() {
        let ids = LogIDs(secret: Example.secret)
        let other = Example.id("66200000000000000000b002")
        let name = ids.name(of: Example.user)
        #expect(name == LogIDs(secret: Example.secret).name(of: Example.user))
        #expect(name != ids.name(of: other))
        #expect(name != LogIDs(secret: "another-secret-of-some-length-22").name(of: Example.user))
        #expect(name.utf8.count == 16)
        #expect(name.allSatisfy { $0.isHexDigit })
        #expect(!name.contains("66200000"))
    }
}
