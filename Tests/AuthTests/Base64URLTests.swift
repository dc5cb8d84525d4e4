import Testing

@testable import Auth

@Suite struct Base64URLTests {
    @Test("bytes come back as they were, at every length")
    func roundTrip() {
        for length in 0..<70 {
            let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ length) }
            #expect(Base64URL.decode(Base64URL.encode(bytes).utf8) == bytes)
        }
    }

    @Test(
        "known texts of RFC 4648, without padding and with the URL alphabet",
        arguments: [("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foob", "Zm9vYg"), ("~~~?", "fn5-Pw"), ("", "")])
    func known(plain: String, encoded: String) {
        #expect(Base64URL.encode(plain.utf8) == encoded)
        #expect(Base64URL.decode(encoded.utf8) == Array(plain.utf8))
    }

    @Test(
        "a second spelling of the same bytes is refused",
        arguments: ["Zg==", "Zm8=", "Zh", "Zm9", "Zm9vY", "fn5+Pw", "fn5/Pw", "Zm 9v", "Zm9v\n", "Zm9vé", "Z"])
    func refused(text: String) {
        #expect(Base64URL.decode(text.utf8) == nil)
    }
}
