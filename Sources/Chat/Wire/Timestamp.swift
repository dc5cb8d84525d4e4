import Finance
import FoundationEssentials

/// Times as they leave: RFC 3339 in UTC with milliseconds, `2026-04-20T10:00:00.250Z`.
enum Timestamp {
    /// The text of an instant.
    static func text(_ instant: Date) -> String {
        let milliseconds = Int64((instant.timeIntervalSince1970 * 1_000).rounded())
        let (days, rest) = milliseconds.flooredDivision(by: 86_400_000)
        let day = Day(number: Int(days))
        let parts = [rest / 3_600_000, rest / 60_000 % 60, rest / 1_000 % 60].map { padded($0, 2) }
        return "\(day)T\(parts.joined(separator: ":")).\(padded(rest % 1_000, 3))Z"
    }

    private static func padded(_ value: Int64, _ width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

extension Int64 {
    fileprivate func flooredDivision(by divisor: Int64) -> (Int64, Int64) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}
