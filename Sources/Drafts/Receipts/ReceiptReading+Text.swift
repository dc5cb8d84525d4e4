import Finance

// How the texts of an answer become values.
extension ReceiptReading {
    /// Digits in a row from which on a name is more likely a telephone or card number.
    static let mostDigits = 7

    /// The shop's name as a typed one would be cleaned. A name that holds a link or a long number is none: it is asked for.
    static func name(_ raw: String) -> (String?, NameFault?) {
        let typed = TypedText(raw, limit: Wish.longestName)
        guard typed.text.utf16.count >= FieldChecks.shortestName, typed.text.contains(where: \.isLetter) else {
            return (nil, nil)
        }
        if isOdd(raw) { return (nil, .isOdd) }
        return (typed.text.capitalisedFirst, typed.isCut ? .isCut : nil)
    }

    private static func isOdd(_ raw: String) -> Bool {
        let low = raw.lowercased()
        if low.contains("://") || low.contains("www.") || low.contains("@") { return true }
        // Groups of digits with spaces, dashes or brackets between are one number.
        let run = low.filter { !" -().+/".contains($0) }.split { !$0.isNumber }.map(\.count).max() ?? 0
        return run >= mostDigits
    }

    /// The day as the model gives it and as code reads the print, each once. British order decides, so a model that took
    /// 03/11 for 11 March leaves two days, and the person is asked.
    static func days(_ date: String?, _ printed: String?, _ today: Day) -> [Day] {
        var words = SpokenWords(TypedText(printed ?? "", limit: 40).text)
        let onPaper = SpokenDays(&words, today: today).days
        guard let given = date.flatMap({ Day($0) }) else { return onPaper.count == 1 ? onPaper : [] }
        return onPaper.isEmpty || onPaper.contains(given) ? [given] : ([given] + onPaper.prefix(1))
    }

    /// `GBP` for pounds however they are written; any other code or sign as it was read, short.
    static func currency(_ raw: String?) -> String? {
        let text = TypedText(raw ?? "", limit: 8).text.uppercased()
        if text.isEmpty { return nil }
        return ["GBP", "£", "UKP", "POUND", "POUNDS", "STERLING"].contains(text) ? "GBP" : text
    }
}
