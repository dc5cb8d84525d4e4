/// What a message asks for, by its verbs. Questions, conditions and denials ask for nothing to be written: then there is
/// no purpose, and the message is answered as any other. So it is where neither an amount nor a verb of recording is said.
extension Wish.Purpose {
    init?(_ words: inout SpokenWords) {
        Self.skipPoliteness(&words)
        let first = words.keys.indices.first { !words.isUsed[$0] } ?? 0
        let verb = words.key(first)
        guard !Self.asking.contains(verb), !words.holdsAny(closedUp: Self.doubting) else { return nil }
        let made = Self.made(words, verb, first)
        guard let purpose = made ?? Self.moved(words, verb) ?? words.toldPayment(verb) else { return nil }
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
        if verb == "set", words.stand(["a", "budget"], at: first + 1) { return .addBudget }
        if verb == "save", words.holdsAny(of: ["for"]), !words.holdsAny(of: into) { return .addGoal }
        guard words.saysAmount else { return nil }
        if verb == "budget" { return .addBudget }
        if verb == "owe" || verb == "i" && words.key(first + 1) == "owe" { return .addDebt }
        let saves = words.holdsAny(of: ["saving"]) && words.holdsAny(of: ["for"])
        return saves && ["i'm", "im"].contains(verb) ? .addGoal : nil
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
        if setters.contains(verb) || words.holds(["is", "now"]) && words.saysAmount { return .set }
        // "I want to pay off my card" asks how; "paid off my card" tells of it.
        let pays: Set<String> = words.saysAmount ? ["paid", "pay"] : ["paid"]
        if words.holdsAny(of: pays), words.holdsAny(of: ["off"]) { return .payOff }
        let puts = words.holdsAny(of: ["put", "save", "saved", "transferred", "moved", "transfer", "move"])
        return puts && words.holdsAny(of: into) ? .payIn : nil
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

    /// With and without what is run into one: "what", "what's", "whats".
    static let questioning: Set<String> = Set(
        ["how", "what", "when", "why", "where", "who", "wot"].flatMap { [$0, $0 + "s", $0 + "'s"] } + ["which"])
    private static let asking = questioning.union([
        "should", "could", "can", "would", "is", "are", "am", "do", "does", "did", "have", "has", "was", "were", "will",
        "if", "show", "tell", "compare", "explain", "suppose", "imagine", "list", "delete", "remove", "undo", "erase",
        "cancel", "remind", "know", "see", "check", "find", "work", "calculate", "help", "promise",
    ])
    /// Words that make a statement a condition, a plan or a denial, with their apostrophes closed up.
    private static let doubting: Set<String> = [
        "if", "afford", "should", "would", "could", "might", "maybe", "wish", "didnt", "havent", "hasnt", "hadnt",
        "not", "never", "dont", "doesnt", "wasnt", "werent", "isnt", "arent", "aint", "cannot", "cant", "couldnt",
        "wont", "wouldnt", "shouldnt", "unable", "instead", "much", "too", "lot", "fortune", "average", "went",
    ]
}
