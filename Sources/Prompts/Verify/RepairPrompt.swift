import Analyses

/// What a model is asked when its answer holds numbers that nothing backs: once, and never shown to the person.
public struct RepairPrompt: Sendable, Hashable {
    /// Most numbers that are named, and most figures that are offered.
    public static let limits = (numbers: 20, figures: 30)

    /// The words of the request.
    public let text: String

    /// Names the unbacked numbers of `check` and offers the figures nearest to what the answer is about.
    public init(_ check: NumberCheck, against evidence: Evidence) {
        let numbers = check.unverified.prefix(Self.limits.numbers).map { FactsBlock.data($0) }
        let sentences = check.findings.map(\.sentence).joined(separator: " ")
        let figures = Self.nearest(to: sentences, in: evidence).map { "- " + FactsBlock.line($0) }
        text = """
            Write your last answer again. These numbers in it are not in the facts, or the facts give them for another \
            month, record, pace or direction: \(numbers.joined(separator: "; ")).
            Use only these figures and those already in the facts block, exactly as printed, for their own month and \
            record. Do not add, subtract, multiply or convert them. Write "about" before a number you round. Leave out \
            what no figure says. Change nothing else, and do not mention this request.
            \(FactsBlock.opening)
            \(figures.joined(separator: "\n"))
            \(FactsBlock.closing)
            """
    }

    /// Known figures that share most words with what was said, in their own order.
    private static func nearest(to text: String, in evidence: Evidence) -> [Figure] {
        let words = Set(Lexeme.all(in: text.prefix(4_000)).filter { $0.kind == .word }.map(\.text))
        let ranked = evidence.figures.indices.filter { evidence.figures[$0].value != nil }.map { place in
            (place, Set(Lexeme.all(in: evidence.figures[place].label).map(\.text)).intersection(words).count)
        }
        let chosen = ranked.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.prefix(limits.figures).map(\.0)
        return chosen.sorted().map { evidence.figures[$0] }
    }
}
