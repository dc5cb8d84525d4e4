import FoundationEssentials

/// The name of one generation, never reused: a UUID of version 7, so that it sorts by time and a regenerated answer can
/// not be mistaken for the one before it.
struct TurnID: Hashable, Sendable, CustomStringConvertible {
    /// 36 lower-case characters.
    let text: String

    /// Reads a canonical UUID of either case; nil for anything else.
    init?(_ text: String) {
        let groups = text.split(separator: "-", omittingEmptySubsequences: false)
        guard groups.map(\.utf8.count) == [8, 4, 4, 4, 12],
            groups.allSatisfy({ $0.utf8.allSatisfy { Character(Unicode.Scalar($0)).isHexDigit } })
        else { return nil }
        self.text = text.lowercased()
    }

    /// A fresh name: 48 bits of milliseconds, 74 random bits.
    init(at instant: Date, using random: inout some RandomNumberGenerator) {
        let milliseconds = UInt64(max(0, instant.timeIntervalSince1970 * 1_000)) & 0xFFFF_FFFF_FFFF
        let high = milliseconds << 16 | 0x7000 | random.next() & 0x0FFF
        let low = 0x8000_0000_0000_0000 | random.next() & 0x3FFF_FFFF_FFFF_FFFF
        let digits = Self.hex(high) + Self.hex(low)
        var groups: [Substring] = []
        var rest = digits[...]
        for length in [8, 4, 4, 4, 12] {
            groups.append(rest.prefix(length))
            rest = rest.dropFirst(length)
        }
        text = groups.joined(separator: "-")
    }

    /// The UUID.
    var description: String { text }

    private static func hex(_ value: UInt64) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
