import Finance

/// A stretch of time that a sentence speaks of, as the setting of its numbers.
enum Period: Sendable, Hashable {
    /// A month; the year is nil when only its name was written.
    case month(Int, year: Int?)
    /// A whole year.
    case year(Int)

    /// Whether a figure of `month` may be stated for it.
    func covers(_ month: Month) -> Bool {
        switch self {
        case .month(let number, let year): month.month == number && (year.map { $0 == month.year } ?? true)
        case .year: false
        }
    }

    /// Whether all of it lies before `month`; a bare month name counts as the one nearest before or at `month`'s year.
    func isBefore(_ month: Month) -> Bool {
        switch self {
        case .month(let number, let year): (year ?? month.year, number) < (month.year, month.month)
        case .year(let year): year < month.year
        }
    }
}

/// Something a sentence speaks of and the words that do.
struct Mention<Item: Sendable & Hashable>: Sendable, Hashable {
    var item: Item
    var words: Range<Int>
}

/// Finds the periods of a sentence: month names, `2026-04`, "this month", "last year".
struct PeriodReader {
    let lexemes: [Lexeme]
    /// The month in which "this month" is said.
    let now: Month

    /// Words that make a month an edge and not a setting: "until January".
    private static let edges: Set = ["until", "till", "by", "before", "since", "after", "due"]

    func mentions() -> [Mention<Period>] {
        let reader = ClaimReader(lexemes: lexemes)
        var found: [Mention<Period>] = []
        var index = 0
        while index < lexemes.count {
            let words = index..<index + 1
            let (period, read) = relative(at: index) ?? written(at: index, reader) ?? (nil, words)
            if let period, !isEdge(index) { found.append(Mention(item: period, words: read)) }
            index = read.upperBound
        }
        return found
    }

    private typealias Reading = (period: Period?, words: Range<Int>)

    /// A month or a year as written; a day is read over whole, since it is no setting.
    private func written(at index: Int, _ reader: ClaimReader) -> Reading? {
        let isNumber = lexemes[index].kind == .number
        let claim = isNumber ? reader.date(at: index) ?? reader.year(at: index) : reader.monthName(at: index)
        switch claim?.value {
        case .month(let month): return claim.map { (Self.period(month), $0.words) }
        case .year(let year): return claim.map { (.year(year), $0.words) }
        case nil: break
        default: return claim.map { (nil, $0.words) }
        }
        guard !isNumber, let number = ClaimReader.monthNumbers[lexemes[index].text], reader.isMonth(index),
            lexemes[index].isCapital || reader.text(index - 1) == "in"
        else { return nil }
        return (.month(number, year: nil), index..<index + 1)
    }

    /// "This month", "last month", "this year", "last year".
    private func relative(at index: Int) -> Reading? {
        guard index + 1 < lexemes.count, let step = Self.steps[lexemes[index].text] else { return nil }
        let words = index..<index + 2
        switch lexemes[index + 1].text {
        case "month", "month's": return (Self.period(now.advanced(by: step)), words)
        case "year", "year's": return (.year(now.year + step), words)
        default: return nil
        }
    }

    private static let steps = ["this": 0, "current": 0, "last": -1, "previous": -1, "next": 1]

    private static func period(_ month: Month) -> Period { .month(month.month, year: month.year) }

    private func isEdge(_ index: Int) -> Bool {
        index > 0 && Self.edges.contains(lexemes[index - 1].text)
    }
}
