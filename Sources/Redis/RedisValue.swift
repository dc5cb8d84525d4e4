/// What Redis answered.
public enum RedisValue: Sendable, Hashable {
    /// No such key, or nothing done.
    case null
    /// A simple reply such as `OK`.
    case status(String)
    /// A number.
    case integer(Int64)
    /// A value.
    case bytes([UInt8])
    /// Several replies, in order.
    case array([RedisValue])
    /// An error inside an array, such as one command of a transaction; an error reply of its own is thrown instead.
    case refused(RedisError.Refusal)

    /// The bytes of a value; nil for every other kind.
    public var bytes: [UInt8]? {
        if case .bytes(let bytes) = self { bytes } else { nil }
    }
    /// The number of an integer reply; nil for every other kind.
    public var integer: Int64? {
        if case .integer(let integer) = self { integer } else { nil }
    }
    /// The text of a value or a status; nil for every other kind.
    public var text: String? {
        switch self {
        case .bytes(let bytes): String(decoding: bytes, as: UTF8.self)
        case .status(let text): text
        case .null, .integer, .array, .refused: nil
        }
    }
}
