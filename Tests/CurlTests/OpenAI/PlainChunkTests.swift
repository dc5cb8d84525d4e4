import Foundation
import Testing

@testable import OpenAI

@Suite("Events that bring text only")
struct PlainChunkTests {
    private static let usualEvents = [
        #"{"id":"c","object":"chat.completion.chunk","created":1774700000,"model":"gpt-4o","system_fingerprint":null,"#
            + #""choices":[{"index":0,"delta":{"content":"You have £5"},"logprobs":null,"finish_reason":null}]}"#,
        #"{"choices":[{"delta":{"role":"assistant","content":""},"index":0}],"usage":null}"#,
        #"{"choices":[{"index":0,"delta":{"content":"a \"quoted\"\nline \\ / \/ é 家計 🙂"},"finish_reason":null}]}"#,
        #" { "choices" : [ { "index" : 0 , "delta" : { } , "finish_reason" : "stop" } ] } "#,
        #"{"choices":[{"index":0,"delta":{"content":"x","refusal":null,"tool_calls":null},"finish_reason":"length"}],"#
            + #""x":{"a":[1,true,"b"]}}"#,
    ]
    /// For the decoder to judge.
    private static let otherEvents = [
        #"{"choices":[]}"#, #"{"choices":[{"index":0,"delta":{"content":"\u00a3"}}]}"#,
        #"{"choices":[],"usage":{"prompt_tokens":1,"completion_tokens":2}}"#, #"{"error":{"message":"no"}}"#,
        #"{"choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"id":"a"}]}}]}"#,
        #"{"choices":[{"index":0,"delta":{"refusal":"no"}}]}"#, #"{"choices":[{"index":-1,"delta":{}}]}"#,
        #"{"choices":[{"index":0,"delta":{"content":"a","content":"b"}}]}"#, "", "null", "{", "{}x", #"{"a":01}"#,
        #"{"choices":[{"index":0,"delta":{"content":"a"}}]}}"#, #"{"choices":[{"index":0,"delta":{"content":"a"},}]}"#,
        "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"a\nb\"}}]}",
    ]

    private static func decoded(_ bytes: [UInt8]) -> StreamChunk? {
        try? JSONDecoder().decode(StreamChunk.self, from: Data(bytes))
    }

    @Test("the usual shapes are read, and as the decoder reads them", arguments: usualEvents)
    func usual(_ text: String) throws {
        let chunk = try #require(PlainChunk.read(Array(text.utf8)))
        #expect(chunk == Self.decoded(Array(text.utf8)))
    }

    @Test("every other shape, whole or broken, is left to the decoder", arguments: otherEvents)
    func others(_ text: String) { #expect(PlainChunk.read(Array(text.utf8)) == nil) }

    @Test("text that is no UTF-8 is left to the decoder")
    func notText() {
        var bytes = Array(#"{"choices":[{"index":0,"delta":{"content":"ab"}}]}"#.utf8)
        bytes[bytes.count - 7] = 0xC3
        #expect(PlainChunk.read(bytes) == nil)
    }

    @Test("of 20,000 mutated events none is read unless the decoder reads the same")
    func mutated() {
        var random = Numbers(state: 7)
        for round in 0..<20_000 {
            var bytes = Array(Self.usualEvents[round % Self.usualEvents.count].utf8)
            for _ in 0...random.below(3) { Self.mutate(&bytes, &random) }
            guard let read = PlainChunk.read(bytes) else { continue }
            #expect(read == Self.decoded(bytes), "\(String(decoding: bytes, as: UTF8.self))")
        }
    }

    private static func mutate(_ bytes: inout [UInt8], _ random: inout Numbers) {
        guard !bytes.isEmpty else { return }
        let place = random.below(bytes.count)
        let marks = Array(#"{}[]",:0n\"#.utf8)
        switch random.below(4) {
        case 0: bytes.remove(at: place)
        case 1: bytes[place] = UInt8(random.below(256))
        case 2: bytes.insert(marks[random.below(marks.count)], at: place)
        default: bytes.removeLast(min(place, bytes.count - 1))
        }
    }

    /// Reproducible numbers, by a linear congruence.
    private struct Numbers {
        var state: UInt64

        mutating func below(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(bound))
        }
    }
}
