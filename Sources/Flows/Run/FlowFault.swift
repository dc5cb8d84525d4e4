/// Why a move was not made. Nothing that was answered before is lost by it.
public enum FlowFault: Error, Sendable, Hashable {
    /// The answer is not one; the sentence says what is expected.
    case notAnAnswer(String)
    /// The run has no such question.
    case unknownQuestion
    /// The question comes later; earlier ones are open.
    case notYet
    /// The question wants an answer.
    case notSkippable
    /// There is no earlier question.
    case nothingBefore
    /// Nothing happened for seven days.
    case expired
    /// The conversation is done, or was cancelled.
    case ended

    /// The wire spelling.
    public var code: String {
        switch self {
        case .notAnAnswer: "flow_answer_invalid"
        case .unknownQuestion: "flow_question_unknown"
        case .notYet: "flow_question_later"
        case .notSkippable: "flow_not_skippable"
        case .nothingBefore: "flow_nothing_before"
        case .expired: "flow_expired"
        case .ended: "flow_ended"
        }
    }

    /// What to tell the person, a whole sentence.
    public var sentence: String {
        switch self {
        case .notAnAnswer(let sentence): sentence
        case .unknownQuestion: "That question is not part of this conversation."
        case .notYet: "That question comes later; please answer the one before it first."
        case .notSkippable: "This question cannot be skipped; please choose one of the answers."
        case .nothingBefore: "This is the first question; there is nothing to go back to."
        case .expired: "This conversation has rested for more than \(FlowRun.daysToLive) days; you can start it again."
        case .ended: "This conversation has ended; you can start it again whenever you like."
        }
    }
}
