public import FoundationEssentials

// How a stored date becomes an instant. The old backend stored what the client sent, so one collection holds BSON dates,
// ISO texts with and without a time, and what JavaScript prints for a Date. A text without a zone is UTC. Texts such as
// 05/11/2025 mean different days in different countries and are not read.

extension Date {
    /// Years outside of which a date is taken for a slip of the finger.
    static let believableYears = 1900...2200

    /// The same instant in whole milliseconds, as BSON keeps it; nil outside the believable years.
    public var stored: Date? {
        let milliseconds = (timeIntervalSince1970 * 1_000).rounded()
        guard milliseconds.magnitude < 1e14 else { return nil }
        let date = Date(timeIntervalSince1970: milliseconds / 1_000)
        return Self.believableYears.contains(Day(date).year) ? date : nil
    }

    /// Reads a stored value of any kind; nil when it is no date.
    public static func reading(_ value: Document.Value?) -> Date? {
        switch value {
        case .date(let date): date.stored
        case .string(let text): reading(text: text)
        default: nil
        }
    }

    /// Reads `2026-05-14`, `2026-05-14T08:30:00.120+01:00` and `Thu May 14 2026 08:30:00 GMT+0100 (…)`.
    public static func reading(text: String) -> Date? {
        guard text.utf8.count <= 128 else { return nil }
        var scan = DateScan(text)
        return (scan.isoDate() ?? scan.scriptDate())?.stored
    }
}
