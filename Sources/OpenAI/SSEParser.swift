// Server-sent events, as far as a chat stream needs them: `data` fields put together to payloads.
//
// 1. Lines end in LF, CRLF or CR, in any mix, and a line end may be torn between two pieces.
// 2. An event ends at an empty line; several `data` lines are joined by LF; every other field is passed over.
// 3. A line or a payload over the limit is an error. Nothing else is kept, so floods of empty lines cost no memory.

/// Bytes in pieces of any size in, whole payloads out.
public struct SSEParser: Sendable {
    private let maxBytes: Int
    private var bytes: [UInt8] = []
    private var lineStart = 0
    private var scanned = 0
    private var payload: [UInt8]?
    private var skipsLineFeed = false
    private var isFirstLine = true

    /// A parser at the start of a stream; lines and payloads may have `maxBytes`.
    public init(maxBytes: Int = 1 << 20) { self.maxBytes = maxBytes }

    /// Bytes kept for later.
    var pendingBytes: Int { bytes.count - lineStart + (payload?.count ?? 0) }

    /// Takes the next piece. Call `next` until it gives nil before the next one.
    public mutating func feed(_ piece: [UInt8]) {
        bytes.removeFirst(lineStart)
        scanned -= lineStart
        lineStart = 0
        bytes += piece
    }

    /// The next whole payload; nil when more bytes are needed.
    public mutating func next() throws(OpenAIError) -> [UInt8]? {
        while let line = nextLine() {
            if line.isEmpty {
                guard let payload else { continue }
                self.payload = nil
                return payload
            }
            if line.count > maxBytes { throw tooLong }
            try add(line)
        }
        if bytes.count - lineStart > maxBytes { throw tooLong }
        return nil
    }

    private var tooLong: OpenAIError {
        OpenAIError(.malformed, "the stream holds a line or an event of more than \(maxBytes) bytes")
    }

    private mutating func add(_ line: Range<Int>) throws(OpenAIError) {
        let field = bytes[line].prefix { $0 != UInt8(ascii: ":") }
        guard field.elementsEqual("data".utf8) else { return }
        var value = bytes[line].dropFirst(field.count + 1)
        if value.first == UInt8(ascii: " ") { value = value.dropFirst() }
        if var longer = payload {
            longer.append(UInt8(ascii: "\n"))
            longer += value
            payload = longer
        } else {
            payload = Array(value)
        }
        if let payload, payload.count > maxBytes { throw tooLong }
    }

    /// The place of the next whole line, without its end.
    private mutating func nextLine() -> Range<Int>? {
        if skipsLineFeed, lineStart < bytes.count {
            if bytes[lineStart] == 0x0A { lineStart += 1 }
            skipsLineFeed = false
        }
        scanned = max(scanned, lineStart)
        guard let end = bytes[scanned...].firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else {
            scanned = bytes.count
            return nil
        }
        var line = lineStart..<end
        skipsLineFeed = bytes[end] == 0x0D
        lineStart = end + 1
        if isFirstLine {
            isFirstLine = false
            // A byte-order mark may stand before the first line, and nowhere else.
            if bytes[line].starts(with: [0xEF, 0xBB, 0xBF]) { line = (line.lowerBound + 3)..<end }
        }
        return line
    }
}
