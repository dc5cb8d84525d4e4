// A payment or a receipt that a message tells of: "spent …", "got my salary", "lunch £8".
extension SpokenWords {
    /// Which of the two it is, if any. Without an amount only a verb of recording or a noun of income will do, and then
    /// the amount is asked about.
    func toldPayment(_ verb: String) -> Wish.Purpose? {
        let isAmount = saysAmount
        if !isAmount, holdsAny(of: Self.vague) || holdsAny(of: Wish.Purpose.questioning) { return nil }
        let comesIn = namesIncome
        // "My wages got cut by £200" is neither a receipt nor a payment.
        if comesIn, holdsAny(of: Self.losing) { return nil }
        if isReceipt(comesIn, isAmount) { return .addIncome }
        if pays(isAmount) || ["add", "log", "record", "enter", "note"].contains(verb) { return .addExpense }
        guard isTerse else { return nil }
        return comesIn ? .addIncome : .addExpense
    }

    /// Whether pounds are written anywhere but in a day, readable or not.
    var saysAmount: Bool {
        var rest = self
        rest.skipTimes()
        rest.skipDays()
        let numbers = SpokenNumbers(&rest)
        return numbers.isUnclear || !numbers.amounts.isEmpty
    }

    /// A noun of income; "payday" in "payday loan" and "credit" in "credit card" are none.
    private var namesIncome: Bool {
        let credits: Set<String> = ["universal", "tax", "pension"]
        return keys.indices.contains { index in
            switch key(index) {
            case "payday": !Self.borrowed.contains(key(index + 1))
            case "credit", "credits": credits.contains(key(index - 1))
            case let word: Self.incomes.contains(word)
            }
        }
    }

    private func isReceipt(_ comesIn: Bool, _ isAmount: Bool) -> Bool {
        let isBilled = holdsAny(of: ["bill", "fine", "letter", "invoice", "demand", "notice", "summons"])
        if holdsAny(of: ["received", "earned"]), comesIn || isAmount && !isBilled { return true }
        let arrives = holdsAny(of: ["came", "arrived", "add", "log", "record", "enter", "landed"])
        if comesIn, arrives || gets(isAmount) || isAmount && holdsAny(of: ["was"]) { return true }
        return keys.indices.contains { isPaidToMe($0, isAmount) }
            || keys.indices.contains {
                key($0) == "got" && key($0 + 1).contains(where: \.isNumber) && holdsAny(of: ["from"])
            }
    }

    /// "Got my wages": without an amount only with what is got behind it, not "my benefits got reviewed".
    private func gets(_ isAmount: Bool) -> Bool {
        let behind: Set<String> = ["my", "the", "a", "an", "our", "some", "paid"]
        return keys.indices.contains { key($0) == "got" && (isAmount || behind.contains(key($0 + 1))) }
    }

    /// "Got paid", "was just paid", "paid me".
    private func isPaidToMe(_ index: Int, _ isAmount: Bool) -> Bool {
        guard key(index) == "paid" else { return false }
        let before: Set<String> = isAmount ? ["got", "was", "been", "get", "gets", "getting"] : ["got", "was", "been"]
        let between: Set<String> = ["just", "only", "finally", "already"]
        return key(index + 1) == "me" || before.contains(key(index - 1))
            || between.contains(key(index - 1)) && before.contains(key(index - 2))
    }

    private func pays(_ isAmount: Bool) -> Bool {
        let habits: Set<String> = ["get", "gets", "getting", "be"]
        let records: Set<String> = ["spent", "bought"]
        if keys.indices.contains(where: { key($0) == "paid" && !habits.contains(key($0 - 1)) }) { return true }
        if holdsAny(of: records) || holds(["new", "expense"]) { return true }
        guard isAmount else { return false }
        return holdsAny(of: ["cost", "costs", "expense", "blew"]) || keys.indices.contains(where: isBought)
    }

    /// "Got a phone for £300"; "I've got £50" and "got a loan of £500" tell of something else.
    private func isBought(_ index: Int) -> Bool {
        let having: Set<String> = ["have", "has", "i've", "ive", "we've", "weve", "she's", "he's", "they've"]
        guard key(index) == "got", !holdsAny(of: Self.borrowed.union(["left", "debt", "saved"])) else { return false }
        return !having.contains(key(index - 1)) || holdsAny(of: ["for"])
    }

    /// "Lunch £8", "fiver on the bus": a few words, one of them marked as pounds, and no verb that would make it a
    /// remark. An amount without a sign has to come first.
    private var isTerse: Bool {
        var rest = self
        let leads = SpokenNumbers(&rest).found.contains { $0.amount.isMarked && $0.place <= (key(0) == "a" ? 1 : 0) }
        let isMoney = leads || keys.contains { $0.first == "£" && SpokenAmount($0) != nil }
        return isMoney && (2...6).contains(keys.count) && !holdsAny(of: Self.remarks)
    }

    private static let incomes: Set<String> = [
        "salary", "wage", "wages", "payslip", "bonus", "pension", "income", "dividend", "commission", "refund",
        "rebate", "cashback", "benefit", "benefits", "overtime", "grant",
    ]
    /// What happens to an income that does not come, or not whole.
    private static let losing: Set<String> = [
        "sanctioned", "stopped", "cut", "docked", "late", "delayed", "refused", "suspended", "lost", "missing",
        "cancelled", "stolen", "overdue", "reduced", "owed",
    ]
    private static let borrowed: Set<String> = ["loan", "loans", "lender", "lenders", "advance", "overdraft"]
    /// Words with which a payment without an amount is no record: "spent all my wages".
    private static let vague: Set<String> = [
        "all", "everything", "everyone", "nothing", "loads", "most", "half", "late", "weekly", "fortnightly",
    ]
    private static let remarks: Set<String> = [
        "is", "are", "was", "were", "have", "debt", "goal", "budget", "save", "saving", "extra", "left", "owe", "owes",
        "than", "got", "i've", "ive", "need", "want", "short", "till", "until", "lend", "lent", "borrow", "borrowed",
        "gave", "give", "lost", "won", "earn", "earns", "last", "spare", "received",
    ]
}
