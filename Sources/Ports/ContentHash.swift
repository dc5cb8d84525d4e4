/// A number that changes with what it was made of, the same on every machine and every day (FNV-1a, 64 bits). It tells
/// whether something is as it was; it protects nothing.
public struct ContentHash: Sendable, Hashable {
    private var state: UInt64 = 0xcbf2_9ce4_8422_2325

    /// Of nothing yet.
    public init() {}

    /// Takes in a part. Parts do not run together: `ab`, `c` and `a`, `bc` differ.
    public mutating func add(_ part: some Sequence<UInt8>) {
        for byte in part { mix(byte == 0xff ? 0xfe : byte) }
        mix(0xff)
    }

    /// Takes in a text.
    public mutating func add(_ text: String) { add(text.utf8) }

    /// Its 16 hex digits.
    public var digits: String {
        let digits = String(state, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    private mutating func mix(_ byte: UInt8) { state = (state ^ UInt64(byte)) &* 0x100_0000_01b3 }
}
