public import Drafts
public import Finance
public import Ports

extension Proposals {
    /// Offers what was read from a receipt; what is doubtful is asked back in the conversation first. The file itself is
    /// not known here: only what a model read of it, as values.
    public func offer(
        _ receipt: ReceiptReading, in conversation: ConversationID, on snapshot: Snapshot
    ) async throws(PortError) -> Offer {
        try await offer(
            receipt.settled(on: snapshot, for: mainApp.shape), in: conversation, on: snapshot,
            notes: receipt.notes(today: snapshot.today))
    }
}
