import Analyses

extension JSON {
    /// Keys and types in order; a list is the shape of its first element.
    var shape: String {
        switch self {
        case .null: "null"
        case .bool: "bool"
        case .int, .number, .money: "number"
        case .string: "string"
        case .array(let values): "[\(values.first?.shape ?? "")]"
        case .object(let members):
            "{\(members.map { "\($0.key):\($0.value.shape)" }.joined(separator: ","))}"
        }
    }

    /// The members of an object.
    var members: [Member] {
        if case .object(let members) = self { return members }
        return []
    }

    /// The value of a key.
    subscript(key: String) -> JSON? { members.first { $0.key == key }?.value }
}
