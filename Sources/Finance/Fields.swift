import FoundationEssentials

/// One document while it is being read: gives values and remarks what could not be given exactly.
struct Fields {
    /// Longest id that is kept; the backend's have 24 hex digits.
    static let longestID = 64

    let collection: String
    let id: String
    private let document: Document
    private(set) var remarks: [Skipped] = []

    /// nil without an id: such a record cannot be told from another.
    init?(_ document: Document, of collection: String) {
        guard let id = document["_id"].flatMap(Self.id) else { return nil }
        self.id = id
        self.collection = collection
        self.document = document
    }

    /// An id, stored as such or as its text.
    static func id(_ value: Document.Value) -> String? {
        switch value {
        case .id(let hex): hex
        case .string(let text) where (1...longestID).contains(text.utf8.count) && TypedText(text).text == text: text
        default: nil
        }
    }

    /// Whether a document is deleted; the field is younger than the oldest documents, so absent means live.
    static func isDeleted(_ document: Document) -> Bool { document["isDeleted"] == .bool(true) }

    /// Notes that a field, or the whole record, is not in the figures as stored.
    mutating func remark(_ field: String, _ reason: String) {
        remarks.append(Skipped(collection: collection, id: id, field: field, reason: reason))
    }

    /// An amount the record is nothing without.
    mutating func money(_ field: String) -> Money? {
        let reading = Money.reading(document[field])
        if let reason = reading.remark { remark(field, reason) }
        return reading.money
    }

    /// An amount older documents lack: absent is nothing without a remark, unreadable is nothing with one.
    mutating func money(orNone field: String) -> Money? { document[field] == nil ? nil : money(field) }

    /// A date the record is nothing without.
    mutating func date(_ field: String) -> Date? {
        let date = Date.reading(document[field])
        if date == nil { remark(field, document[field] == nil ? "missing" : "not a date") }
        return date
    }

    /// When the record was made; absent in some imports, and never worth a remark.
    var createdAt: Date? { Date.reading(document["createdAt"]) }

    /// A typed text, cleaned and bounded.
    mutating func text(_ field: String) -> String? {
        guard case .string(let raw) = document[field] else { return nil }
        let typed = TypedText(raw)
        if typed.isCut { remark(field, "longer than \(TypedText.nameLimit) characters, cut") }
        return typed.text.isEmpty ? nil : typed.text
    }

    /// The record's name, "Unnamed" when it has none.
    mutating func name() -> String {
        if let name = text("name") { return name }
        remark("name", "no readable name")
        return "Unnamed"
    }

    /// The label of repetition; absent is the backend's default for the collection.
    mutating func frequency() -> Frequency { text("frequency").map(Frequency.init(stored:)) ?? .once }

    /// A reference to another record.
    func reference(_ field: String) -> String? { document[field].flatMap(Self.id) }

    /// A yes or no; anything else is the backend's default, no.
    func flag(_ field: String) -> Bool { document[field] == .bool(true) }

    /// A percentage inside `range`, read to a hundredth like an amount; absent gives nil without a remark.
    mutating func percent(_ field: String, in range: ClosedRange<Double>) -> Double? {
        guard let value = document[field], value != .null else { return nil }
        let reading = Self.number(value)
        if let reading, range.contains(reading) { return reading }
        remark(field, reading == nil ? "not a number" : "outside what a percentage can be")
        return nil
    }

    private static func number(_ value: Document.Value) -> Double? {
        switch value {
        case .int(let number): Double(number)
        case .double(let number): number.isFinite ? number : nil
        case .decimal(let text), .string(let text): Money.reading(text: text).money.map { Double($0.pence) / 100 }
        default: nil
        }
    }
}

extension Frequency {
    /// Reads a stored label; `on-off` is the backend's spelling of one-off.
    public init(stored: String) {
        switch stored.lowercased() {
        case "on-off", "one-off", "once": self = .once
        case "weekly": self = .weekly
        case "monthly": self = .monthly
        case "yearly": self = .yearly
        default: self = .unknown(stored)
        }
    }
}
