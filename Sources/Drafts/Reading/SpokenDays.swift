import Finance

/// The days a message names, given today. British order: 03/11 is 3 November.
///
/// A day that could be two days gives both; a stretch of time ("last week", "in March") or an impossible day gives none
/// and `isVague`. A day without a year is the last one before today, or the coming one where `isComing` says so.
struct SpokenDays {
    /// The days it may be, each once; empty when none is named.
    private(set) var days: [Day] = []
    /// Whether something names a time that is not one day.
    private(set) var isVague = false
    private let today: Day
    private let isComing: Bool

    init(_ words: inout SpokenWords, today: Day, isComing: Bool = false) {
        self.today = today
        self.isComing = isComing
        var index = 0
        while index < words.keys.count {
            guard let (length, found) = read(words, at: index) else {
                index += 1
                continue
            }
            days += found.filter { !days.contains($0) }
            isVague = isVague || found.isEmpty
            let start = Self.leading.contains(words.key(index - 1)) ? index - 1 : index
            words.use(start..<index + length)
            index += length
        }
    }

    /// A day that begins at a place: how many words it takes, and what it may be.
    private func read(_ words: SpokenWords, at index: Int) -> (Int, [Day])? {
        phrase(words, index) ?? ago(words, index) ?? weekday(words, index) ?? written(words, index)
    }

    private func phrase(_ words: SpokenWords, _ index: Int) -> (Int, [Day])? {
        for (phrase, offset) in Self.phrases where words.stand(phrase, at: index) {
            return (phrase.count, [today.advanced(by: offset)])
        }
        for phrase in Self.stretches where words.stand(phrase, at: index) {
            // "last week Tuesday" names a day after all.
            if phrase == ["last", "week"], let weekday = Self.weekdays[words.key(index + 2)] {
                return (3, [lastWeek(weekday)])
            }
            return (phrase.count, [])
        }
        return nil
    }

    private func ago(_ words: SpokenWords, _ index: Int) -> (Int, [Day])? {
        guard let (count, length) = NumberWords.number(in: words, at: index),
            words.key(index + length + 1) == "ago"
        else { return nil }
        switch words.key(index + length) {
        case "day", "days": return (length + 2, [today.advanced(by: -Int(count))])
        case "week", "weeks": return (length + 2, [today.advanced(by: -7 * Int(count))])
        case "month", "months", "year", "years": return (length + 2, [])
        default: return nil
        }
    }

    private func weekday(_ words: SpokenWords, _ index: Int) -> (Int, [Day])? {
        let before = words.key(index - 1)
        let key = words.key(index)
        let isShort = Self.shortWeekdays[key] != nil && Self.leading.union(["this"]).contains(before)
        guard let weekday = isShort ? Self.shortWeekdays[key] : Self.weekdays[key] else { return nil }
        if words.stand(["last", "week"], at: index + 1) { return (3, [lastWeek(weekday)]) }
        let length = Self.partsOfDay.contains(words.key(index + 1)) ? 2 : 1
        return (length, days(of: weekday, after: before))
    }

    private func days(of weekday: Int, after before: String) -> [Day] {
        let back = (Self.weekday(of: today) - weekday + 7) % 7
        let coming = today.advanced(by: back == 0 ? 0 : 7 - back)
        switch before {
        case "last", "past": return [today.advanced(by: back == 0 ? -7 : -back)]
        case "next": return [today.advanced(by: 7 - back)]
        case "this": return [coming]
        default: break
        }
        if isComing { return [coming] }
        return back == 0 ? [today, today.advanced(by: -7)] : [today.advanced(by: -back)]
    }

    private func written(_ words: SpokenWords, _ index: Int) -> (Int, [Day])? {
        WrittenDay(words, at: index).map { ($0.length, $0.days(today: today, isComing: isComing)) }
    }

    private func lastWeek(_ weekday: Int) -> Day { ISOWeek(containing: today).previous.firstDay.advanced(by: weekday) }

    /// Monday is 0.
    static func weekday(of day: Day) -> Int { day.number - ISOWeek(containing: day).firstDay.number }

    private static let leading: Set<String> = [
        "on", "last", "next", "past", "this", "due", "from", "since", "starting",
    ]
    private static let partsOfDay: Set<String> = ["morning", "afternoon", "evening", "night"]
    private static let phrases: [([String], Int)] = [
        (["the", "day", "before", "yesterday"], -2), (["day", "before", "yesterday"], -2), (["yesterday"], -1),
        (["last", "night"], -1), (["today"], 0), (["tonight"], 0), (["this", "morning"], 0),
        (["this", "afternoon"], 0), (["this", "evening"], 0), (["just", "now"], 0), (["tomorrow"], 1),
    ]
    private static let stretches = [
        ["last", "week"], ["this", "week"], ["next", "week"], ["last", "month"], ["this", "month"], ["next", "month"],
        ["last", "year"], ["the", "other", "day"], ["recently"], ["last", "weekend"], ["at", "the", "weekend"],
    ]
    private static let weekdays = [
        "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
    ]
    /// Half of these are words of their own ("sat nav", "sun cream"), so they need a word like "on" before them.
    private static let shortWeekdays = [
        "mon": 0, "tue": 1, "tues": 1, "wed": 2, "weds": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5,
        "sun": 6,
    ]
}

extension SpokenWords {
    /// Marks every day that is named, whichever day that is.
    mutating func skipDays() { _ = SpokenDays(&self, today: Day(year: 2000, month: 1, clampedDay: 1)) }
}
