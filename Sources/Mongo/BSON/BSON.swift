/// One value of a stored document. Every type of the format has a case, so that nothing is lost on the way through.
public indirect enum BSON: Sendable, Hashable {
    /// A floating-point number.
    case double(Double)
    /// A text.
    case string(String)
    /// A document inside the document.
    case document(BSONDocument)
    /// A list.
    case array([BSON])
    /// Bytes with what they mean.
    case binary(subtype: UInt8, [UInt8])
    /// The name of a document.
    case id(ObjectID)
    /// true or false.
    case bool(Bool)
    /// Milliseconds since 1970-01-01T00:00:00Z.
    case date(Int64)
    /// Stored as nothing, which is not the same as absent.
    case null
    /// A pattern.
    case regex(pattern: String, options: String)
    /// A whole number of 32 bits.
    case int32(Int32)
    /// Seconds and an ordinal, packed; internal to the server.
    case timestamp(UInt64)
    /// A whole number of 64 bits.
    case int64(Int64)
    /// A decimal number of 34 digits.
    case decimal(Decimal128)
    /// A type that is deprecated or only a marker (undefined, code, min key …), by its number; its content is dropped.
    case other(UInt8)
}

extension BSON: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    /// A string.
    public init(stringLiteral value: String) { self = .string(value) }
    /// true or false.
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    /// A whole number of 32 bits, as most drivers write one.
    public init(integerLiteral value: Int32) { self = .int32(value) }
    /// A list.
    public init(arrayLiteral elements: BSON...) { self = .array(elements) }
    /// A document whose keys keep the order written.
    public init(dictionaryLiteral elements: (String, BSON)...) {
        self = .document(BSONDocument(elements.map { BSONDocument.Element($0, $1) }))
    }
}

extension BSON {
    /// The text of a string.
    public var string: String? { if case .string(let text) = self { text } else { nil } }
    /// The inner document.
    public var document: BSONDocument? { if case .document(let inner) = self { inner } else { nil } }
    /// The elements of a list.
    public var array: [BSON]? { if case .array(let values) = self { values } else { nil } }
    /// The id.
    public var id: ObjectID? { if case .id(let id) = self { id } else { nil } }
    /// Milliseconds since 1970.
    public var date: Int64? { if case .date(let milliseconds) = self { milliseconds } else { nil } }

    /// A whole number, whichever of the number types holds it.
    public var integer: Int64? {
        switch self {
        case .int32(let value): Int64(value)
        case .int64(let value): value
        case .double(let value): Int64(exactly: value)
        case .bool, .string, .document, .array, .binary, .id, .date, .null, .regex, .timestamp, .decimal, .other: nil
        }
    }

    /// Whether a reply's flag is set; servers send `true`, 1 or 1.0.
    public var isSet: Bool { self == .bool(true) || (integer ?? 0) != 0 }
}
