import Finance

/// A number that a text states, as far as its own words tell: what it is of and when follows from where it stands.
struct Claim: Sendable, Hashable {
    /// What is stated.
    enum Value: Sendable, Hashable {
        /// Pence, without sign.
        case money(Int64)
        /// Hundredths of a per cent, without sign.
        case percent(Int64)
        /// A share or a multiple in words, "a third", "twice", in hundredths of a per cent.
        case share(Int64)
        /// A length of time in months.
        case months(Int)
        /// A day; what was not written is nil, as in "5 May" and "on the 5th".
        case day(day: Int, month: Int?, year: Int?)
        /// A month of a year.
        case month(Month)
        /// A year alone.
        case year(Int)
        /// A quantity that no figure can be held against: another currency, "twelve hundred", too many digits.
        case unverifiable
    }

    var value: Value
    /// Whether a minus stands before it.
    var isNegative = false
    /// Whether years are its unit, so that rounding is to a year.
    var isInYears = false
    /// How it is hedged.
    var hedge = Hedge.none
    /// The lexemes it is made of.
    var words: Range<Int>

    /// Whether it says how much, and not when.
    var isQuantity: Bool {
        switch value {
        case .day, .month, .year: false
        case .money, .percent, .share, .months, .unverifiable: true
        }
    }

    /// Whether it can have a sign and a pace.
    var isMoneyOrPercent: Bool {
        switch value {
        case .money, .percent, .share: true
        default: false
        }
    }
}

/// Words around a number that allow it to be rounded.
enum Hedge: Sendable, Hashable {
    /// The number stands for itself alone.
    case none
    /// "about": the nearest.
    case about
    /// "over", "more than": rounded down.
    case over
    /// "nearly", "under": rounded up.
    case under

    /// The hedge that ends right before lexeme `index`, or stands right behind `end`.
    init(before index: Int, behind end: Int, in lexemes: [Lexeme]) {
        // The point of "approx." is passed over.
        let index = index > 1 && lexemes[index - 1].text == "." ? index - 1 : index
        func word(_ back: Int) -> String { index >= back ? lexemes[index - back].text : "" }
        let next = end < lexemes.count ? lexemes[end].text : ""
        let pair = word(2) + " " + word(1)
        if ["more than", "at least", "just over", "or more"].contains(pair) || ["over", "above"].contains(word(1)) {
            self = .over
        } else if ["less than", "just under", "up to"].contains(pair)
            || ["under", "below", "nearly", "almost"].contains(word(1))
        {
            self = .under
        } else if Self.nearWords.contains(word(1)) || pair == "close to" || next == "ish" {
            self = .about
        } else {
            let isOrSo =
                next == "or" && end + 1 < lexemes.count && ["so", "thereabouts"].contains(lexemes[end + 1].text)
            self = isOrSo ? .about : .none
        }
    }

    private static let nearWords: Set = [
        "about", "around", "roughly", "approximately", "approx", "circa", "some", "~", "≈", "rounded",
    ]
}
