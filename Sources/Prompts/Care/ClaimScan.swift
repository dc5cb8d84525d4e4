/// Finds, in the words of one sentence, the claim that something was done for the person: money moved, a record changed.
/// A model can do neither; what is saved is told by code, from the main app's own answer.
struct ClaimScan {
    let words: [String]

    /// The words that claim it; nil when none do.
    var claim: Range<Int>? {
        words.indices.lazy.compactMap { place in doneByMe(at: place) ?? doneToIt(at: place) }.first
    }

    /// "I have now paid …", "I've just sent …", "I moved …".
    private func doneByMe(at place: Int) -> Range<Int>? {
        guard ["i", "i've", "ive"].contains(words[place]) else { return nil }
        let rest = words[(place + 1)...].prefix(4)
        guard let verb = rest.indices.first(where: { !Self.between.contains(words[$0]) }) else { return nil }
        if Self.deeds.contains(words[verb]) { return place..<verb + 1 }
        let object = words[(verb + 1)...].prefix(4)
        let isHeld = object.contains { Self.objects.contains($0) }
        return Self.changes.contains(words[verb]) && isHeld ? place..<min(verb + 2, words.count) : nil
    }

    /// "Your payment has gone through", "the change has been saved".
    private func doneToIt(at place: Int) -> Range<Int>? {
        guard Self.things.contains(words[place]) else { return nil }
        let rest = words[place...].prefix(9)
        let end = rest.indices.first { index in
            Self.endings.contains { words[index...].starts(with: $0) }
        }
        return end.map { place..<min($0 + 2, words.count) }
    }

    private static let between: Set = ["have", "just", "now", "already", "also", "successfully", "then"]
    private static let deeds: Set = [
        "paid", "sent", "transferred", "cancelled", "canceled", "deleted", "submitted", "booked", "scheduled",
        "withdrawn", "withdrew", "refunded", "deposited",
    ]
    private static let changes: Set = [
        "moved", "saved", "updated", "changed", "recorded", "logged", "added", "done", "made", "set", "confirmed",
        "removed", "processed", "arranged", "put",
    ]
    private static let objects: Set = [
        "it", "that", "this", "payment", "payments", "transfer", "money", "expense", "income", "budget", "debt",
        "goal", "change", "changes", "record", "£",
    ]
    private static let things: Set = [
        "payment", "transfer", "change", "changes", "expense", "income", "budget", "request", "money", "it", "that",
    ]
    private static let endings = [
        ["gone", "through"], ["been", "made"], ["been", "sent"], ["been", "saved"], ["been", "confirmed"],
        ["been", "cancelled"], ["been", "updated"], ["been", "recorded"], ["been", "processed"], ["been", "added"],
        ["been", "transferred"], ["been", "moved"],
    ]
}
