/// Server-sent events a second time, read from a text that is all there.
struct EventText: Equatable {
    /// What the events hold, in order, up to the first one that is too long.
    var payloads: [[UInt8]] = []
    /// A line or a payload is longer than the limit.
    var isTooLong = false

    init() {}

    init(_ bytes: [UInt8], limit: Int) {
        var (lines, rest) = Self.lines(bytes)
        let isMarked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        if isMarked, lines.isEmpty { rest.removeFirst(3) } else if isMarked { lines[0].removeFirst(3) }
        var payload: [UInt8]?
        for line in lines {
            if line.isEmpty, let whole = payload {
                payloads.append(whole)
                payload = nil
            }
            if let value = Self.data(line) { payload = payload.map { $0 + [0x0A] + value } ?? value }
            isTooLong = line.count > limit || (payload?.count ?? 0) > limit
            if isTooLong { return }
        }
        isTooLong = rest.count > limit
    }

    /// The lines that have an end, and what follows the last of them.
    private static func lines(_ bytes: [UInt8]) -> ([[UInt8]], [UInt8]) {
        var lines: [[UInt8]] = []
        var line: [UInt8] = []
        for (index, byte) in bytes.enumerated() {
            // The LF of a CRLF ends nothing a second time.
            if byte == 0x0A, index > 0, bytes[index - 1] == 0x0D { continue }
            guard byte == 0x0A || byte == 0x0D else {
                line.append(byte)
                continue
            }
            lines.append(line)
            line = []
        }
        return (lines, line)
    }

    /// The value of a `data` field, which may lack its colon.
    private static func data(_ line: [UInt8]) -> [UInt8]? {
        let parts = line.split(separator: UInt8(ascii: ":"), maxSplits: 1, omittingEmptySubsequences: false)
        guard let name = parts.first, name.elementsEqual("data".utf8) else { return nil }
        guard parts.count == 2 else { return [] }
        return Array(parts[1].first == UInt8(ascii: " ") ? parts[1].dropFirst() : parts[1])
    }
}
