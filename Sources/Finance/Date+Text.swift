public import FoundationEssentials

extension Date {
    /// RFC 3339 in UTC to the second: `2026-04-20T10:00:00Z`.
    public var rfc3339: String {
        let day = Day(self)
        let seconds = Int((timeIntervalSince1970 - day.start.timeIntervalSince1970).rounded(.down))
        let parts = [seconds / 3_600, seconds / 60 % 60, seconds % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return "\(day)T\(parts.joined(separator: ":"))Z"
    }
}
