/// What the coach leaves out on purpose, and says so in a sentence of its own. Words are matched letter by letter: what
/// somebody shares is no share.
enum CoachLimit: Sendable, Hashable, CaseIterable {
    /// Which investments; anybody else's money; lending; what a lender thinks of the person.
    case investing, others, lending, score

    /// The limit a question meets, if any.
    init?(_ question: CoachQuestion) {
        func holdsAny(_ phrases: [String]) -> Bool { phrases.contains(where: question.holds) }
        if holdsAny(Self.scores) {
            self = .score
        } else if question.words.first == "lend" || holdsAny(Self.loans) {
            self = .lending
        } else if holdsAny(Self.investments), !holdsAny(Self.records) {
            self = .investing
        } else if Self.isAboutOthers(question.words) {
            self = .others
        } else {
            return nil
        }
    }

    /// The sentence, and what there is instead.
    var words: String {
        switch self {
        case .investing:
            "I do not advise on investments, neither on which nor on whether: that is left out here on purpose. I can "
                + "show you what is left this month, what you owe and what it costs."
        case .others: "I can only speak of your own records, not of anyone else's. Ask me about yours."
        case .lending:
            "I cannot lend money or move it. I can show you what is left this month and what is still to pay."
        case .score:
            "I cannot see a credit score, only what is recorded in the app. I can show you what you owe and what it "
                + "costs."
        }
    }

    /// "What does my neighbour earn", "user 3", "how much does Daniel earn"; a partner is answered by what is shared.
    private static func isAboutOthers(_ words: [String]) -> Bool {
        func word(_ place: Int) -> String { words.indices.contains(place) ? words[place] : "" }
        guard Set(words).isDisjoint(with: partners) else { return false }
        return words.indices.contains { place in
            if ["user", "users"].contains(word(place)) {
                return ["other", "another"].contains(word(place - 1)) || word(place + 1).first?.isNumber ?? false
            }
            guard doing.contains(word(place)) else { return false }
            let isOwned = ["my", "the", "our"].contains(word(place - 2))
            let asks = word(place - (isOwned ? 3 : 2))
            return people.contains(word(place - 1))
                || ["does", "did"].contains(asks) && !isOwned && !things.contains(word(place - 1))
        }
    }

    private static let investments = [
        "shares", "stocks", "stock market", "invest", "investing", "investment", "investments", "bitcoin", "crypto",
        "cryptocurrency", "ethereum", "index fund", "etf", "etfs", "premium bonds",
    ]
    /// Words that ask about what is recorded under such a name.
    private static let records = ["spend", "spent", "paid", "saved", "budget", "goal", "on track"]
    private static let loans = [
        "you lend", "please lend", "give me a loan", "you loan me", "borrow from you",
    ]
    private static let scores = ["credit score", "credit rating", "credit file", "credit report"]
    private static let people: Set = [
        "neighbour", "neighbours", "neighbor", "neighbors", "colleague", "colleagues", "boss", "mate", "mates",
        "friend", "friends", "someone", "people", "everyone", "brother", "sister", "mum", "dad", "ex", "landlord",
    ]
    private static let partners: Set = [
        "partner", "partners", "husband", "wife", "household", "girlfriend", "boyfriend", "spouse",
    ]
    private static let doing: Set = ["earn", "earns", "spend", "spends", "owe", "owes"]
    private static let things: Set = ["it", "that", "this", "i", "we", "everything", "not", "much"]
}
