import Testing

@testable import Auth

@Suite struct SignedTextTests {
    private static func token(header: String, payload: String = "{}", signature: String = "c2ln") -> String {
        "\(Base64URL.encode(header.utf8)).\(Base64URL.encode(payload.utf8)).\(signature)"
    }

    @Test("a compact token comes apart into what was signed, the payload and the signature")
    func parts() throws {
        let text = Self.token(header: #"{"alg":"HS256"}"#, payload: #"{"a":1}"#)
        let parts = try #require(SignedText(text))
        #expect(parts.payload == Example.bytes(#"{"a":1}"#))
        #expect(parts.signature == Example.bytes("sig"))
        #expect(parts.signed == Example.bytes(String(text.prefix(text.count - 5))))
    }

    @Test(
        "only the algorithm HS256, spelled so, is looked at any further",
        arguments: [
            #"{"alg":"none"}"#, #"{"alg":"None"}"#, #"{"alg":"NONE"}"#, #"{"alg":"HS384"}"#, #"{"alg":"HS512"}"#,
            #"{"alg":"RS256"}"#, #"{"alg":"hs256"}"#, #"{"alg":"HS256 "}"#, #"{"typ":"JWT"}"#, #"{"alg":256}"#,
            #"{"alg":null}"#, #"{"alg":["HS256"]}"#, #"{"alg":"HS256","alg":"none"}"#, "[]", "", "HS256",
        ])
    func algorithms(header: String) {
        #expect(SignedText(Self.token(header: header)) == nil)
    }

    @Test(
        "members that would change what the token means refuse it",
        arguments: [
            #"{"alg":"HS256","crit":["exp"]}"#, #"{"alg":"HS256","crit":[]}"#, #"{"alg":"HS256","b64":false}"#,
            #"{"alg":"HS256","b64":true}"#,
        ])
    func extensions(header: String) {
        #expect(SignedText(Self.token(header: header)) == nil)
    }

    @Test("members that name or carry other keys are ignored")
    func keys() {
        let header = #"{"alg":"HS256","kid":"x","jku":"https://evil.example","jwk":{"k":"AA"},"x5u":"https://e"}"#
        #expect(SignedText(Self.token(header: header)) != nil)
    }

    @Test("other than three parts, or parts not spelled canonically, are refused")
    func shape() {
        let good = Self.token(header: #"{"alg":"HS256"}"#)
        #expect(SignedText(good) != nil)
        for bad in ["", ".", "..", "a.b", good + ".", good + ".x", good + "=", good + " ", "." + good, good + "\n"] {
            #expect(SignedText(bad) == nil, "\(bad)")
        }
        #expect(SignedText(String(good.dropLast(2)) + "k") != nil)
        #expect(SignedText(String(good.dropLast(2)) + "l") == nil, "unused bits that are not zero")
    }

    @Test("8 KiB is looked at, one byte more is not")
    func length() {
        func token(_ filler: Int) -> String {
            let payload = #"{"a":""# + String(repeating: "x", count: filler) + #""}"#
            return Self.token(header: #"{"alg":"HS256"}"#, payload: payload)
        }
        let longest = (6_000...6_200).last { token($0).utf8.count <= SignedText.longest } ?? 0
        #expect(SignedText(token(longest)) != nil)
        #expect(SignedText(token(longest + 1)) == nil)
        #expect(SignedText(String(repeating: "a", count: 1 << 20)) == nil)
    }
}
