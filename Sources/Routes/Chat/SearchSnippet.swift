/// A line of a message around the first of the words that were looked for.
struct SearchSnippet: Hashable {
    /// Characters shown, and how many of them before the word.
    static let length = (all: 160, before: 40)

    let text: String

    init(of message: String, around words: [String]) {
        let line = message.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let small = line.lowercased()
        let places = words.compactMap { small.firstRange(of: $0.lowercased())?.lowerBound }
        let place = places.min().map { small.distance(from: small.startIndex, to: $0) } ?? 0
        // Lower case may be longer than what was typed, so the place is only near.
        let start = min(max(0, place - Self.length.before), max(0, line.count - Self.length.all))
        let piece = line.dropFirst(start).prefix(Self.length.all)
        text = (start > 0 ? "…" : "") + piece + (start + piece.count < line.count ? "…" : "")
    }
}
