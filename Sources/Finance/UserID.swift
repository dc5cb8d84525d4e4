/// Whose finances these are: a MongoDB ObjectId as 24 lower-case hex digits.
public struct UserID: Sendable, Hashable, Comparable, Codable, CustomStringConvertible {
    /// The 24 hex digits.
    public let hex: String

    /// Accepts exactly 24 hex digits of either case; anything else is nil.
    public init?(_ text: String) {
        guard text.utf8.count == 24, text.utf8.allSatisfy(Self.isHexDigit) else { return nil }
        hex = text.lowercased()
    }

    /// Reads the digits back, refusing anything that is not an id.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let id = UserID(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a 24-digit hex id")
        }
        self = id
    }

    /// Writes the digits.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(hex)
    }

    /// The digits.
    public var description: String { hex }

    /// Order of the digits.
    public static func < (lhs: UserID, rhs: UserID) -> Bool { lhs.hex < rhs.hex }

    private static func isHexDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
            UInt8(ascii: "A")...UInt8(ascii: "F"):
            true
        default: false
        }
    }
}
