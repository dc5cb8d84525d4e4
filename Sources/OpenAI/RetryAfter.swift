internal import Curl
internal import FoundationEssentials

/// How long a provider asks us to wait, in any of the forms in use. Nil for none, for nonsense and for what is not in
/// the future: then the wait is ours to choose.
struct RetryAfter {
    let duration: Duration?

    /// Longer waits mean no more than this one.
    private static let longest = 86_400.0

    init(_ head: CurlHead, now: Date) {
        duration =
            RetryAfter.wait(seconds: RetryAfter.number(head.header("retry-after-ms")).map { $0 / 1000 })
            ?? RetryAfter.wait(seconds: RetryAfter.number(head.header("retry-after")))
            ?? RetryAfter.wait(
                seconds: head.header("retry-after").flatMap { HTTPDate($0) }.map { $0.date.timeIntervalSince(now) })
    }

    private static func number(_ text: String?) -> Double? { text.flatMap { Double($0) } }

    private static func wait(seconds: Double?) -> Duration? {
        guard let seconds, seconds > 0, seconds.isFinite else { return nil }
        return .seconds(min(seconds, longest))
    }
}

/// A date as HTTP writes it: `Sun, 06 Nov 1994 08:49:37 GMT`.
struct HTTPDate {
    let date: Date

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    init?(_ text: String) {
        let words = text.split(separator: " ")
        guard words.count == 6, words[5] == "GMT", let day = Int(words[1]), let year = Int(words[3]),
            let month = HTTPDate.months.firstIndex(of: String(words[2]))
        else { return nil }
        let clock = words[4].split(separator: ":").compactMap { Int($0) }
        guard clock.count == 3, (1...31).contains(day), (1970...9999).contains(year), (0..<24).contains(clock[0]),
            (0..<60).contains(clock[1]), (0...60).contains(clock[2])
        else { return nil }
        let days = HTTPDate.days(year, month + 1, day)
        date = Date(timeIntervalSince1970: Double(days * 86_400 + clock[0] * 3600 + clock[1] * 60 + clock[2]))
    }

    /// Days since 1970 in the Gregorian calendar, with years that begin in March so that leap days come last.
    private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let inYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        return shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + inYear - 719_468
    }
}
