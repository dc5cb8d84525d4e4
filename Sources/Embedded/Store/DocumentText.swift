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
    static func read(_ text: String) throws(Malformed) -> Document {
        var scanner = DocumentScanner(text)
        return try scanner.whole()
    }

    /// A stored text that no document made.
    struct Malformed: Error, Hashable {
        /// The byte at which it went wrong.
        let offset: Int
    }

    /// The kinds a value can name.
    enum Kind: String {
        case bool, int, double, decimal, string, date, id, array, document, other
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
