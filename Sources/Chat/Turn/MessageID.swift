import FoundationEssentials

/// Names of stored messages: 24 hex digits in the layout of a MongoDB ObjectId, rising with time within one process, so
/// that equal times still sort in the order of writing.
struct MessageID: Sendable {
    private let origin: UInt64
    private var count: UInt64
    private var latest: UInt64 = 0

    /// A source of its own: 40 random bits that no other process shares.
    init(using random: inout some RandomNumberGenerator) {
        origin = random.next() & 0xFF_FFFF_FFFF
        count = 0
    }

    /// The next id; a clock that steps back does not break the order.
    mutating func next(at instant: Date) -> String {
        let seconds = UInt64(max(0, instant.timeIntervalSince1970)) & 0xFFFF_FFFF
        if seconds > latest {
            latest = seconds
            count = 0
        } else {
            count += 1
            if count > 0xFF_FFFF {
                latest += 1
                count = 0
            }
        }
        return Self.hex(latest, 8) + Self.hex(origin, 10) + Self.hex(count, 6)
    }

    /// Whether a client's text can be a message id at all.
    static func isValid(_ text: String) -> Bool {
        text.utf8.count == 24 && text.utf8.allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
    }

    private static func hex(_ value: UInt64, _ width: Int) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
