public import Finance
public import FoundationEssentials

/// People that tests of every target know by name, as the database would hold them. Each is a round of documents;
/// `snapshot(of:)` reads one at the shared instant.
///
/// maya – the worked example: two incomes, linked and unlinked expenses, a partner, three debts, two goals.
/// noah – signed up today and entered nothing.
/// dana – spends more than comes in, no goals, a budget that nothing is linked to.
/// omar – five debts, one of which grows, one cleared.
/// dirty – every number and date a database can hold by accident.
/// ada – only records of the old backend's shape, dates as text.
/// mallory – names that try to give orders, to close the data block or to hide text.
public enum NamedPeople {
    /// The shared instant, 2026-04-20T10:00:00Z.
    public static let now = Date(timeIntervalSince1970: 1_776_679_200)
    /// April 2026.
    public static let month = Month(containing: now)

    /// Everyone by name.
    public static var all: [(name: String, documents: SnapshotDocuments)] {
        [
            ("maya", maya), ("noah", noah), ("dana", dana), ("omar", omar), ("dirty", dirty), ("ada", ada),
            ("mallory", mallory),
        ]
    }

    /// Reads one of them in April 2026.
    public static func snapshot(of documents: SnapshotDocuments) throws(SnapshotError) -> Snapshot {
        try Snapshot(documents: documents, month: month, asOf: now)
    }

    /// Midnight UTC of a day, or the instant of an ISO text; a misspelt literal stops the test run.
    public static func date(_ text: String) -> Document.Value {
        guard let date = Date.reading(text: text) else { preconditionFailure("a test date must be readable: \(text)") }
        return .date(date)
    }
}
