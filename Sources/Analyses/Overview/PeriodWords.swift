import Finance

/// Finds the period that a question names, and which of its words say so.
///
/// "Last three months" are the three whole months before the running one, "last 7 days" end today; a month by name is
/// the latest that is not in the future. "The week before" steps back from what was asked last.
struct PeriodWords {
    let words: AskedWords
    let today: Day
    let previous: SpendingPeriod?

    /// Most days, weeks or months that "the last …" may be.
    static let most = 400

    /// The period and the words used for it; nil when none is named.
    func find() -> (period: SpendingPeriod, used: Range<Int>)? {
        phrase() ?? words.typed.indices.lazy.compactMap { span($0) ?? week($0) ?? month($0) ?? year($0) }.first
    }

    private func phrase() -> (SpendingPeriod, Range<Int>)? {
        for (text, made) in fixed {
            let phrase = text.split(separator: " ").map(String.init)
            if let place = words.place(of: phrase) { return (made, place..<place + phrase.count) }
        }
        return nil
    }

    /// The longer phrases first, since they hold the shorter ones.
    private var fixed: [(String, SpendingPeriod)] {
        let yesterday = today.advanced(by: -1)
        let units: [(String, SpendingPeriod.Unit)] = [
            ("week", .week), ("month", .month), ("year", .year), ("day", .day),
        ]
        let relative = units.flatMap { word, unit -> [(String, SpendingPeriod)] in
            let this = SpendingPeriod(unit, holding: today)
            let last = this.before(unit)
            return [
                ("the \(word) before last", last.before(unit)), ("\(word) before last", last.before(unit)),
                ("the \(word) before", (previous ?? this).before(unit)), ("the previous \(word)", stepped(unit)),
                ("\(word) before", (previous ?? this).before(unit)), ("this \(word)", this), ("last \(word)", last),
                ("past \(word)", last), ("previous \(word)", stepped(unit)), ("current \(word)", this),
            ]
        }
        let days = [
            ("day before yesterday", SpendingPeriod(.day, holding: today.advanced(by: -2))),
            ("yesterday", SpendingPeriod(.day, holding: yesterday)), ("today", SpendingPeriod(.day, holding: today)),
            ("so far this month", SpendingPeriod(.month, holding: today)),
        ]
        return days + relative
    }

    private func stepped(_ unit: SpendingPeriod.Unit) -> SpendingPeriod {
        (previous ?? SpendingPeriod(unit, holding: today)).before(unit)
    }

    /// "Last 7 days", "past three months".
    private func span(_ place: Int) -> (SpendingPeriod, Range<Int>)? {
        let typed = words.typed
        guard place + 2 < typed.count, ["last", "past", "previous"].contains(typed[place]) else { return nil }
        let names = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
        let said = Int(typed[place + 1]) ?? names.firstIndex(of: typed[place + 1]).map { $0 + 2 }
        guard let count = said, (1...Self.most).contains(count) else { return nil }
        let used = place..<place + 3
        switch words.keys[place + 2] {
        case "day": return (SpendingPeriod(today.advanced(by: 1 - count), today), used)
        case "week":
            let week = ISOWeek(containing: today)
            return (SpendingPeriod(week.advanced(by: -count).firstDay, week.previous.lastDay), used)
        case "month":
            let month = Month(today)
            return (SpendingPeriod(month.advanced(by: -count).firstDay, month.previous.lastDay), used)
        default: return nil
        }
    }

    /// `2026-w47`, "week 47" of this year or of the year that follows.
    private func week(_ place: Int) -> (SpendingPeriod, Range<Int>)? {
        let typed = words.typed
        if let week = ISOWeek(typed[place].uppercased()) { return (SpendingPeriod(week), place..<place + 1) }
        guard typed[place] == "week", place + 1 < typed.count, let number = Int(typed[place + 1]) else { return nil }
        let given = year(after: place + 1)
        let year = given?.year ?? ISOWeek(containing: today).year
        return ISOWeek(year: year, week: number).map { (SpendingPeriod($0), place..<(given?.end ?? place + 2)) }
    }

    /// `2026-03`, `2026-03-14`, "march", "march 2026".
    private func month(_ place: Int) -> (SpendingPeriod, Range<Int>)? {
        let typed = words.typed
        if let month = Month(typed[place]) { return (SpendingPeriod(month), place..<place + 1) }
        if let day = Day(typed[place]) { return (SpendingPeriod(.day, holding: day), place..<place + 1) }
        guard let number = Self.months.firstIndex(where: { $0 == typed[place] || $0.prefix(3) == typed[place] }) else {
            return nil
        }
        // "May" is more often a verb than a month.
        let leads = ["in", "for", "during", "last", "of", "about", "and"]
        guard typed[place] != "may" || place > 0 && leads.contains(typed[place - 1]) else { return nil }
        let given = year(after: place)
        let isAhead = number + 1 > today.month
        let month = Month(year: given?.year ?? (isAhead ? today.year - 1 : today.year), month: number + 1)
        return month.map { (SpendingPeriod($0), place..<(given?.end ?? place + 1)) }
    }

    private func year(_ place: Int) -> (SpendingPeriod, Range<Int>)? {
        guard place > 0, ["in", "during", "for"].contains(words.typed[place - 1]), let given = year(after: place - 1)
        else { return nil }
        return (SpendingPeriod(.year, holding: Day(year: given.year, month: 1, clampedDay: 1)), place..<place + 1)
    }

    private func year(after place: Int) -> (year: Int, end: Int)? {
        guard place + 1 < words.typed.count, words.typed[place + 1].count == 4, let year = Int(words.typed[place + 1]),
            (2_000...2_100).contains(year)
        else { return nil }
        return (year, place + 2)
    }

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]
}
