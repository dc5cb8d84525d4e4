import FoundationEssentials

/// Reads the two shapes of date text that clients of the backend send.
struct DateScan {
    private static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]

    private let text: [UInt8]
    private var rest: ArraySlice<UInt8>

    init(_ string: String) {
        var bytes = Array(string.utf8)[...]
        while let last = bytes.last, last <= 32 { bytes.removeLast() }
        text = Array(bytes.drop { $0 <= 32 })
        rest = text[...]
    }

    /// `YYYY-MM-DD`, alone or with `T` or a space, a time and a zone.
    mutating func isoDate() -> Date? {
        rest = text[...]
        guard let year = number(4), take("-"), let month = number(2), take("-"), let day = number(2),
            let start = Self.midnight(year, month, day)
        else { return nil }
        if rest.isEmpty { return start }
        guard take("T") || take("t") || take(" "), let time = clock() else { return nil }
        return finish(start.addingTimeInterval(time))
    }

    /// `Thu May 14 2026 08:30:00 GMT+0100 (British Summer Time)`; the weekday and the words in brackets say nothing.
    mutating func scriptDate() -> Date? {
        rest = text[...]
        guard word() != nil, let name = word(), let month = Self.months.firstIndex(of: name), let day = number(2),
            take(" "), let year = number(4), let start = Self.midnight(year, month + 1, day)
        else { return nil }
        if rest.isEmpty { return start }
        guard take(" "), let time = clock() else { return nil }
        if let bracket = rest.firstIndex(of: UInt8(ascii: "(")) { rest = rest[..<bracket] }
        while rest.last == 32 { rest.removeLast() }
        if take(" ") { guard take("G"), take("M"), take("T") else { return nil } }
        return finish(start.addingTimeInterval(time))
    }

    private static func midnight(_ year: Int, _ month: Int, _ day: Int) -> Date? {
        guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
        let made = Day(year: year, month: month, clampedDay: day)
        return made.day == day ? made.start : nil
    }

    /// Seconds since midnight of `HH:MM`, `HH:MM:SS` or `HH:MM:SS.fff`.
    private mutating func clock() -> Double? {
        guard let hour = number(2), take(":"), let minute = number(2), hour < 24, minute < 60 else { return nil }
        var seconds = 0.0
        if take(":") {
            guard let second = number(2), second < 61 else { return nil }
            seconds = Double(second)
            if take(".") { seconds += fraction() }
        }
        return Double(hour * 3_600 + minute * 60) + seconds
    }

    private mutating func fraction() -> Double {
        var value = 0.0
        var place = 0.1
        while let byte = rest.first, (48...57).contains(byte) {
            value += Double(byte - 48) * place
            place /= 10
            rest.removeFirst()
        }
        return value
    }

    /// Applies the zone that is left: none or `Z` is UTC, else `+01:00` or `+0100`.
    private mutating func finish(_ local: Date) -> Date? {
        if rest.isEmpty { return local }
        if take("Z") || take("z") { return rest.isEmpty ? local : nil }
        let sign: Double = take("+") ? -1 : 1
        guard sign < 0 || take("-"), let hours = number(2) else { return nil }
        _ = take(":")
        guard let minutes = rest.isEmpty ? 0 : number(2), hours < 15, minutes < 60, rest.isEmpty else { return nil }
        return local.addingTimeInterval(sign * Double(hours * 3_600 + minutes * 60))
    }

    private mutating func number(_ width: Int) -> Int? {
        let digits = rest.prefix(width)
        guard digits.count == width, digits.allSatisfy({ (48...57).contains($0) }) else { return nil }
        rest.removeFirst(width)
        return digits.reduce(0) { $0 * 10 + Int($1 - 48) }
    }

    private mutating func take(_ character: Character) -> Bool {
        guard let byte = rest.first, byte == character.asciiValue else { return false }
        rest.removeFirst()
        return true
    }

    /// Three letters in lower case and the space behind them.
    private mutating func word() -> String? {
        let letters = rest.prefix(3)
        guard letters.count == 3, letters.allSatisfy({ (97...122).contains($0 | 32) }) else { return nil }
        rest.removeFirst(3)
        _ = take(",")
        guard take(" ") else { return nil }
        return String(decoding: letters.map { $0 | 32 }, as: UTF8.self)
    }
}
