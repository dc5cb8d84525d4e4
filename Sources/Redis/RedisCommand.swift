/// One word of a command; any bytes are allowed.
public struct RedisArgument: Sendable, Hashable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
    /// What is sent.
    public var bytes: [UInt8]

    /// Bytes as they are.
    public init(_ bytes: [UInt8]) { self.bytes = bytes }
    /// Text as UTF-8.
    public init(_ text: String) { bytes = Array(text.utf8) }
    /// A number in decimal digits.
    public init(_ number: Int64) { bytes = Array(String(number).utf8) }
    /// Text as UTF-8.
    public init(stringLiteral text: String) { self.init(text) }
    /// A number in decimal digits.
    public init(integerLiteral number: Int64) { self.init(number) }
}

/// A command as it goes over the wire: an array of bulk strings, so that no argument needs escaping.
struct RedisCommand: Sendable, Hashable {
    /// What is written.
    let wire: [UInt8]

    /// Commands that leave a state behind or hold the connection: on one that all callers share, the others would get
    /// replies that are not theirs, or wait. (`CLIENT` is on the list for its `REPLY OFF`.)
    private static let unshared: Set<String> = [
        "SUBSCRIBE", "PSUBSCRIBE", "SSUBSCRIBE", "UNSUBSCRIBE", "PUNSUBSCRIBE", "SUNSUBSCRIBE", "MONITOR", "CLIENT",
        "SYNC", "PSYNC", "HELLO", "RESET", "QUIT", "SHUTDOWN", "AUTH", "SELECT", "MULTI", "EXEC", "DISCARD", "WATCH",
        "BLPOP", "BRPOP", "BLMOVE", "BLMPOP", "BRPOPLPUSH", "BZPOPMIN", "BZPOPMAX", "BZMPOP", "WAIT",
    ]

    init(_ words: [RedisArgument]) {
        var wire = Array("*\(words.count)\r\n".utf8)
        wire.reserveCapacity(words.reduce(16) { $0 + $1.bytes.count + 16 })
        for word in words {
            wire += "$\(word.bytes.count)\r\n".utf8
            wire += word.bytes
            wire += [13, 10]
        }
        self.wire = wire
    }

    /// A caller's command: refuses what breaks the pairing of commands and replies, and what is too large.
    init(checking words: [RedisArgument], limit: Int) throws(RedisError) {
        guard let name = words.first.map(Self.upper), !name.isEmpty else {
            throw RedisError(.unsupported, "a command without a name is never answered")
        }
        guard !Self.unshared.contains(name) else {
            throw RedisError(.unsupported, "this command needs a connection of its own")
        }
        guard words.reduce(0, { $0 + $1.bytes.count }) <= limit else {
            throw RedisError(.oversized, "the command is larger than \(limit) bytes")
        }
        self.init(words)
    }

    private static func upper(_ word: RedisArgument) -> String {
        String(decoding: word.bytes.prefix(16), as: UTF8.self).uppercased()
    }
}
