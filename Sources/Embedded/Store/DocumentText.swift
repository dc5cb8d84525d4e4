import Analyses
import Finance
import FoundationEssentials

/// The stored form of a document: JSON in which each value names its kind (`{"amount":{"double":"12.5"}}`), so that
/// reading gives back exactly what was written, doubles and unusual kinds included. Keys are sorted: equal documents
/// make equal bytes.
enum DocumentText {
    /// Documents nested deeper than this are refused on reading.
    static let maxDepth = 32

    /// The text of a document.
    static func write(_ document: Document) -> String { json(document).text }

    /// The document of a text; throws when the text is not one that `write` makes.
    static func read(_ text: String) throws -> Document {
        try JSONDecoder().decode(StoredDocument.self, from: Data(text.utf8)).document
    }

    private static func json(_ document: Document) -> JSON {
        let fields = document.fields.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        return .object(fields.map { JSON.Member($0.key, json($0.value)) })
    }

    private static func json(_ value: Document.Value) -> JSON {
        switch value {
        case .null: .null
        case .bool(let value): tagged(.bool, .bool(value))
        case .int(let value): tagged(.int, .int(value))
        case .double(let value): tagged(.double, .string(String(value)))
        case .decimal(let text): tagged(.decimal, .string(text))
        case .string(let text): tagged(.string, .string(text))
        case .date(let date): tagged(.date, .int(date.milliseconds))
        case .id(let hex): tagged(.id, .string(hex))
        case .array(let values): tagged(.array, .array(values.map { json($0) }))
        case .document(let document): tagged(.document, json(document))
        case .other(let name): tagged(.other, .string(name))
        }
    }

    private static func tagged(_ kind: Kind, _ value: JSON) -> JSON { .object([JSON.Member(kind.rawValue, value)]) }

    fileprivate enum Kind: String, CodingKey {
        case bool, int, double, decimal, string, date, id, array, document, other
    }

    fileprivate struct FieldName: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }
}

/// Reads a document field by field.
private struct StoredDocument: Decodable {
    let document: Document

    init(from decoder: any Decoder) throws {
        guard decoder.codingPath.count < 2 * DocumentText.maxDepth else {
            throw DecodingError.dataCorrupted(.init(codingPath: [], debugDescription: "nested too deeply"))
        }
        let container = try decoder.container(keyedBy: DocumentText.FieldName.self)
        var fields: [String: Document.Value] = [:]
        for key in container.allKeys {
            let isNull = try container.decodeNil(forKey: key)
            fields[key.stringValue] = isNull ? .null : try container.decode(StoredValue.self, forKey: key).value
        }
        document = Document(fields)
    }
}

/// Reads one value by the kind it names.
private struct StoredValue: Decodable {
    let value: Document.Value

    init(from decoder: any Decoder) throws {
        guard try !decoder.singleValueContainer().decodeNil() else {
            value = .null
            return
        }
        let container = try decoder.container(keyedBy: DocumentText.Kind.self)
        guard let kind = container.allKeys.first else {
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "unknown kind"))
        }
        func text() throws -> String { try container.decode(String.self, forKey: kind) }
        switch kind {
        case .bool: value = .bool(try container.decode(Bool.self, forKey: kind))
        case .int: value = .int(try container.decode(Int64.self, forKey: kind))
        case .double: value = .double(try Self.double(text(), at: decoder.codingPath))
        case .decimal: value = .decimal(try text())
        case .string: value = .string(try text())
        case .date: value = .date(Date(milliseconds: try container.decode(Int64.self, forKey: kind)))
        case .id: value = .id(try text())
        case .array: value = .array(try container.decode([StoredValue].self, forKey: kind).map(\.value))
        case .document: value = .document(try container.decode(StoredDocument.self, forKey: kind).document)
        case .other: value = .other(try text())
        }
    }

    private static func double(_ text: String, at path: [any CodingKey]) throws -> Double {
        guard let value = Double(text) else {
            throw DecodingError.dataCorrupted(.init(codingPath: path, debugDescription: "not a double"))
        }
        return value
    }
}

extension Date {
    /// Whole milliseconds since 1970, as the backend's database keeps dates; the nearest end of the range beyond it.
    var milliseconds: Int64 {
        let exact = (timeIntervalSince1970 * 1_000).rounded()
        return Int64(exactly: exact) ?? (exact > 0 ? .max : .min)
    }

    /// The instant `milliseconds` after 1970.
    init(milliseconds: Int64) { self.init(timeIntervalSince1970: Double(milliseconds) / 1_000) }
}
