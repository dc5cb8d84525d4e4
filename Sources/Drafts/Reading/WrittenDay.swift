import Finance

/// A date written out: `3 Nov`, `3rd of November 2025`, `November 3rd`, `03/11`, `3/11/25`, `2026-11-03`, `the 3rd`,
/// `in March`. Which day that is, if any, depends on today.
struct WrittenDay {
    /// How many words it takes.
    let length: Int
    private let day: Int?
    private let month: Int?
    private let year: Int?

    init?(_ words: SpokenWords, at index: Int) {
        guard
            let parts = Self.figures(words.key(index)) ?? Self.dayFirst(words, index) ?? Self.monthFirst(words, index)
                ?? Self.dayAlone(words, index) ?? Self.monthAlone(words, index)
        else { return nil }
        (length, day, month, year) = parts
    }

    /// The days it may be: none for an impossible or vague one, two when the year is not clear.
    func days(today: Day, isComing: Bool) -> [Day] {
        guard let day else { return [] }
        guard let month else { return nearest(day, today, isComing) }
        if let year { return Self.day(year, month, day).map { [$0] } ?? [] }
        let years = isComing ? [today.year, today.year + 1] : [today.year, today.year - 1]
        let made = years.compactMap { Self.day($0, month, day) }
        if isComing { return made.first { $0 >= today }.map { [$0] } ?? [] }
        return made.first.map { $0 <= today ? [$0] : made } ?? []
    }

    /// "The 3rd": of this month, or of the one before or after it.
    private func nearest(_ day: Int, _ today: Day, _ isComing: Bool) -> [Day] {
        let month = Month(containing: today.start)
        let months = isComing ? [month, month.next] : [month, month.previous]
        let made = months.compactMap { Self.day($0.year, $0.month, day) }
        return made.first { isComing ? $0 >= today : $0 <= today }.map { [$0] } ?? []
    }

    private typealias Parts = (Int, Int?, Int?, Int?)

    /// `03/11`, `3/11/25`, `03-11-2025`, `3.11.2025`, `2026-11-03`.
    private static func figures(_ key: String) -> Parts? {
        for mark in ["/", "-", "."] as [Character] where key.contains(mark) {
            let parts = key.split(separator: mark, omittingEmptySubsequences: false).map(Self.number)
            guard parts.allSatisfy({ $0 != nil }) else { return nil }
            let numbers = parts.compactMap(\.self)
            if numbers.count == 2, mark == "/" { return (1, numbers[0], numbers[1], nil) }
            guard numbers.count == 3 else { return nil }
            if numbers[0] > 99 { return (1, numbers[2], numbers[1], numbers[0]) }
            return (1, numbers[0], numbers[1], numbers[2] < 100 ? 2_000 + numbers[2] : numbers[2])
        }
        return nil
    }

    private static func dayFirst(_ words: SpokenWords, _ index: Int) -> Parts? {
        guard let day = dayNumber(words.key(index)) else { return nil }
        let gap = words.key(index + 1) == "of" ? 1 : 0
        guard let month = month(words.key(index + 1 + gap)) else { return nil }
        let year = year(words.key(index + 2 + gap))
        return (2 + gap + (year == nil ? 0 : 1), day, month, year)
    }

    private static func monthFirst(_ words: SpokenWords, _ index: Int) -> Parts? {
        guard let month = month(words.key(index)), let day = dayNumber(words.key(index + 1)) else { return nil }
        let year = year(words.key(index + 2))
        return (year == nil ? 2 : 3, day, month, year)
    }

    private static func dayAlone(_ words: SpokenWords, _ index: Int) -> Parts? {
        let key = words.key(index + 1)
        guard words.key(index) == "the", number(key[...]) == nil, let day = dayNumber(key) else { return nil }
        return (2, day, nil, nil)
    }

    private static func monthAlone(_ words: SpokenWords, _ index: Int) -> Parts? {
        guard words.key(index) == "in", let month = month(words.key(index + 1)) else { return nil }
        return (2, nil, month, nil)
    }

    /// `3`, `03`, `3rd`, 1 to 31.
    private static func dayNumber(_ key: String) -> Int? {
        let digits = key.prefix { $0.isASCII && $0.isNumber }
        guard ["", "st", "nd", "rd", "th"].contains(key.dropFirst(digits.count)), let day = number(digits) else {
            return nil
        }
        return (1...31).contains(day) ? day : nil
    }

    private static func year(_ key: String) -> Int? {
        number(key[...]).flatMap { key.count == 4 && (1_990...2_100).contains($0) ? $0 : nil }
    }

    private static func month(_ key: String) -> Int? {
        let names = [
            "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
            "november", "december",
        ]
        guard key.count >= 3 else { return nil }
        return names.firstIndex { $0 == key || $0.prefix(3) == key || $0.prefix(4) == key && key == "sept" }
            .map { $0 + 1 }
    }

    private static func number(_ digits: Substring) -> Int? {
        (1...4).contains(digits.utf8.count) && digits.utf8.allSatisfy { (48...57).contains($0) } ? Int(digits) : nil
    }

    private static func day(_ year: Int, _ month: Int, _ day: Int) -> Day? {
        guard (1...9_999).contains(year), (1...12).contains(month), day >= 1 else { return nil }
        let made = Day(year: year, month: month, clampedDay: day)
        return made.day == day ? made : nil
    }
}
