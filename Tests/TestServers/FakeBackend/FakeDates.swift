import Finance
import FoundationEssentials

extension Date {
    /// What a script prints: UTC with milliseconds, `2026-05-02T00:00:00.000Z`.
    var scriptText: String {
        let whole = Int64((timeIntervalSince1970 * 1_000).rounded())
        let digits = String(((whole % 1_000) + 1_000) % 1_000)
        let seconds = Date(timeIntervalSince1970: Double(whole) / 1_000 - Double(Int64(digits) ?? 0) / 1_000)
        return seconds.rfc3339.dropLast() + "." + String(repeating: "0", count: 3 - digits.count) + digits + "Z"
    }

    /// The same moment `count` months on, by a script's arithmetic: a day the month does not have runs over into the
    /// next (31 January and a month is 3 March). Nil where a script's dates end.
    func runningOver(months count: Double) -> Date? {
        guard count.magnitude < 2_000_000 else { return nil }
        let day = Day(self)
        let time = timeIntervalSince1970 - day.start.timeIntervalSince1970
        let first = Month(containing: self).advanced(by: Int(count)).firstDay
        return first.advanced(by: day.day - 1).start.addingTimeInterval(time)
    }
}
