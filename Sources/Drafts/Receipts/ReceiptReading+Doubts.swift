public import Finance

extension ReceiptReading {
    /// A total above this is asked about once more.
    static let largestUsual = Money(pence: 10_000_00)
    /// A receipt older than this many months is asked about once more.
    static let monthsBack = 18

    /// Everything about it that code cannot settle, in the order of the fields. What refuses it stands alone.
    public func doubts(today: Day) -> [ReceiptDoubt] {
        if let refusal { return [refusal] }
        return [nameDoubt, totalDoubt, dayDoubt(today), currency == nil ? .noCurrency : nil, linesDoubt]
            .compactMap(\.self)
    }

    private var refusal: ReceiptDoubt? {
        switch sort {
        case .other: return .notAReceipt
        case .several: return .several
        case .unreadable: return .unreadable
        case .receipt: break
        }
        if let currency, currency != "GBP" { return .foreignCurrency(currency) }
        if isRefund { return .refund }
        return isEmpty ? .unreadable : nil
    }

    /// Nothing of it could be read that a payment is made of.
    private var isEmpty: Bool { merchant == nil && nameFault == nil && total == nil && lines.isEmpty }

    private var nameDoubt: ReceiptDoubt? {
        switch nameFault {
        case .isOdd: .oddName
        case .isCut: .cutName
        case nil: merchant == nil ? .noName : nil
        }
    }

    private var totalDoubt: ReceiptDoubt? {
        guard let total else { return .noTotal }
        if let sum = ReceiptSum(self), !sum.comes(to: total) { return .totalAgainstLines(total, lines: sum.plain) }
        return total > Self.largestUsual ? .largeTotal(total) : nil
    }

    private func dayDoubt(_ today: Day) -> ReceiptDoubt? {
        guard let day = days.first else { return .noDay }
        if days.count > 1 { return .twoDays(day, days[1]) }
        if day > today { return .dayAhead(day) }
        return day < today.advanced(byMonths: -Self.monthsBack) ? .dayLongAgo(day) : nil
    }

    /// Only where it keeps the total from being checked.
    private var linesDoubt: ReceiptDoubt? {
        switch linesState {
        case .none: .noLines
        case .cut: .manyLines
        case .unread: .unreadLines
        case .whole: extras.isUnread ? .unreadLines : nil
        }
    }
}
