import Finance

/// Where a claim stands: the periods, records, pace and direction that its sentence gives it.
struct ClaimSetting: Sendable, Hashable {
    var periods = Attachment<Period>()
    var names = Attachment<Int>()
    var pace: Pace?
    var direction: Direction
    /// What total it is put forward as: "your income in April is …".
    var topic: Backing.Topic?
    /// Whether it is put forward as a record's number, so that what the person typed cannot stand behind it.
    var isRecord: Bool
}

/// The words right before a claim that say what it is of.
struct ClaimLead {
    var topic: Backing.Topic?
    var isRecord = false

    init(before end: Int, from start: Int, in lexemes: [Lexeme]) {
        var index = end - 1
        while index >= start, end - index <= 9, Self.isFiller(lexemes[index]) { index -= 1 }
        guard index >= start, end - index <= 9 else { return }
        switch lexemes[index].text {
        case "income", "earnings": topic = .income
        case "expenses", "outgoings", "spending": topic = .expenses
        case "over" where index > start && lexemes[index - 1].text == "left": topic = .left
        case "spent", "spend", "owe", "earn", "saved", "earned", "balance", "rate": isRecord = true
        default: return
        }
        isRecord = true
    }

    private static func isFiller(_ lexeme: Lexeme) -> Bool {
        lexeme.kind == .number || fillers.contains(lexeme.text) || ClaimReader.monthNumbers[lexeme.text] != nil
    }

    private static let fillers: Set = [
        "is", "was", "of", "come", "comes", "came", "(", ")", "to", "in", "for", ":", "|", "totals", "totalled", "this",
        "month", "last",
        "about", "around", "roughly", "=", "at", "stands", "were", "are", "the", "-",
    ]
}
