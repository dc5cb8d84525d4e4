public import Finance

/// What a model read on a receipt, as values. Nothing here is a figure of ours: the total is the model's reading of ink,
/// held against the lines and the calendar by code (`doubts`), and for the person to check.
///
///     let reading = ReceiptReading(answer: text, today: snapshot.today)
///     switch reading.settled(on: snapshot, for: .current) { … }        // a draft, a question, or why not
public struct ReceiptReading: Sendable, Hashable {
    /// What is in the file, in the model's view.
    public enum Sort: String, Sendable, Hashable, CaseIterable {
        /// One receipt, bill or invoice.
        case receipt
        /// More than one.
        case several
        /// Something else.
        case other
        /// Nothing that can be made out.
        case unreadable
    }

    /// One thing bought.
    public struct Line: Sendable, Hashable {
        /// What is printed.
        public let text: String
        /// Its price; nil where it could not be read.
        public let amount: Money?
    }

    /// Most lines that are read.
    public static let mostLines = 100
    /// Longest text of a line, and of what kind of things were bought, in letters.
    static let longestLine = 60
    static let longestKind = 30

    /// What is in the file.
    public let sort: Sort
    /// The shop, cleaned like a name that was typed; nil where there is none that can be used.
    public let merchant: String?
    /// What is odd about the shop's name as it was read.
    let nameFault: NameFault?
    /// What kind of things were bought, for finding one of the person's own categories.
    public let kind: String?
    /// What was paid; nil where no whole number of pence above zero was read.
    public let total: Money?
    /// Whether money came back instead.
    let isRefund: Bool
    /// The days it may be of: none, one, or two where figure and print disagree.
    public let days: [Day]
    /// The currency as three capitals, or as it was read; nil where none is printed.
    public let currency: String?
    /// What was bought, at most `mostLines`.
    public let lines: [Line]
    /// Whether the lines are all there and readable, so that the total can be held against them.
    let linesState: LinesState
    /// What stands beside the lines.
    let extras: Extras

    enum NameFault: Hashable { case isCut, isOdd }
    enum LinesState: Hashable { case whole, none, unread, cut }

    /// Amounts between the lines and the total.
    struct Extras: Hashable {
        var tax: Money?
        var tip: Money?
        var discount: Money?
        /// Whether one of them could not be read.
        var isUnread = false
    }

    /// Reads a model's answer. What is no answer in the shape that was asked for is an unreadable receipt.
    public init(answer: String, today: Day) {
        self.init(ReceiptAnswer(answer), today: today)
    }

    private init(_ answer: ReceiptAnswer?, today: Day) {
        sort = answer.flatMap { $0.sort.flatMap(Sort.init(rawValue:)) } ?? .unreadable
        (merchant, nameFault) = Self.name(answer?.merchant ?? "")
        kind = answer?.about.map { TypedText($0, limit: Self.longestKind).text }
        let paid = answer?.total.money
        total = paid.flatMap { $0 > .zero ? $0 : nil }
        isRefund = paid.map { $0 < .zero } ?? false
        days = Self.days(answer?.date, answer?.datePrinted, today)
        currency = Self.currency(answer?.currency)
        let read = answer?.lines ?? []
        lines = read.prefix(Self.mostLines).map {
            Line(text: TypedText($0.text ?? "", limit: Self.longestLine).text, amount: $0.amount.money)
        }
        let isUnread = read.contains { $0.amount.money == nil }
        linesState = read.isEmpty ? .none : read.count > Self.mostLines ? .cut : isUnread ? .unread : .whole
        extras = Extras(answer)
    }
}

extension ReceiptReading.Extras {
    /// Tax and tip add; a discount takes off, whichever sign it was read with.
    init(_ answer: ReceiptAnswer?) {
        let all = [answer?.tax, answer?.tip, answer?.discount].compactMap(\.self)
        tax = answer?.tax.money
        tip = answer?.tip.money
        discount = answer?.discount.money?.magnitude
        isUnread = all.contains(.unreadable) || [tax, tip].contains { $0.map { $0 < .zero } ?? false }
    }
}
