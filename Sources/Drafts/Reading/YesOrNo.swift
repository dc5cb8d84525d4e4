/// A short answer to a proposal in words, for clients that draw no card. Anything longer or unclear is neither: it is
/// answered as a message of its own, and nothing is saved.
public enum YesOrNo: String, Sendable, Hashable {
    /// Save it, or leave it.
    case yes, no

    /// Reads an answer of at most four words.
    public init?(_ answer: String) {
        let words = SpokenWords(answer).keys
        guard (1...4).contains(words.count) else { return nil }
        switch words.filter({ !["please", "thanks", "thank", "you", "it", "ok", "okay"].contains($0) }) {
        case ["yes"], ["y"], ["yep"], ["yeah"], ["save"], ["confirm"], ["yes", "save"], ["do"], ["go", "ahead"]:
            self = .yes
        case ["no"], ["n"], ["nope"], ["cancel"], ["stop"], ["leave"], ["no", "leave"], ["don't"], ["do", "not"]:
            self = .no
        default: return nil
        }
    }
}
