/// A JSON value as a client sent it. Numbers keep their text, so that `1.0`, `1e3` and `9223372036854775808` can be told
/// from the whole number a field asks for.
enum WireValue: Equatable, Sendable {
    case null
    case bool(Bool)
    case number(String)
    case string(String)
    case array([WireValue])
    /// Members in the order sent; of a key sent twice the last counts, as in JavaScript and Python.
    case object([String: WireValue])

    /// The kind in words a person can act on.
    var kind: String {
        switch self {
        case .null: "null"
        case .bool: "a boolean"
        case .number: "a number"
        case .string: "a string"
        case .array: "a list"
        case .object: "an object"
        }
    }
}

/// Why a text is not a frame.
enum WireFault: Error, Equatable {
    /// Not JSON at all.
    case notJSON
    /// JSON nested deeper than anything this protocol sends.
    case tooDeep
}
