import Analyses

/// JSON schemas of arguments.
enum ToolSchema {
    /// An object of these members and no others.
    static func object(_ members: [(name: String, schema: JSON)], required: [String] = []) -> JSON {
        [
            "type": "object", "properties": .object(members.map { JSON.Member($0.name, $0.schema) }),
            "required": .array(required.map { .string($0) }), "additionalProperties": false,
        ]
    }

    static func month(_ words: String) -> JSON {
        ["type": "string", "description": .string(words + ", as YYYY-MM"), "pattern": "^[0-9]{4}-[0-9]{2}$"]
    }

    static func day(_ words: String) -> JSON {
        ["type": "string", "description": .string(words + ", as YYYY-MM-DD"), "format": "date"]
    }

    static func pounds(_ words: String) -> JSON {
        ["type": "number", "description": .string(words + ", in pounds"), "minimum": 0]
    }

    static func number(_ words: String) -> JSON { ["type": "number", "description": .string(words)] }

    static func whole(_ words: String, _ range: ClosedRange<Int>) -> JSON {
        [
            "type": "integer", "description": .string(words), "minimum": .int(Int64(range.lowerBound)),
            "maximum": .int(Int64(range.upperBound)),
        ]
    }

    static func text(_ words: String) -> JSON {
        ["type": "string", "description": .string(words), "maxLength": 120]
    }

    static func choice<Choice: RawRepresentable & CaseIterable>(_ words: String, _: Choice.Type) -> JSON
    where Choice.RawValue == String {
        ["type": "string", "description": .string(words), "enum": .array(Choice.allCases.map { .string($0.rawValue) })]
    }
}
