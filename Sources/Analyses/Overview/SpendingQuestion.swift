public import Finance

/// A question about what was spent, understood without a model: on what, when, and what is asked about it.
///
///     let first = SpendingQuestion.reading("how much on eating out last month?", after: nil, in: snapshot)
///     let next = SpendingQuestion.reading("how about just groceries?", after: first?.question, in: snapshot)
///     if case .question(let question, let remark) = next { SpendingAnswer(to: question, remark: remark, in: snapshot) }
///
/// What a follow-up leaves out it takes from the question before; a first question without a period is about the running
/// month. A name that is none of the person's own is not guessed: the reading then gives those that could be meant.
public struct SpendingQuestion: Sendable, Hashable, Codable {
    /// What is asked about the payments.
    public enum Kind: String, Sendable, Hashable, Codable {
        /// Their sum, their number, or the largest of them.
        case total, count, largest
    }

    /// How a text was understood.
    public enum Reading: Sendable, Hashable {
        /// A question that can be answered; `remark` says what was taken for what, nil when nothing was.
        case question(SpendingQuestion, remark: String?)
        /// Nothing of the person's own is called so, or several things are; `question` holds the rest of what was asked.
        case unclear(asked: String, choices: [String], question: SpendingQuestion)

        /// What is to be the question before of the next one.
        public var question: SpendingQuestion {
            switch self {
            case .question(let question, _), .unclear(_, _, let question): question
            }
        }
    }

    /// On what.
    public var subject: SpendingSubject
    /// When.
    public var period: SpendingPeriod
    /// What about it.
    public var kind: Kind

    /// A question with every part given.
    public init(_ subject: SpendingSubject = .everything, _ period: SpendingPeriod, _ kind: Kind = .total) {
        self.subject = subject
        self.period = period
        self.kind = kind
    }

    /// Reads a text after the question before, if there was one; nil when it is no question about spending.
    public static func reading(
        _ text: String, after previous: SpendingQuestion?, in snapshot: Snapshot
    ) -> Reading? {
        let words = AskedWords(text)
        let period = PeriodWords(words: words, today: snapshot.today, previous: previous?.period).find()
        let named = QuestionWords(words).subject(without: period?.used ?? 0..<0)
        let isAsked = QuestionWords(words).isAboutSpending || previous != nil && QuestionWords(words).goesOn
        let isBare = previous != nil && period != nil && named.typed.isEmpty
        guard isAsked || isBare else { return nil }
        var question =
            previous
            ?? SpendingQuestion(.everything, SpendingPeriod(.month, holding: snapshot.today))
        question.kind = QuestionWords(words).kind ?? previous?.kind ?? .total
        question.period = period?.period ?? question.period
        if QuestionWords(words).isAboutAll { question.subject = .everything }
        guard !named.typed.isEmpty else { return .question(question, remark: nil) }
        if QuestionWords.isUncategorised(named) {
            question.subject = .uncategorised
            return .question(question, remark: nil)
        }
        let finder = SubjectFinder(snapshot: snapshot)
        if let whole = finder.named(in: words, all: named) {
            question.subject = whole
            return .question(question, remark: nil)
        }
        let asked = named.typed.joined(separator: " ")
        switch finder.find(named) {
        case .subject(let subject, let remark):
            question.subject = subject
            return .question(question, remark: remark)
        case .unclear(let choices): return .unclear(asked: asked, choices: choices, question: question)
        }
    }
}

/// What the words of a question about spending say, its period aside.
struct QuestionWords {
    let words: AskedWords

    init(_ words: AskedWords) { self.words = words }

    /// Whether it asks about spending by itself: it says so, or asks how much went on, at or for something.
    var isAboutSpending: Bool {
        if words.keys.contains(where: Self.spending.contains) { return true }
        return words.says("how much") && words.typed.contains { ["on", "at"].contains($0) }
    }

    /// Whether it goes on from a question before.
    var goesOn: Bool {
        ["and", "what about", "how about", "just", "only", "also", "how much", "how many", "same for"]
            .contains { words.place(of: $0.split(separator: " ").map(String.init)) == 0 }
    }

    /// What is asked, where it is said.
    var kind: SpendingQuestion.Kind? {
        if words.says("how many") || words.says("how often") { return .count }
        let largest = ["largest", "biggest", "highest", "dearest"]
        if words.typed.contains(where: largest.contains) || words.says("most expensive") { return .largest }
        return words.says("how much") || words.typed.contains("total") ? .total : nil
    }

    /// Whether it says that everything is meant.
    var isAboutAll: Bool {
        words.typed.contains { ["everything", "altogether", "overall", "anything"].contains($0) }
            || ["in total", "in all", "all of it"].contains(where: words.says)
    }

    /// The words left for what it is about.
    func subject(without period: Range<Int>) -> AskedWords {
        AskedWords(
            words.typed.indices.filter { !period.contains($0) && !Self.filler.contains(words.typed[$0]) }
                .map { words.typed[$0] })
    }

    /// Whether what has no category is meant.
    static func isUncategorised(_ subject: AskedWords) -> Bool {
        ["uncategorised", "uncategorized", "without category", "no category"].contains {
            subject.typed.joined(separator: " ") == $0
        }
    }

    private static let spending: Set<String> = [
        "spend", "spent", "spending", "cost", "paid", "expense", "payment", "purchase", "bought", "buy",
    ]
    private static let filler: Set<String> = spending.union([
        "a", "about", "again", "all", "also", "altogether", "an", "and", "any", "anything", "as", "at", "biggest",
        "but",
        "by", "can", "category", "compare", "costs", "could", "did", "do", "does", "during", "each", "everything",
        "expenses", "expensive", "far", "for", "from", "get", "give", "go", "goes", "going", "gone", "have", "has",
        "highest", "dearest", "how", "i", "ive", "in", "is", "it", "just", "largest", "lot", "many", "me", "money",
        "most", "much", "my", "of", "often", "ok", "okay", "on", "only", "or", "our", "out-of", "overall", "pay",
        "payments", "please", "purchases", "same", "show", "single", "so", "tell", "than", "thanks", "that", "the",
        "then", "there", "these", "they", "things", "this", "those", "times", "to", "total", "up", "was", "we", "went",
        "were", "what", "whats", "when", "where", "which", "you", "your", "been", "now", "over", "past", "last",
    ])
}
