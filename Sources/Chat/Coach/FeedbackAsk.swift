import Coaching

/// What a person thought of an answer: `feedback`, `{"messageId": …, "rating": "up" | "down", "reason": …}`.
struct FeedbackAsk: Hashable, Sendable {
    var messageID: String
    var rating: FeedbackLog.Rating
    var reason: String

    init(_ fields: WireFields) throws(ChatError) {
        messageID = try fields.messageID()
        guard let rating = FeedbackLog.Rating(rawValue: try fields.string("rating")) else {
            throw .field("rating", "is not one of up, down")
        }
        self.rating = rating
        reason = fields.isGiven("reason") ? try fields.string("reason") : ""
        guard reason.unicodeScalars.count <= FeedbackLog.longestReason else {
            throw .field("reason", "is longer than \(FeedbackLog.longestReason) characters")
        }
    }
}
