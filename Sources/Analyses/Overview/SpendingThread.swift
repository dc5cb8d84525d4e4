public import Finance

/// What a question about spending comes to, understood with the questions before it: so that "how about just groceries?"
/// is about the month that was spoken of, and its sum is there before a model says a word.
public struct SpendingThread: Sendable, Hashable {
    /// How many earlier questions are looked at.
    static let mostEarlier = 4

    /// The figures; nil where it is not clear what is meant.
    public let answer: SpendingAnswer?
    /// What to ask back, or what was taken for what; nil when there is nothing to say.
    public let remark: String?

    /// Reads a question after those before it, oldest first; nil when it is not about what was spent. A question about
    /// something else ends the thread.
    public init?(_ question: String, after earlier: [String], in snapshot: Snapshot) {
        var before: SpendingQuestion?
        for text in earlier.suffix(Self.mostEarlier) {
            before = SpendingQuestion.reading(text, after: before, in: snapshot)?.question
        }
        switch SpendingQuestion.reading(question, after: before, in: snapshot) {
        case .question(let asked, let remark):
            answer = SpendingAnswer(to: asked, remark: remark, in: snapshot)
            self.remark = remark
        case .unclear(let asked, let choices, _) where AskedWords(question).says("how much") || before != nil:
            answer = nil
            let known =
                choices.isEmpty ? "" : " It could be: \(choices.map { String.quoted($0) }.joined(separator: ", "))."
            remark = "No category, budget or payment is called \(String.quoted(asked)).\(known) Ask which is meant."
        default: return nil
        }
    }
}
