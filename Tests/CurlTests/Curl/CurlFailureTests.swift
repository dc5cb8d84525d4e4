import Glibc
import TestServers
import Testing

@testable import Curl

@Suite("Transfers that fail")
struct CurlFailureTests {
    private func deadlines(
        connect: Duration = .seconds(5), firstByte: Duration = .seconds(5), idle: Duration = .seconds(5),
        total: Duration = .seconds(10)
    ) -> CurlDeadlines {
        CurlDeadlines(connect: connect, firstByte: firstByte, idle: idle, total: total)
    }

    @Test("nobody listens: connect")
    func refused() async throws {
        try await withCurl { curl in
            let request = CurlRequest(.get, "http://127.0.0.1:1/secret?key=sk-1")
            do {
                _ = try await curl.response(to: request, upTo: 10)
                Issue.record("port 1 answered")
            } catch let error as CurlError {
                #expect(error.code == .connect)
                #expect(!error.description.contains("sk-1") && !error.description.contains("127.0.0.1"))
            }
        }
    }

    @Test("a name without an address: resolve")
    func unknownName() async throws {
        try await withCurl { curl in
            let request = CurlRequest(.get, "http://nowhere.invalid/")
            #expect(await code { _ = try await curl.response(to: request, upTo: 10) } == .resolve)
        }
    }

    @Test("plain HTTP where TLS is expected: tls")
    func noTLS() async throws {
        try await FakeOpenAI.with { fake in
            try await withCurl { curl in
                let request = CurlRequest(.get, "https://127.0.0.1:\(fake.port)/v1/models")
                #expect(await code { _ = try await curl.response(to: request, upTo: 10) } == .tls)
            }
        }
    }

    @Test("a connection that is never accepted: connectTimeout, in time")
    func connectHangs() async throws {
        let port = try UnacceptingPort()
        defer { port.close() }
        try await withCurl { curl in
            let request = CurlRequest(
                .get, "http://127.0.0.1:\(port.number)/", deadlines: deadlines(connect: .milliseconds(200)))
            // Any other deadline would be told by another code.
            #expect(await code { _ = try await curl.response(to: request, upTo: 10) } == .connectTimeout)
        }
    }

    @Test(
        "headers that never come or come too slowly: firstByteTimeout",
        arguments: ["[fake: ttft=60000]", "[fake: slowheaders]"])
    func firstByte(words: String) async throws {
        try await FakeOpenAI.with { fake in
            try await withCurl { curl in
                let request = chatRequest(fake, words, deadlines: deadlines(firstByte: .milliseconds(300)))
                let start = ContinuousClock.now
                #expect(await code { _ = try await curl.response(to: request, upTo: 10) } == .firstByteTimeout)
                #expect(ContinuousClock.now - start >= .milliseconds(300))
                try await fake.closed(try await fake.nextRequest())
            }
        }
    }

    @Test("silence in the middle: idleTimeout, after the bytes that came")
    func idle() async throws {
        try await FakeOpenAI.with { fake in
            try await withCurl { curl in
                let request = chatRequest(fake, "[fake: stall=2]", deadlines: deadlines(idle: .seconds(2)))
                var text = ""
                let thrown = await code {
                    try await curl.withResponse(to: request) { response in
                        for try await piece in response.body { text += String(decoding: piece, as: UTF8.self) }
                    }
                }
                #expect(thrown == .idleTimeout)
                #expect(text.contains(" W1."))
                try await fake.closed(try await fake.nextRequest())
            }
        }
    }

    @Test("a drip that never stalls still ends: totalTimeout")
    func total() async throws {
        try await FakeOpenAI.with { fake in
            try await withCurl { curl in
                let request = chatRequest(
                    fake, "[fake: tokens=10000 gap=20]",
                    deadlines: deadlines(firstByte: .seconds(20), total: .seconds(2)))
                #expect(await code { _ = try await curl.response(to: request, upTo: 1 << 20) } == .totalTimeout)
            }
        }
    }

    @Test("a connection that ends in the middle of the body: cut, after the bytes that came")
    func cut() async throws {
        try await FakeOpenAI.with { fake in
            try await withCurl { curl in
                var text = ""
                let thrown = await code {
                    try await curl.withResponse(to: chatRequest(fake, "[fake: disconnect=3]")) { response in
                        for try await piece in response.body { text += String(decoding: piece, as: UTF8.self) }
                    }
                }
                #expect(thrown == .cut)
                #expect(text.contains(" W2."))
            }
        }
    }

    @Test(
        "what is not HTTP has no head",
        arguments: ["SSH-2.0-OpenSSH_9.2\r\n", "", "HTTP/1.1 abc\r\n\r\n", "\u{0}\u{1}\u{2}"])
    func notHTTP(bytes: String) async throws {
        try await FakeOpenAI.with { fake in
            try await withCurl { curl in
                fake.enqueue(.with { $0.raw = Array(bytes.utf8) })
                let thrown = await code { _ = try await curl.response(to: chatRequest(fake), upTo: 10) }
                #expect([.badResponse, .cut, .badRequest].contains(thrown))
            }
        }
    }

    @Test("a head that never ends is refused at its limit")
    func endlessHead() async throws {
        try await FakeOpenAI.with { fake in
            try await withCurl { curl in
                let line = "X-Filler: \(String(repeating: "x", count: 1000))\r\n"
                let head = "HTTP/1.1 200 OK\r\n" + String(repeating: line, count: 200)
                fake.enqueue(.with { $0.raw = Array(head.utf8) })
                #expect(await code { _ = try await curl.response(to: chatRequest(fake), upTo: 10) } == .tooLarge)
            }
        }
    }

    @Test("a request with a fault is refused before anything is sent")
    func faulty() async throws {
        try await withCurl { curl in
            for url in ["file:///etc/passwd", "http://["] {
                let thrown = await code { _ = try await curl.response(to: CurlRequest(.get, url), upTo: 1) }
                #expect(thrown == .badRequest)
            }
            #expect(curl.transfers == 0)
        }
    }
}

/// A port whose backlog is full, so that the kernel answers no further connection.
private struct UnacceptingPort {
    let number: Int
    private let descriptors: [Int32]

    init() throws {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let port = withUnsafeMutableBytes(of: &address) { bytes -> Int in
            guard let raw = bytes.bindMemory(to: sockaddr.self).baseAddress, bind(listener, raw, size) == 0,
                listen(listener, 0) == 0, getsockname(listener, raw, &size) == 0
            else { return 0 }
            return Int(bytes.load(fromByteOffset: 2, as: UInt16.self).bigEndian)
        }
        try #require(port > 0, "no port to be had")
        number = port
        descriptors = [listener] + (0..<4).map { _ in UnacceptingPort.connected(address, size) }
    }

    func close() { for descriptor in descriptors { Glibc.close(descriptor) } }

    /// Starts to connect and does not wait for the end of it.
    private static func connected(_ address: sockaddr_in, _ size: socklen_t) -> Int32 {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue), 0)
        var address = address
        withUnsafeBytes(of: &address) { bytes in
            if let raw = bytes.bindMemory(to: sockaddr.self).baseAddress { _ = connect(descriptor, raw, size) }
        }
        return descriptor
    }
}
