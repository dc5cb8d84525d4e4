import Finance

// Days, months and years: `22 May 2026`, `22nd of May`, `May 22, 2026`, `22/05/2026`, `2026-05-22`, `May 2026`, `2031`.
extension ClaimReader {
    /// Months by name and by the short forms in use.
    static let monthNumbers: [String: Int] = [
        "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
        "september": 9, "october": 10, "november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4,
        "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
    ]
    private static let ordinals: Set = ["st", "nd", "rd", "th"]
    private static let yearLeads: Set = [
        "in", "by", "until", "till", "since", "from", "during", "early", "late", "mid", "end", "before", "after",
    ]
    private static let partsOfYear: Set = ["end", "start", "beginning", "middle", "half", "quarter", "rest"]

    func date(at index: Int) -> Claim? {
        writtenDate(at: index) ?? digitDate(at: index)
    }

    /// `5 May 2026`, `5th of May`, `on the 5th`.
    private func writtenDate(at index: Int) -> Claim? {
        guard let day = lexemes[index].numeral?.whole, (1...31).contains(day) else { return nil }
        var next = index + 1
        let isOrdinal = Self.ordinals.contains(text(next)) && !lexemes[next].isSpaced
        if isOrdinal { next += 1 }
        if text(next) == "of" { next += 1 }
        if let month = Self.monthNumbers[text(next)], lexemes[next].isCapital || isMonth(next) && text(next) != "may" {
            let year = yearNumber(next + 1)
            return Claim(
                value: .day(day: day, month: month, year: year), words: index..<(year == nil ? next + 1 : next + 2))
        }
        guard isOrdinal, text(index - 1) == "the", ["on", "by", "until", "from"].contains(text(index - 2)) else {
            return nil
        }
        return Claim(value: .day(day: day, month: nil, year: nil), words: index..<index + 2)
    }

    /// `2026-05-22`, `2026-05`, `22/05/2026`, `22.05.2026`; day before month, as in Britain.
    private func digitDate(at index: Int) -> Claim? {
        let parts = [lexemes[index], at(index + 2), at(index + 4)].map { $0?.numeral?.whole }
        guard let first = parts[0], let second = parts[1], ["-", "/"].contains(text(index + 1)) else { return nil }
        let isThird = text(index + 3) == text(index + 1)
        if (1900...2199).contains(first), (1...12).contains(second) {
            if isThird, let third = parts[2], (1...31).contains(third) {
                return Claim(value: .day(day: third, month: second, year: first), words: index..<index + 5)
            }
            let month = text(index + 1) == "-" && text(index + 2).count == 2 ? Month(year: first, month: second) : nil
            return month.map { Claim(value: .month($0), words: index..<index + 3) }
        }
        guard isThird, let third = parts[2], (1...31).contains(first), (1...12).contains(second), third > 0 else {
            return nil
        }
        let year = third < 100 ? 2_000 + third : third
        return Claim(value: .day(day: first, month: second, year: year), words: index..<index + 5)
    }

    /// `May 2026`, `May 22, 2026`, `May 22nd`; a month without a year is no claim, only a setting for others.
    func monthName(at index: Int) -> Claim? {
        guard let month = Self.monthNumbers[text(index)] else { return nil }
        if let year = yearNumber(index + 1), let found = Month(year: year, month: month) {
            return Claim(value: .month(found), words: index..<index + 2)
        }
        guard isMonth(index) || lexemes[index].isCapital, let day = at(index + 1)?.numeral?.whole,
            (1...31).contains(day)
        else { return nil }
        let isOrdinal = Self.ordinals.contains(text(index + 2))
        var end = isOrdinal ? index + 3 : index + 2
        let year = yearNumber(text(end) == "," ? end + 1 : end)
        if year != nil { end += text(end) == "," ? 2 : 1 }
        // "In May 2 payments are due" names no day.
        guard year != nil || isOrdinal else { return nil }
        return Claim(value: .day(day: day, month: month, year: year), words: index..<end)
    }

    /// `by 2031`: four digits that a word of time leads to.
    func year(at index: Int) -> Claim? {
        let isPart = text(index - 1) == "of" && Self.partsOfYear.contains(text(index - 2))
        guard let year = yearNumber(index), isPart || Self.yearLeads.contains(text(index - 1)) else { return nil }
        return Claim(value: .year(year), words: index..<index + 1)
    }

    /// Whether the word is the name of a month and not the verb: capital, or behind a word that leads to a month.
    func isMonth(_ index: Int) -> Bool {
        guard ["may", "march", "mar"].contains(text(index)) else { return true }
        if yearNumber(index + 1) != nil { return true }
        let isLed =
            Self.monthLeads.contains(text(index - 1))
            || lexemes.indices.contains(index - 1)
                && lexemes[index - 1].kind == .number
        return isLed || lexemes[index].isCapital && index > 0 && lexemes[index - 1].kind == .word
    }

    private static let monthLeads: Set = [
        "in", "for", "during", "since", "of", "from", "to", "until", "by", "last", "this", "next", "early", "late",
        "mid", "through", "than", "between", "s",
    ]

    private func at(_ index: Int) -> Lexeme? { lexemes.indices.contains(index) ? lexemes[index] : nil }

    private func yearNumber(_ index: Int) -> Int? {
        guard let lexeme = at(index), lexeme.text.utf8.count == 4, let year = lexeme.numeral?.whole,
            (1900...2199).contains(year)
        else { return nil }
        return year
    }
}
