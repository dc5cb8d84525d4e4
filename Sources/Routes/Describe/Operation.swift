internal import Analyses

/// How one route is described to programs and people.
struct Operation: Sendable {
    /// Unlike any other's.
    var id: String
    /// One line.
    var summary: String
    /// What belongs together in the document.
    var tag: String
    var parameters: [Parameter] = []
    /// The schema of the body it needs.
    var body: JSON?
    /// What the body may be.
    var bodyKinds = ["application/json"]
    /// Whether it may be left out.
    var isBodyOptional = false
    /// What it can answer, beside the problems that every route of its kind shares.
    var answers: [Answer]

    /// A path or query parameter.
    struct Parameter: Sendable {
        var name: String
        var isInPath = false
        var words: String
        var isRequired = false
        var schema: JSON
    }

    /// One answer.
    struct Answer: Sendable {
        var status: Int
        var words: String
        var kind = "application/json"
        /// nil: no body, or a body that is not described further.
        var schema: JSON?
        /// Kinds of plain text it can be had as instead.
        var texts: [String] = []

        /// A problem with the shared shape.
        static func problem(_ status: Int, _ words: String) -> Answer {
            Answer(status: status, words: words, schema: Schema.named("Problem"))
        }
    }
}

/// Pieces of JSON Schema (2020-12, as OpenAPI 3.1 uses it).
enum Schema {
    static let text: JSON = ["type": "string"]
    static let flag: JSON = ["type": "boolean"]
    static let time: JSON = ["type": "string", "format": "date-time"]
    static let whole: JSON = ["type": "integer"]
    static let number: JSON = ["type": "number"]
    static let day: JSON = ["type": "string", "format": "date"]
    static let pounds: JSON = ["type": "number", "minimum": 0, "maximum": 10_000_000, "multipleOf": .number(0.01)]
    static let anything: JSON = ["type": "object"]

    static func whole(_ range: ClosedRange<Int>, default usual: Int) -> JSON {
        [
            "type": "integer", "minimum": .int(Int64(range.lowerBound)), "maximum": .int(Int64(range.upperBound)),
            "default": .int(Int64(usual)),
        ]
    }

    static func named(_ name: String) -> JSON { ["$ref": .string("#/components/schemas/\(name)")] }
    static func list(_ items: JSON) -> JSON { ["type": "array", "items": items] }
    static func oneOf(_ values: [String]) -> JSON { ["type": "string", "enum": .array(values.map { .string($0) })] }
    static func orNull(_ schema: JSON) -> JSON { ["anyOf": [schema, ["type": "null"]]] }

    /// An object whose listed members are always there.
    static func object(_ members: KeyValuePairs<String, JSON>) -> JSON {
        [
            "type": "object", "required": .array(members.map { .string($0.key) }),
            "properties": .object(members.map { JSON.Member($0.key, $0.value) }),
        ]
    }
}
