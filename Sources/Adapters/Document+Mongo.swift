internal import Finance
internal import FoundationEssentials
internal import Mongo

extension Document {
    /// A stored document as the pure rings read it. A name stored twice keeps its first value.
    init(_ stored: BSONDocument) {
        var fields: [String: Value] = [:]
        fields.reserveCapacity(stored.elements.count)
        for element in stored.elements where fields[element.name] == nil {
            fields[element.name] = Value(element.value)
        }
        self.init(fields)
    }
}

extension Document.Value {
    /// A stored value; what the pure rings have no use for keeps its type's name alone.
    init(_ stored: BSON) {
        switch stored {
        case .null: self = .null
        case .bool(let flag): self = .bool(flag)
        case .int32(let number): self = .int(Int64(number))
        case .int64(let number): self = .int(number)
        case .double(let number): self = .double(number)
        case .decimal(let number): self = .decimal(number.description)
        case .string(let text): self = .string(text)
        case .date(let milliseconds): self = .date(Date(milliseconds: milliseconds))
        case .id(let id): self = .id(id.hex)
        case .array(let values): self = .array(values.map { Self($0) })
        case .document(let inner): self = .document(Document(inner))
        case .binary: self = .other("binary")
        case .regex: self = .other("regex")
        case .timestamp: self = .other("timestamp")
        case .other(let type): self = .other("type \(type)")
        }
    }
}

extension BSONDocument {
    /// A document to store, with its fields in name order after `_id`.
    init(_ document: Document) {
        let first = document["_id"].map { [Element("_id", BSON($0))] } ?? []
        let others = document.fields.filter { $0.key != "_id" }.sorted { $0.key < $1.key }
        self.init(first + others.map { Element($0.key, BSON($0.value)) })
    }
}

extension BSON {
    /// A value to store. Whole numbers take the width the main backend's driver would give them.
    init(_ value: Document.Value) {
        switch value {
        case .null, .other: self = .null
        case .bool(let flag): self = .bool(flag)
        case .int(let number): self = Int32(exactly: number).map(BSON.int32) ?? .int64(number)
        case .double(let number): self = .double(number)
        case .decimal(let text): self = Decimal128(text).map(BSON.decimal) ?? .string(text)
        case .string(let text): self = .string(text)
        case .date(let date): self = .date(date.milliseconds)
        case .id(let hex): self = ObjectID(hex).map(BSON.id) ?? .string(hex)
        case .array(let values): self = .array(values.map { BSON($0) })
        case .document(let inner): self = .document(BSONDocument(inner))
        }
    }

    /// The id of a person, as the main backend stores references.
    init(_ user: UserID) { self = ObjectID(user.hex).map(BSON.id) ?? .null }

    /// An instant to the millisecond.
    init(_ date: Date) { self = .date(date.milliseconds) }

    /// A list of words.
    init(_ words: [String]) { self = .array(words.map(BSON.string)) }
}

extension ObjectID {
    /// The second in which it was made, which its first digits hold.
    var madeAt: Date { Date(timeIntervalSince1970: Double(UInt32(hex.prefix(8), radix: 16) ?? 0)) }
}

extension Date {
    /// `milliseconds` after 1970-01-01T00:00:00Z.
    init(milliseconds: Int64) { self.init(timeIntervalSince1970: Double(milliseconds) / 1_000) }

    /// Whole milliseconds since 1970, rounded; instants no date can hold end at the edge.
    var milliseconds: Int64 {
        let exact = (timeIntervalSince1970 * 1_000).rounded()
        guard exact.isFinite else { return exact == -.infinity ? .min : .max }
        return Int64(exactly: exact) ?? (exact < 0 ? .min : .max)
    }
}
