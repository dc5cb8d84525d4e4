@testable import OpenAI

/// A model's stream of server-sent events, and the answer in it.
///
/// 1. Payloads and failures are the same in whatever pieces the bytes come, and those that the rules, applied to the
///    whole text at once, find.
/// 2. No more is kept than the limits say, and an answer is never longer than its own.
/// 3. No error tells the key, even when the provider does.
enum StreamOracle {
    static let key = "sk-canary-0123456789"
    private static let mostAnswer = 256

    static func check(_ choice: UInt8, _ bytes: [UInt8]) throws {
        let limit = choice & 1 == 0 ? 1 << 20 : 48
        let expected = EventText(bytes, limit: limit)
        for pieces in Pieces.ways(bytes, seed: choice >> 1) {
            let found = try read(pieces, limit)
            try BrokenPromise.unless(found == expected, "by the rules: \(expected)\nread: \(found)")
        }
        try checkAnswer(expected.payloads)
    }

    private static func read(_ pieces: [[UInt8]], _ limit: Int) throws -> EventText {
        var parser = SSEParser(maxBytes: limit)
        var found = EventText()
        for piece in pieces {
            parser.feed(piece)
            do throws(OpenAIError) {
                while let payload = try parser.next() { found.payloads.append(payload) }
            } catch {
                found.isTooLong = true
                return found
            }
            try BrokenPromise.unless(parser.pendingBytes <= 2 * limit + 3, "keeps \(parser.pendingBytes) bytes")
        }
        return found
    }

    private static func checkAnswer(_ payloads: [[UInt8]]) throws {
        var settings = OpenAISettings(apiKey: APIKey(key))
        settings.maxAnswerBytes = mostAnswer
        var answer = AnswerStream(settings)
        var size = 0
        do throws(OpenAIError) {
            for payload in payloads { size += try answer.take(payload).reduce(0) { $0 + $1.utf8.count } }
            _ = try answer.end()
        } catch {
            let told = error.description + (error.note ?? "")
            try BrokenPromise.unless(!told.contains(key), "the key is in: \(told)")
        }
        try BrokenPromise.unless(size <= mostAnswer, "an answer of \(size) bytes")
    }
}
