internal import NIOCore

/// A whole HTTP response as it came.
public struct RawResponse: Sendable {
    /// The status code.
    public var status: Int
    /// Header fields in order, names as sent.
    public var headers: [(name: String, value: String)]
    /// The body, chunks joined.
    public var body: [UInt8]

    /// The body as text.
    public var text: String { String(decoding: body, as: UTF8.self) }

    /// The first value of a header, name in any case.
    public func header(_ name: String) -> String? {
        headers.first { $0.name.lowercased() == name.lowercased() }?.value
    }
}

/// HTTP/1.1 responses out of bytes, however they are cut: by length, by chunks, or to the end of the connection.
struct ResponseReader {
    private enum Stage {
        case head
        case length(RawResponse, Int)
        case chunks(RawResponse)
        case untilEnd(RawResponse)
    }

    /// Bytes not yet understood; after a 101 they belong to the next protocol.
    var buffer = ByteBuffer()
    private var stage = Stage.head

    mutating func next() throws -> RawResponse? {
        switch stage {
        case .head:
            guard let head = try readHead() else { return nil }
            stage = Self.body(of: head)
            return try next()
        case .length(var response, let count):
            guard let bytes = buffer.readBytes(length: count) else { return nil }
            response.body = bytes
            stage = .head
            return response
        case .chunks(var response):
            let done = try readChunks(into: &response.body)
            stage = done ? .head : .chunks(response)
            return done ? response : nil
        case .untilEnd(var response):
            response.body += buffer.readBytes(length: buffer.readableBytes) ?? []
            stage = .untilEnd(response)
            return nil
        }
    }

    /// The response that the end of the connection completes, if there is one.
    mutating func finish() -> RawResponse? {
        guard case .untilEnd(let response) = stage else { return nil }
        stage = .head
        return response
    }

    private static func body(of response: RawResponse) -> Stage {
        if response.status < 200 || response.status == 204 || response.status == 304 { return .length(response, 0) }
        if response.header("transfer-encoding")?.lowercased() == "chunked" { return .chunks(response) }
        if let length = response.header("content-length").flatMap({ Int($0) }) { return .length(response, length) }
        return .untilEnd(response)
    }

    private mutating func readLine() -> String? {
        guard let end = buffer.readableBytesView.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
        let line = buffer.readString(length: end - buffer.readerIndex + 1)
        return line.map { String($0.dropLast()) }  // CR LF is one character
    }

    private mutating func readHead() throws -> RawResponse? {
        var attempt = self
        guard let start = attempt.readLine() else { return nil }
        let parts = start.split(separator: " ", maxSplits: 2)
        guard parts.count >= 2, parts[0].hasPrefix("HTTP/1."), let status = Int(parts[1]) else {
            throw WireError.malformed(start)
        }
        var response = RawResponse(status: status, headers: [], body: [])
        while let line = attempt.readLine() {
            if line.isEmpty {
                self = attempt
                return response
            }
            let pair = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            guard pair.count == 2 else { throw WireError.malformed(line) }
            response.headers.append((String(pair[0]), String(pair[1].drop { $0 == " " })))
        }
        return nil
    }

    private mutating func readChunks(into body: inout [UInt8]) throws -> Bool {
        while true {
            var attempt = self
            guard let line = attempt.readLine() else { return false }
            guard let size = Int(line.prefix { $0 != ";" }, radix: 16) else { throw WireError.malformed(line) }
            guard let bytes = attempt.buffer.readBytes(length: size), attempt.readLine() != nil else { return false }
            self = attempt
            body += bytes
            if size == 0 { return true }
        }
    }
}
