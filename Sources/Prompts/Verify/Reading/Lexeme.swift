/// One piece of a text as the number check reads it: a word, a number or a mark.
struct Lexeme: Sendable, Hashable {
    enum Kind: Sendable, Hashable { case word, number, mark }

    var kind: Kind
    /// A word in lower case, a number as written, or the mark.
    var text: String
    /// The digits of a number.
    var numeral: Numeral?
    /// Where it stands in the text, counted in Unicode scalars.
    var place: Range<Int>
    /// Whether white space stands before it, or nothing does.
    var isSpaced: Bool
    /// Whether a word begins with a capital.
    var isCapital: Bool

    /// Every piece of a text, in order. White space and Markdown's emphasis marks are between pieces and never in one;
    /// characters that cannot be seen are not there at all, so that nothing can be hidden inside a number.
    static func all(in text: some StringProtocol) -> [Lexeme] {
        var scan = LexemeScan(text)
        return scan.run()
    }
}

/// A number as digits: 123450 with 2 decimals is 1,234.50.
struct Numeral: Sendable, Hashable {
    /// The digits as one whole number; nil when they are too many to be an amount.
    var mantissa: UInt64?
    /// How many of them stand behind the point.
    var decimals: Int
    /// Whether thousands are set off by commas.
    var isGrouped: Bool
    /// Whether a zero stands before the other digits, as in a date or a telephone number.
    var isPadded = false

    /// The number in hundredths after `zeros` more powers of ten; nil when it is too large or has finer parts.
    func hundredths(zeros: Int = 0) -> Int64? {
        guard let mantissa, mantissa <= 1_000_000_000_000_000, !isPadded else { return nil }
        var value = Int64(mantissa)
        var power = 2 + zeros - decimals
        while power > 0 {
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            guard !overflow else { return nil }
            value = product
            power -= 1
        }
        while power < 0 {
            guard value % 10 == 0 else { return nil }
            value /= 10
            power += 1
        }
        return value
    }

    /// A small whole number such as a day or a count of months.
    var whole: Int? {
        guard decimals == 0, let mantissa, mantissa <= 1_000_000 else { return nil }
        return Int(mantissa)
    }
}
