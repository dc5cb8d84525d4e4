/// A yes or a no to an offer: `confirm` and `reject`, `{"proposalId": …}`.
struct ProposalAsk: Hashable, Sendable {
    /// Longest id; ours are shorter.
    static let longestID = 128

    var id: String
    var isYes: Bool

    init(isYes: Bool, _ fields: WireFields) throws(ChatError) {
        let id = try fields.string("proposalId")
        guard (1...Self.longestID).contains(id.utf8.count) else {
            throw .field("proposalId", "is not the id of an offer")
        }
        self.id = id
        self.isYes = isYes
    }
}
