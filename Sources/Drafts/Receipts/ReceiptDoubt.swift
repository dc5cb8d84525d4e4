public import Analyses
public import Finance

/// One thing about a receipt that code cannot settle. It refuses the receipt, is asked back, or is said on the card;
/// nothing doubtful is ever guessed.
public enum ReceiptDoubt: Sendable, Hashable {
    // No card can come of it.
    case notAReceipt
    case several
    case unreadable
    /// The currency as it was read.
    case foreignCurrency(String)
    case refund

    // Asked back.
    case noTotal
    /// The total as read, and what the lines come to.
    case totalAgainstLines(Money, lines: Money)
    case largeTotal(Money)
    case noDay
    case twoDays(Day, Day)
    case dayAhead(Day)
    case dayLongAgo(Day)
    case noName
    case oddName

    // Said on the card.
    case noCurrency
    case cutName
    case noLines
    case unreadLines
    case manyLines

    /// What is done about it.
    public enum Outcome: Sendable, Hashable { case refused, asked, said }
}

extension ReceiptDoubt {
    /// What is done about it.
    public var outcome: Outcome {
        switch self {
        case .notAReceipt, .several, .unreadable, .foreignCurrency, .refund: .refused
        case .noTotal, .totalAgainstLines, .largeTotal, .noDay, .twoDays, .dayAhead, .dayLongAgo, .noName, .oddName:
            .asked
        case .noCurrency, .cutName, .noLines, .unreadLines, .manyLines: .said
        }
    }

    /// Stable, for programs.
    public var code: String {
        switch self {
        case .notAReceipt: "not_a_receipt"
        case .several: "several_receipts"
        case .unreadable: "unreadable"
        case .foreignCurrency: "foreign_currency"
        case .refund: "refund"
        case .noTotal: "no_total"
        case .totalAgainstLines: "total_against_lines"
        case .largeTotal: "large_total"
        case .noDay: "no_day"
        case .twoDays: "two_days"
        case .dayAhead: "day_ahead"
        case .dayLongAgo: "day_long_ago"
        case .noName: "no_name"
        case .oddName: "odd_name"
        case .noCurrency: "no_currency"
        case .cutName: "cut_name"
        case .noLines: "no_lines"
        case .unreadLines: "unread_lines"
        case .manyLines: "many_lines"
        }
    }

    /// For the person.
    public var sentence: String {
        switch self {
        case .notAReceipt: "That does not look like a receipt. You can also type what you paid."
        case .several: "There is more than one receipt on it. Please send one at a time."
        case .unreadable: "I could not make out this receipt. A sharper picture may help, or type what you paid."
        case .foreignCurrency(let read):
            "This receipt is in another currency (\(read)), and the app holds pounds only. When you know what left your "
                + "account in pounds, type that."
        case .refund: "This looks like money that came back, not like a payment. You can type it as an income."
        case .noTotal: "The total could not be read for certain."
        case .totalAgainstLines(let total, let lines): "The total reads \(total), but the lines come to \(lines)."
        case .largeTotal(let total): "The total reads \(total), which is a lot for one receipt."
        case .noDay: "The date could not be read for certain."
        case .twoDays(let one, let other): "The date could be \(one.words) or \(other.words)."
        case .dayAhead(let day): "The date reads \(day.words), which is still to come."
        case .dayLongAgo(let day): "The date reads \(day.words), which is long ago."
        case .noName: "The name of the shop could not be read."
        case .oddName: "Where the name of the shop should be, there is a link or a number."
        case .noCurrency: "No currency is printed on it, so it is taken as pounds."
        case .cutName: "The name of the shop is longer than fits and was cut."
        case .noLines: "It has no lines that could be read, so the total could not be held against them."
        case .unreadLines: "Not every line could be read, so the total could not be held against them."
        case .manyLines:
            "It has more than \(ReceiptReading.mostLines) lines, so the total could not be held against them."
        }
    }

    /// Code, words and what is done about it.
    public var json: JSON { ["code": .string(code), "words": .string(sentence)] }
}
