import NIOConcurrencyHelpers
import TestServers
import Testing

@testable import Curl

@Suite("Streams: back-pressure, cancellation, load, shutdown", .serialized)
struct CurlStreamTests {
    @Test("a reader that stops stops the sender; when it reads on, every byte is there")
    func backPressure() async throws {
        // Far more than the kernel's buffers and ours together.
        let script = FakeScript.with { ($0.tokens, $0.padding) = (4_000, 16_000) }
        try await FakeOpenAI.with(usual: script) { fake in
            try await withCurl { curl in
                try await curl.withResponse(to: chatRequest(fake)) { response in
                    let request = try await fake.nextRequest()
                    var pieces = response.body.makeAsyncIterator()
                    var received = try await pieces.next()?.count ?? 0
                    let stopped = try await standstill(fake, request)
                    #expect(stopped < 16 << 20)
                    while let piece = try await pieces.next() { received += piece.count }
                    let sent = try await fake.exchange(request, within: .seconds(60)) { $0.isFinished }
                    #expect(received > 50 << 20)
                    #expect(sent.bytesSent > received)
                    print("back-pressure: sender stood still at \(stopped >> 10) KiB of \(sent.bytesSent >> 10) KiB")
                }
            }
        }
    }

    /// The bytes sent once they no longer grow.
    private func standstill(_ fake: FakeOpenAI, _ request: FakeRequest) async throws -> Int {
        while true {
            let before = fake.exchange(request).bytesSent
            do {
                try await fake.exchange(request, within: .seconds(1)) { $0.bytesSent > before }
            } catch is WaitedInVain {
                return before
            }
        }
    }

    @Test("a cancelled reader closes the connection at once", arguments: ["[fake: stall=3]", "[fake: ttft=60000]"])
    func cancel(words: String) async throws {
        try await FakeOpenAI.with { fake in
            try await withCurl { curl in
                try await expectSoon("cancel to close at the server \(words)") {
                    let reader = Task {
                        await code { _ = try await curl.response(to: chatRequest(fake, words), upTo: 1 << 20) }
                    }
                    let request = try await fake.nextRequest()
                    let stop = ContinuousClock.now
                    reader.cancel()
                    let closed = try await fake.closed(request)
                    let thrown = await reader.value
                    #expect(thrown == .cancelled)
                    return closed - stop
                }
            }
        }
    }

    @Test("a task that is cancelled before it asks sends nothing that stays")
    func cancelledBefore() async throws {
        try await FakeOpenAI.with { fake in
            try await withCurl { curl in
                let reader = Task {
                    withUnsafeCurrentTask { $0?.cancel() }
                    return await code { _ = try await curl.response(to: chatRequest(fake), upTo: 1 << 20) }
                }
                #expect(await reader.value == .cancelled)
            }
        }
    }

    @Test("fifty cancelled at once: all readers return and the server sees fifty closes")
    func fiftyCancels() async throws {
        try await FakeOpenAI.with(usual: FakeScript(tokens: 100_000, gap: .milliseconds(50))) { fake in
            try await withCurl { curl in
                let readers = Task {
                    await withTaskGroup(of: CurlError.Code?.self) { group in
                        for _ in 0..<50 {
                            group.addTask {
                                await code { _ = try await curl.response(to: chatRequest(fake), upTo: 1 << 30) }
                            }
                        }
                        return await group.reduce(into: []) { $0.append($1) }
                    }
                }
                try await fake.stats { $0.running == 50 }
                let stop = ContinuousClock.now
                readers.cancel()
                let codes = await readers.value
                let returned = ContinuousClock.now - stop
                try await fake.stats { $0.closedEarly == 50 }
                print("50 cancels: returned after \(returned), all closed after \(ContinuousClock.now - stop)")
                #expect(codes == Array(repeating: .cancelled, count: 50))
                #expect(returned < .seconds(2))
            }
        }
    }

    @Test("two hundred streams at once on one thread, each whole and in order")
    func twoHundred() async throws {
        let script = FakeScript.with { ($0.tokens, $0.gap, $0.together) = (50, .milliseconds(20), 200) }
        try await FakeOpenAI.with(usual: script) { fake in
            var settings = CurlSettings()
            settings.threadName = "curl-200"
            try await withCurl(settings) { curl in
                let start = ContinuousClock.now
                try await withThrowingTaskGroup(of: Bool.self) { group in
                    for _ in 0..<200 {
                        group.addTask {
                            let (_, body) = try await curl.response(to: chatRequest(fake), upTo: 1 << 20)
                            return Self.content(body) == FakeOpenAI.text(tokens: 50)
                        }
                    }
                    for try await isWhole in group { #expect(isWhole) }
                }
                let wall = ContinuousClock.now - start
                let processor = ThreadTimes(named: settings.threadName)
                print("200 streams × 50 tokens: wall \(wall), CPU of the curl thread \(processor)")
                #expect(fake.stats.mostAtOnce == 200)
                #expect(curl.transfers == 0)
            }
        }
    }

    /// The text of a stream, read the plain way.
    private static func content(_ body: [UInt8]) -> String {
        let marker = "\"content\":\""
        return String(decoding: body, as: UTF8.self).split(separator: "\n").compactMap { line in
            guard let start = line.ranges(of: marker).first?.upperBound else { return nil }
            return String(line[start...].prefix { $0 != "\"" })
        }.joined()
    }

    @Test("shutdown with hanging streams is immediate, and later requests are refused")
    func shutdown() async throws {
        try await FakeOpenAI.with(usual: .with { $0.stallAfter = 1 }) { fake in
            let curl = try CurlClient()
            try await withThrowingTaskGroup(of: CurlError.Code?.self) { group in
                for _ in 0..<20 {
                    group.addTask { await code { _ = try await curl.response(to: chatRequest(fake), upTo: 1 << 20) } }
                }
                try await fake.stats { $0.running == 20 }
                let start = ContinuousClock.now
                await curl.shutdown()
                let took = ContinuousClock.now - start
                print("shutdown with 20 hanging streams: \(took)")
                #expect(took < .seconds(1))
                for try await code in group { #expect(code == .closed) }
            }
            #expect(await code { _ = try await curl.response(to: chatRequest(fake), upTo: 1) } == .closed)
            await curl.shutdown()
            try await fake.stats { $0.running == 0 }
        }
    }

    @Test("a client that is dropped ends its thread")
    func dropped() async throws {
        try await FakeOpenAI.with { fake in
            weak var gone: CurlClient?
            do {
                let curl = try CurlClient()
                gone = curl
                _ = try await curl.response(to: chatRequest(fake), upTo: 1 << 20)
            }
            #expect(gone == nil)
            try await fake.closed(try await fake.nextRequest())
        }
    }
}
