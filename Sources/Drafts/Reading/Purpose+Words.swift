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
        if verb == "budget" { return .addBudget }
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
        if setters.contains(verb) { return .set }
        if words.holdsAny(of: ["paid", "pay"]), words.holdsAny(of: ["off"]) { return .payOff }
        let puts = words.holdsAny(of: ["put", "saved", "transferred", "moved", "transfer", "move"])
        return puts && words.holdsAny(of: ["into", "in", "to", "towards", "toward"]) ? .payIn : nil
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
        if comesIn && arrives || isPaid { return .addIncome }
        let pays: Set<String> = ["spent", "paid", "bought", "cost", "costs", "expense", "got", "blew"]
        if words.holdsAny(of: pays) { return .addExpense }
        return ["add", "log", "record", "enter", "note"].contains(verb) ? .addExpense : nil
    }

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
        "suppose", "imagine", "list",
    ]
    /// Words that make a statement a condition, a plan or a denial.
    private static let doubting: Set<String> = [
        "if", "afford", "should", "would", "might", "maybe", "wish", "didn't", "haven't", "hasn't", "not", "never",
        "don't", "doesn't", "wasn't", "cannot", "can't", "instead", "much", "too", "lot", "fortune", "average",
    ]
}
