/// A number that a text always gives, on every machine and in every run: FNV-1a over its bytes in two lanes, each mixed
/// once more so that texts that differ in their last letter differ everywhere. It tells keys apart; it hides nothing.
struct KeyDigest {
    /// Sixty-four bits that may be taken modulo a small number.
    let number: UInt64
    private let rest: UInt64

    /// The digest of parts that cannot run into each other.
    init(_ parts: String...) {
        var lanes: (UInt64, UInt64) = (0xcbf2_9ce4_8422_2325, 0x6c62_272e_07bb_0142)
        for part in parts {
            for byte in part.utf8 {
                lanes.0 = (lanes.0 ^ UInt64(byte)) &* Self.prime
                lanes.1 = (lanes.1 ^ UInt64(byte)) &* Self.prime
            }
            // No UTF-8 text contains this byte.
            lanes.0 = (lanes.0 ^ 0xff) &* Self.prime
            lanes.1 = (lanes.1 ^ 0xff) &* Self.prime
        }
        number = Self.mixed(lanes.0)
        rest = Self.mixed(lanes.1 ^ lanes.0 &* Self.prime)
    }

    /// Twenty-four hex digits, the shape of every id in the store.
    var id: String { Self.hex(number, 16) + Self.hex(rest >> 32, 8) }

    private static let prime: UInt64 = 0x100_0000_01b3

    private static func mixed(_ value: UInt64) -> UInt64 {
        var mixed = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    private static func hex(_ value: UInt64, _ width: Int) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
