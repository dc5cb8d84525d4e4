import Finance
import FoundationEssentials

// How sent values become stored ones. The database layer turns what it can into the field's kind; only for a new record
// does it check that what is needed is there and that a word is one of the list.

extension FakeShelf {
    /// The fields of a new document without its id and times.
    func fields(_ kind: FakeKind, _ sent: [String: Document.Value]) throws(FakeRefusal) -> [String: Document.Value] {
        var fields: [String: Document.Value] = [:]
        for field in FakeSchema.fields(kind, shape) {
            guard let value = sent[field.name], value != .null else {
                if field.isRequired { throw Self.failed(kind, field, "Path `\(field.name)` is required.") }
                fields[field.name] = field.usual
                continue
            }
            let cast = try Self.cast(value, kind, field)
            if let allowed = field.allowed, let text = cast.text, !allowed.contains(text) {
                let words = "`\(text)` is not a valid enum value for path `\(field.name)`."
                throw Self.failed(kind, field, words)
            }
            fields[field.name] = cast
        }
        return fields
    }

    /// The stored fields a change names, with no list of words looked at.
    func changes(_ kind: FakeKind, _ sent: [String: Document.Value]) throws(FakeRefusal) -> [String: Document.Value] {
        var fields: [String: Document.Value] = [:]
        for field in FakeSchema.fields(kind, shape) {
            guard let value = sent[field.name] else { continue }
            fields[field.name] = value == .null ? .null : try Self.cast(value, kind, field)
        }
        return fields
    }

    private static func cast(
        _ value: Document.Value, _ kind: FakeKind, _ field: FakeField
    ) throws(FakeRefusal) -> Document.Value {
        let result: Document.Value? =
            switch (field.kind, value) {
            case (.text, .string), (.flag, .bool), (.number, .int), (.number, .double), (.date, .date): value
            case (.text, .int(let number)): .string(String(number))
            case (.number, .string(let text)): Double(text).map { .number($0) }
            case (.date, .string(let text)): Date.reading(text: text).map { .date($0) }
            case (.id, .string(let text)), (.id, .id(let text)): UserID(text).map { .id($0.hex) }
            default: nil
            }
        guard let result else { throw failed(kind, field, "Cast failed for path `\(field.name)`.") }
        return result
    }

    private static func failed(_ kind: FakeKind, _ field: FakeField, _ words: String) -> FakeRefusal {
        FakeRefusal(
            400, "\(kind.noun) validation failed: \(field.name): \(words)", [FakeRefusal.Fault(field.name, words)])
    }
}
