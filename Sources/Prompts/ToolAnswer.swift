public import Analyses

/// What a look-up found, as a model reads it: the same lines of figures as in the facts, never more than a few kilobytes.
/// Typed text in it is data, made harmless as there.
public struct ToolAnswer: Sendable, Hashable {
    /// Most bytes of the text.
    public static let mostBytes = 4_096

    /// JSON text.
    public let text: String
    /// The figures that are in it: what the answer may state.
    public let figures: [Figure]

    /// Figures in order of importance: those at the end are left out first, and the text says so.
    public init(_ figures: [Figure], notes: [String] = []) {
        let lines = figures.map(FactsBlock.line)
        let tail = notes.map { JSON.string(FactsBlock.data($0)) }
        var shown = lines.count
        var text = Self.text(lines[...], tail, leftOut: 0)
        // A line costs its quotes and comma beside its bytes; cut by what is over, then make sure.
        while text.utf8.count > Self.mostBytes, shown > 0 {
            var excess = text.utf8.count - Self.mostBytes
            while excess > 0, shown > 0 {
                shown -= 1
                excess -= lines[shown].utf8.count
            }
            text = Self.text(lines[..<shown], tail, leftOut: lines.count - shown)
        }
        self.text = text
        self.figures = Array(figures.prefix(shown))
    }

    /// A look-up that could not be made, with what to do instead.
    public init(error: String, hint: String) {
        text = (["error": .string(error), "hint": .string(hint)] as JSON).text
        figures = []
    }

    private static func text(_ lines: ArraySlice<String>, _ notes: [JSON], leftOut: Int) -> String {
        var json: [JSON.Member] = [JSON.Member("facts", .array(lines.map { .string($0) }))]
        if !notes.isEmpty { json.append(JSON.Member("notes", .array(notes))) }
        json.append(JSON.Member("truncated", .bool(leftOut > 0)))
        if leftOut > 0 { json.append(JSON.Member("leftOut", .int(Int64(leftOut)))) }
        return JSON.object(json).text
    }
}
