public import FoundationEssentials

/// What a conversation is doing: one state for each conversation, not for each person.
public enum ConversationMode: String, Sendable, Hashable, Codable, CaseIterable {
    /// Getting to know a person, looking at a plan, anything else.
    case onboarding
    case checkIn = "checkin"
    case general

    /// The mode that follows from the conversation's run; a run that has ended, or rested too long, leaves it general.
    public init(of run: FlowRun?, at now: Date) {
        guard let run, run.state(at: now) == .running else {
            self = .general
            return
        }
        switch run.kind {
        case .onboarding: self = .onboarding
        case .checkIn: self = .checkIn
        }
    }
}

extension FlowRun.Kind {
    /// The flow that a typed command asks for, `/start` or `/checkin`; nil for all other text.
    public init?(command text: String) {
        switch text.trimming(" \n\t", end: " \n\t").lowercased() {
        case "/start", "/onboarding": self = .onboarding
        case "/checkin", "/check-in": self = .checkIn
        default: return nil
        }
    }
}
