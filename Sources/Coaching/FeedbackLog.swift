public import Finance
public import FoundationEssentials
public import Ports

/// What a person thought of answers, newest last. It is theirs: exported and erased with the rest.
public struct FeedbackLog: Sendable, Hashable, Codable {
    /// Thumbs.
    public enum Rating: String, Sendable, Hashable, Codable, CaseIterable {
        case up, down
    }

    /// One word on one answer.
    public struct Entry: Sendable, Hashable, Codable {
        /// The answer's id.
        public let messageID: String
        /// Up or down.
        public let rating: Rating
        /// Why, in the person's words; empty when not said.
        public let reason: String
        /// When.
        public let at: Date
        /// What the answer was made with; nil for an answer of code.
        public let origin: AnswerOrigin?
    }

    /// Most words kept.
    public static let most = 200
    /// Longest reason in characters.
    public static let longestReason = 500

    /// Oldest first; one for an answer, the last that was said.
    public private(set) var entries: [Entry] = []

    /// Nothing said yet.
    public init() {}

    /// Takes a word on an answer in place of an earlier one.
    public mutating func note(
        _ rating: Rating, on messageID: String, reason: String, origin: AnswerOrigin? = nil, at now: Date
    ) {
        entries.removeAll { $0.messageID == messageID }
        let text = TypedText(reason, limit: Self.longestReason).text
        entries.append(Entry(messageID: messageID, rating: rating, reason: text, at: now, origin: origin))
        entries = entries.suffix(Self.most)
    }
}

extension Coaching {
    /// Keeps what a person thought of an answer, with what that was made with.
    public func note(
        _ rating: FeedbackLog.Rating, on answer: StoredMessage, reason: String, of user: UserID
    ) async throws(PortError) {
        let now = now()
        try await state.change(.feedback, of: user, from: FeedbackLog()) { log in
            log.note(rating, on: answer.id, reason: reason, origin: answer.origin, at: now)
        }
    }
}
