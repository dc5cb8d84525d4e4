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
    public init(_ subject: SpendingSubject, _ period: SpendingPeriod, _ kind: Kind = .total) {
        self.subject = subject
        self.period = period
        self.kind = kind
    }
}

extension SpendingQuestion {
    /// Reads a text after the question before, if there was one; nil when it is no question about spending.
    public static func reading(
        _ text: String, after previous: SpendingQuestion?, in snapshot: Snapshot
    ) -> Reading? {
        let words = QuestionWords(AskedWords(text))
        let period = PeriodWords(words: words.words, today: snapshot.today, previous: previous?.period).find()
        let naming = words.subject(without: period?.used ?? 0..<0)
        let isBare = previous != nil && period != nil && naming.typed.isEmpty
        guard words.isAboutSpending || isBare || previous != nil && words.goesOn else { return nil }
        var question = previous ?? SpendingQuestion(.everything, SpendingPeriod(.month, holding: snapshot.today))
        question.kind = words.kind ?? question.kind
        question.period = period?.period ?? question.period
        if words.isAboutAll { question.subject = .everything }
        return question.about(naming, words, in: snapshot)
    }

    /// The question with what some of its words name for a subject; with none, about what it was about.
    private func about(_ naming: AskedWords, _ words: QuestionWords, in snapshot: Snapshot) -> Reading {
        guard !naming.typed.isEmpty else { return .question(self, remark: nil) }
        let finder = SubjectFinder(snapshot: snapshot)
        let whole = QuestionWords.isUncategorised(naming) ? .uncategorised : finder.named(in: words.words, all: naming)
        if let whole { return .question(SpendingQuestion(whole, period, kind), remark: nil) }
        switch finder.find(naming) {
        case .subject(let subject, let remark):
            return .question(SpendingQuestion(subject, period, kind), remark: remark)
        case .unclear(let choices):
            return .unclear(asked: naming.typed.joined(separator: " "), choices: choices, question: self)
        }
    }
}
