public import FoundationEssentials

/// One stored record as the database holds it, before any rule of ours has read it. Adapters make it from BSON or from
/// the embedded store's rows; `Snapshot` reads it leniently.
public struct Document: Sendable, Equatable {
    /// What a field can hold. Numbers keep their stored kind, since that decides whether pence are exact.
    public indirect enum Value: Sendable, Equatable {
        /// A stored null, which is not an absent field.
        case null
        /// A boolean.
        case bool(Bool)
        /// An int32 or int64.
        case int(Int64)
        /// A 64-bit float, NaN and infinities included.
        case double(Double)
        /// A decimal128 in its text form, for instance `12.50` or `NaN`.
        case decimal(String)
        /// Text.
        case string(String)
        /// A BSON date.
        case date(Date)
        /// An ObjectId as 24 lower-case hex digits.
        case id(String)
        /// A list.
        case array([Value])
        /// A document inside the document.
        case document(Document)
        /// Any other BSON type, by its name.
        case other(String)
    }

    /// Fields by name. A field stored twice keeps its first value, as mongoose does.
    public var fields: [String: Value]

    /// A document of these fields.
    public init(_ fields: [String: Value] = [:]) { self.fields = fields }

    /// The field's value, nil when it is absent (a stored null is `.null`).
    public subscript(name: String) -> Value? { fields[name] }
}
