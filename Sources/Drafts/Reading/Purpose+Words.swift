/// What a message asks for, by its verbs. Questions, conditions and denials ask for nothing to be written: then there is
/// no purpose, and the message is answered as any other.
extension Wish.Purpose {
    init?(_ words: inout SpokenWords) {
        Self.skipPoliteness(&words)
        let first = words.keys.indices.first { !words.isUsed[$0] } ?? 0
        let verb = words.key(first)
        guard !Self.asking.contains(verb), !words.holdsAny(of: Self.doubting) else { return nil }
        guard let purpose = Self.made(words, verb, first) ?? Self.moved(words, verb) ?? Self.told(words, verb) else {
            return nil
        }
        self = purpose
    }

    /// "New debt", "add a goal", "budget 300 for …", "I owe …".
    private static func made(_ words: SpokenWords, _ verb: String, _ first: Int) -> Wish.Purpose? {
        if ["new", "add", "create", "start", "set up", "open"].contains(verb) {
            let nouns = (first + 1...first + 4).map { words.key($0) }
            if nouns.contains("debt") || nouns.contains("loan") && verb == "new" { return .addDebt }
            if nouns.contains("goal") { return .addGoal }
            if nouns.contains("budget") { return .addBudget }
            if nouns.contains("income") { return .addIncome }
        }
        if verb == "budget" || verb == "set" && words.stand(["a", "budget"], at: first + 1) { return .addBudget }
        if verb == "save", words.holdsAny(of: ["for"]), !words.holdsAny(of: into) { return .addGoal }
        if verb == "owe" || verb == "i" && words.key(first + 1) == "owe" { return .addDebt }
        return words.holdsAny(of: ["saving"]) && words.holdsAny(of: ["for"]) && verb == "i'm" ? .addGoal : nil
    }

    /// "Set … to …", "raise … by …", "put … into …", "paid … off …".
    private static func moved(_ words: SpokenWords, _ verb: String) -> Wish.Purpose? {
        if words.holdsAny(of: ["by"]) {
            if ["raise", "increase", "up"].contains(verb) { return .raise }
            if ["lower", "reduce", "cut", "decrease", "drop"].contains(verb) { return .lower }
        }
        let setters: Set<String> = [
            "set", "change", "update", "make", "raise", "increase", "lower", "reduce", "cut", "decrease", "drop",
        ]
        if setters.contains(verb) || words.holds(["is", "now"]) { return .set }
        if words.holdsAny(of: ["paid", "pay"]), words.holdsAny(of: ["off"]) { return .payOff }
        let puts = words.holdsAny(of: ["put", "save", "saved", "transferred", "moved", "transfer", "move"])
        return puts && words.holdsAny(of: into) ? .payIn : nil
    }

    /// "Spent …", "got my salary".
    private static func told(_ words: SpokenWords, _ verb: String) -> Wish.Purpose? {
        let comesIn = words.holdsAny(of: [
            "salary", "wage", "wages", "payslip", "bonus", "pension", "income", "dividend", "commission", "refund",
            "benefits", "overtime", "payday",
        ])
        if words.holdsAny(of: ["received", "earned"]) { return .addIncome }
        let arrives = words.holdsAny(of: ["got", "came", "arrived", "add", "log", "record", "enter", "landed", "was"])
        let isPaid = words.holdsAny(of: ["paid"]) && words.holdsAny(of: ["got", "was", "been", "me"])
        let isGiven = words.keys.indices.contains {
            words.key($0) == "got" && words.key($0 + 1).contains(where: \.isNumber) && words.holdsAny(of: ["from"])
        }
        if comesIn && arrives || isPaid || isGiven { return .addIncome }
        let pays: Set<String> = ["spent", "paid", "bought", "cost", "costs", "expense", "got", "blew"]
        if words.holdsAny(of: pays) { return .addExpense }
        return ["add", "log", "record", "enter", "note"].contains(verb) || isTerse(words) ? .addExpense : nil
    }

    /// "Lunch £8": a few words, one of them marked as pounds, and no verb that would make it a remark.
    private static func isTerse(_ words: SpokenWords) -> Bool {
        let isMoney = words.keys.contains { $0.first == "£" && SpokenAmount($0) != nil }
        let remarks: Set<String> = [
            "is", "are", "was", "were", "have", "debt", "goal", "budget", "save", "saving", "extra", "left", "owe",
            "than",
        ]
        return isMoney && (2...6).contains(words.keys.count) && !words.holdsAny(of: remarks)
    }

    /// Words before what money is put into.
    static let into: Set<String> = ["into", "in", "to", "towards", "toward"]

    private static func skipPoliteness(_ words: inout SpokenWords) {
        let greetings: [[String]] = [
            ["hi"], ["hello"], ["hey"], ["please"], ["can", "you"], ["could", "you"], ["would", "you"],
            ["will", "you"],
            ["i'd", "like", "to"], ["i", "would", "like", "to"], ["i", "want", "to"], ["i", "need", "to"], ["let's"],
            ["so"], ["ok"], ["okay"], ["also"], ["and"], ["just"],
        ]
        var index = 0
        while let phrase = greetings.first(where: { words.stand($0, at: index) }) {
            words.use(index..<index + phrase.count)
            index += phrase.count
        }
    }

    private static let asking: Set<String> = [
        "how", "what", "what's", "when", "why", "where", "who", "which", "should", "could", "can", "would", "is", "are",
        "am", "do", "does", "did", "have", "has", "was", "were", "will", "if", "show", "tell", "compare", "explain",
        "suppose", "imagine", "list", "delete", "remove", "undo", "erase", "cancel",
    ]
    /// Words that make a statement a condition, a plan or a denial.
    private static let doubting: Set<String> = [
        "if", "afford", "should", "would", "might", "maybe", "wish", "didn't", "haven't", "hasn't", "not", "never",
        "don't", "doesn't", "wasn't", "cannot", "can't", "instead", "much", "too", "lot", "fortune", "average", "went",
    ]
}
