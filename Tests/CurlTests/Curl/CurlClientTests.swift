import NIOConcurrencyHelpers
import TestServers
import Testing

@testable import Curl

/// A client of its own, shut down at the end.
func withCurl<R>(
    _ settings: CurlSettings = CurlSettings(), _ body: (CurlClient) async throws -> R
) async throws -> R {
    let client = try CurlClient(settings)
    do {
        let result = try await body(client)
        await client.shutdown()
        return result
    } catch {
        await client.shutdown()
        throw error
    }
}

/// A chat request that steers the fake.
func chatRequest(
    _ fake: FakeOpenAI, _ words: String = "hello", deadlines: CurlDeadlines = CurlDeadlines()
) -> CurlRequest {
    let body = #"{"model":"m","messages":[{"role":"user","content":"\#(words)"}]}"#
    return CurlRequest(
        .post, fake.baseURL + "/chat/completions", headers: [CurlHeader("Content-Type", "application/json")],
        body: Array(body.utf8), deadlines: deadlines)
}

/// Measures up to five times until it takes less than 250 ms, and fails if it never does: a machine busy with other tests
/// may delay one try, a wait of our own delays all.
func expectSoon(_ words: String, _ measure: () async throws -> Duration) async throws {
    var tries: [Duration] = []
    while tries.count < 5 && !tries.contains(where: { $0 < .milliseconds(250) }) { tries.append(try await measure()) }
    print("\(words): \(tries)")
    #expect(tries.contains { $0 < .milliseconds(250) }, "\(words) took \(tries)")
}

/// The code of the `CurlError` that `work` throws.
func code(_ work: () async throws -> Void) async -> CurlError.Code? {
    do {
        try await work()
        return nil
    } catch {
        return (error as? CurlError)?.code
    }
}

@Suite("libcurl on its own thread")
struct CurlClientTests {
    @Test("a request arrives as it was given, and the response as it was sent")
    func roundTrip() async throws {
        try await FakeOpenAI.with { fake in
            try await withCurl { curl in
                var request = chatRequest(fake)
                request.headers += [CurlHeader("X-Empty", ""), CurlHeader("X-Key", "a: b")]
                let (head, body) = try await curl.response(to: request, upTo: 100_000)
                #expect(head.status == 200)
                #expect(head.header("x-request-id") == "fake")
                #expect(String(decoding: body, as: UTF8.self).contains("[DONE]"))
                let seen = try await fake.nextRequest()
                #expect(seen.method == "POST")
                #expect(seen.body == request.body)
                #expect(seen.header("x-key") == "a: b")
                #expect(seen.header("x-empty") == "")
                #expect(seen.header("expect") == nil)
                #expect(seen.header("accept-encoding") == nil)
            }
        }
    }

    @Test("every method arrives under its name, with and without a body", arguments: CurlRequest.Method.allCases)
    func methods(method: CurlRequest.Method) async throws {
        try await FakeOpenAI.with { fake in
            try await withCurl { curl in
                for body in [nil, [], Array("{}".utf8)] as [[UInt8]?] {
                    let request = CurlRequest(method, fake.baseURL + "/models", body: body)
                    let (head, _) = try await curl.response(to: request, upTo: 10_000)
                    #expect(head.status == 200)
                    #expect(fake.requests.last?.method == method.rawValue)
                    #expect(fake.requests.last?.body == body ?? [])
                    #expect(fake.requests.last?.header("content-type") == nil)
                }
            }
        }
    }

    @Test("requests one after another use one connection, also when the reader leaves at the last event")
    func reuse() async throws {
        try await FakeOpenAI.with { fake in
            try await withCurl { curl in
                for _ in 0..<5 {
                    try await curl.withResponse(to: chatRequest(fake)) { response in
                        var text = ""
                        for try await piece in response.body {
                            text += String(decoding: piece, as: UTF8.self)
                            if text.contains("[DONE]") { break }
                        }
                    }
                    let request = try await fake.nextRequest()
                    try await fake.exchange(request) { $0.isFinished }
                    try await settled(curl)
                }
                #expect(fake.stats.connections == 1)
            }
        }
    }

    @Test("a redirect is a response like any other, and is not followed")
    func redirect() async throws {
        try await FakeOpenAI.with { fake in
            try await withCurl { curl in
                let (head, _) = try await curl.response(to: chatRequest(fake, "[fake: redirect]"), upTo: 1000)
                #expect(head.status == 301)
                #expect(head.header("location") != nil)
            }
        }
    }

    @Test("interim answers are passed over, a body without a length ends with the connection")
    func interim() async throws {
        try await FakeOpenAI.with { fake in
            try await withCurl { curl in
                let raw = "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\nA: b\r\n\r\nbody"
                fake.enqueue(.with { $0.raw = Array(raw.utf8) })
                let (head, body) = try await curl.response(to: chatRequest(fake), upTo: 1000)
                #expect(head == CurlHead(status: 200, headers: [CurlHeader("A", "b")]))
                #expect(String(decoding: body, as: UTF8.self) == "body")
            }
        }
    }

    @Test("a body over the reader's limit is an error and ends the transfer")
    func collectLimit() async throws {
        try await FakeOpenAI.with { fake in
            try await withCurl { curl in
                let thrown = await code { _ = try await curl.response(to: chatRequest(fake), upTo: 10) }
                #expect(thrown == .tooLarge)
                try await settled(curl)
            }
        }
    }

    @Test("one transfer more than allowed is refused at once, and the place is free again afterwards")
    func busy() async throws {
        var settings = CurlSettings()
        settings.maxTransfers = 1
        try await FakeOpenAI.with { fake in
            try await withCurl(settings) { curl in
                try await curl.withResponse(to: chatRequest(fake, "[fake: stall=1]")) { _ in
                    #expect(await code { _ = try await curl.response(to: chatRequest(fake), upTo: 9999) } == .busy)
                    throw CancellationError()
                } catching: { _ in
                }
                try await settled(curl)
                _ = try await curl.response(to: chatRequest(fake), upTo: 99_999)
            }
        }
    }

    /// Returns when no transfer runs any more; what is left ends within the drain time.
    private func settled(_ curl: CurlClient) async throws {
        let limit = ContinuousClock.now + .seconds(5)
        while curl.transfers > 0 {
            try #require(ContinuousClock.now < limit, "transfers did not end")
            await Task.yield()
        }
    }
}

extension CurlClient {
    /// A scope whose error is looked at rather than thrown on.
    fileprivate func withResponse(
        to request: CurlRequest, _ use: (CurlResponse) async throws -> Void, catching: (any Error) -> Void
    ) async throws {
        do { try await withResponse(to: request, use) } catch { catching(error) }
    }
}
