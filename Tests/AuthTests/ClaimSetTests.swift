import Testing

@testable import Auth

@Suite struct ClaimSetTests {
    @Test("members are read with their kind, and numbers keep their spelling")
    func kinds() throws {
        let text = #" { "s" : "a\n\u00e9\ud83d\ude00\/" , "n":-12.50e+3,"z":null,"t":true,"o":{"x":[1,{}]},"l":[] } "#
        let claims = try #require(ClaimSet(Example.bytes(text)))
        #expect(claims["s"] == .string("a\né😀/"))
        #expect(claims["n"] == .number("-12.50e+3"))
        #expect(claims["z"] == .null)
        for name in ["t", "o", "l"] { #expect(claims[name] == .other) }
        #expect(claims["absent"] == nil)
    }

    @Test(
        "anything that is not exactly one object is refused",
        arguments: [
            "", " ", "[]", "1", "\"x\"", "null", "{", "}", "{}{}", "{} x", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{,}",
            "{a:1}", "{'a':1}", "{\"a\":01}", "{\"a\":1.}", "{\"a\":.5}", "{\"a\":+1}", "{\"a\":1e}", "{\"a\":NaN}",
            "{\"a\":tru}", "{\"a\":\"\\x\"}", "{\"a\":\"\\ud800\"}", "{\"a\":\"\\udc00\"}", "{\"a\":\"\\u12g4\"}",
            "{\"a\":\"\u{1}\"}", "{\"a\":\"open}", "{\"a\":[1,]}", "{\"a\":[1}", "\u{feff}{}", "{\"a\":1e5 5}",
        ])
    func refused(text: String) {
        #expect(ClaimSet(Example.bytes(text)) == nil)
    }

    @Test(
        "a name that occurs twice refuses the whole text, however it is spelled and wherever it is",
        arguments: [
            #"{"id":"a","id":"b"}"#, #"{"id":"a","\u0069d":"a"}"#, #"{"a":1,"b":2,"a":1}"#, #"{"o":{"x":1,"x":1}}"#,
            #"{"o":[{"x":1,"x":1}]}"#,
        ])
    func duplicates(text: String) {
        #expect(ClaimSet(Example.bytes(text)) == nil)
    }

    @Test("bytes that are not UTF-8 are refused")
    func encoding() {
        #expect(ClaimSet(Example.bytes("{\"a\":\"") + [0xff] + Example.bytes("\"}")) == nil)
    }

    @Test("nesting has an end, and a text far deeper than it costs nothing")
    func depth() {
        func nested(_ depth: Int) -> [UInt8] {
            Example.bytes(String(repeating: "{\"a\":", count: depth) + "1" + String(repeating: "}", count: depth))
        }
        #expect(ClaimSet(nested(16)) != nil)
        #expect(ClaimSet(nested(17)) == nil)
        #expect(ClaimSet(Example.bytes("{\"a\":" + String(repeating: "[", count: 100_000))) == nil)
    }

    @Test("seconds are whole, not negative and before the year 10000; absent is not wrong")
    func seconds() throws {
        let claims = try #require(
            ClaimSet(
                Example.bytes(
                    #"{"good":1775000000,"float":1775000000.5,"whole":1775000000.0,"text":"1775000000","big":1e20,"#
                        + #""huge":99999999999999999999,"late":253402300800,"minus":-1,"true":true,"null":null}"#)))
        #expect(claims.seconds("good") == .some(.some(1_775_000_000)))
        #expect(claims.seconds("absent") == .some(nil))
        for name in ["float", "whole", "text", "big", "huge", "late", "minus", "true", "null"] {
            #expect(claims.seconds(name) == .none, "\(name) passed")
        }
    }
}
