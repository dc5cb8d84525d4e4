import Finance

/// A typed name reduced to what it says: lower-case letters, words apart by one space. Branch numbers, dates and
/// punctuation are gone, so that `TESCO STORES 3121` and `Tesco stores` are one name.
struct NameKey: Sendable, Hashable {
    /// Letters that are looked at, in UTF-8 bytes.
    static let limit = 64

    let text: String

    init(_ typed: String) {
        var bytes: [UInt8] = []
        var owesSpace = false
        for scalar in typed.lowercased().unicodeScalars where bytes.count < Self.limit {
            guard scalar.properties.isAlphabetic else {
                // An apostrophe joins: Sainsbury's is sainsburys.
                if scalar != "'" && scalar != "’" { owesSpace = !bytes.isEmpty }
                continue
            }
            if owesSpace { bytes.append(UInt8(ascii: " ")) }
            owesSpace = false
            bytes += Array(String(scalar).utf8)
        }
        text = String(decoding: bytes, as: UTF8.self)
    }

    /// Nothing was left that could be remembered or judged.
    var isEmpty: Bool { text.isEmpty }

    /// FNV-1a, the same on every machine; what is stored instead of the name.
    var hash: UInt64 { text.utf8.reduce(Self.basis) { Self.step($0, $1) } }

    static let basis: UInt64 = 0xCBF2_9CE4_8422_2325

    static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
}
