import Finance

/// The month a question means, when it names one.
enum CoachPeriod {
    /// "Last month", "next month", or a month by name: the latest one that is not in the future, with a year if given.
    static func month(of question: CoachQuestion, now: Month) -> Month? {
        // Letter by letter: "the last months" are many, and "than last month" only compares.
        let text = " " + question.words.joined(separator: " ") + " "
        if [" than last month ", " to last month ", " with last month "].contains(where: text.contains) { return nil }
        if [" last month ", " previous month ", " month before "].contains(where: text.contains) {
            return now.previous
        }
        if [" next month ", " coming month "].contains(where: text.contains) { return now.next }
        for (place, word) in question.words.enumerated() {
            guard let number = names.firstIndex(where: { $0 == word || $0.prefix(3) == word }) else { continue }
            // "may" is more often a verb than a month.
            guard word != "may" || place > 0 && ["in", "for", "last", "of"].contains(question.words[place - 1])
            else { continue }
            // "By June" is a date to reach, not the month asked about.
            guard place == 0 || !["by", "before", "until", "till"].contains(question.words[place - 1]) else {
                continue
            }
            let year = place + 1 < question.words.count ? Int(question.words[place + 1]) : nil
            return named(number + 1, year: year, now: now)
        }
        return nil
    }

    private static func named(_ number: Int, year: Int?, now: Month) -> Month? {
        if let year, (2_000...2_100).contains(year) { return Month(year: year, month: number) }
        return Month(year: number <= now.month ? now.year : now.year - 1, month: number)
    }

    private static let names = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]
}
