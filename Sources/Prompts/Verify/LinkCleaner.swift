/// Takes markup and addresses out of a stream as it comes: images go, links keep their words, tags go, bare addresses
/// are replaced. An image's address can carry a person's numbers to a stranger without a click.
///
/// The same text cut into other pieces gives the same result. What is held back is bounded: a construct longer than its
/// limit is made harmless where it begins and let through as text.
public struct LinkCleaner: Sendable {
    /// Most characters of a link's words, of its address, of a tag and of a word that are held back.
    public static let limits = (label: 300, address: 1_000, tag: 500, word: 300)

    private var held: [Character] = []
    /// Inside an address too long to hold: what follows is dropped up to its end.
    private var isDropping = false
    /// The last character shown: nothing taken out between two characters may make markup of them.
    private var last: Character?

    /// Nothing held.
    public init() {}

    /// Takes a piece and gives what of the text may be shown now.
    public mutating func take(_ piece: some StringProtocol) -> String {
        if let last = held.popLast() {
            held.append(contentsOf: String(last) + piece)
        } else {
            held.append(contentsOf: piece)
        }
        return drain(isFinal: false)
    }

    /// The rest, once the text has ended.
    public mutating func finish() -> String {
        defer { self = LinkCleaner() }
        return drain(isFinal: true)
    }

    private mutating func drain(isFinal: Bool) -> String {
        var out = ""
        var index = 0
        while index < held.count, let end = step(at: index, isFinal: isFinal, into: &out) { index = end }
        held.removeFirst(index)
        return out
    }

    /// Handles what stands at `index` and gives the place behind it; nil when more text is needed.
    private mutating func step(at index: Int, isFinal: Bool, into out: inout String) -> Int? {
        if isDropping {
            isDropping = !(held[index].isWhitespace || held[index] == ")")
            return held[index].isWhitespace ? index : index + 1
        }
        let scan = MarkupScan(text: held, isFinal: isFinal)
        switch scan.construct(at: index) {
        case .undecided: return nil
        case .replaced(let end, let words, let isOpen):
            isDropping = isOpen
            show(words, in: &out)
            return end
        case .none: break
        }
        guard !held[index].isWhitespace else {
            show(String(held[index]), in: &out)
            return index + 1
        }
        guard let end = scan.wordEnd(from: index) else { return nil }
        let word = String(held[index..<end])
        let clean = MarkupScan.withoutAddress(word)
        isDropping = clean.hasSuffix(PlainText.removedLink) && end - index >= Self.limits.word
        show(clean, in: &out)
        return end
    }

    /// Appends words; a space keeps `]` from `(` and `/` from `/` where what stood between them was taken out.
    private mutating func show(_ words: String, in out: inout String) {
        guard let first = words.first else { return }
        if last == "]" && first == "(" || last == "/" && first == "/" { out.append(" ") }
        out += words
        last = words.last
    }
}
