public import Analyses
import Finance

/// The figures a model may use, as a delimited block of data: one fact a line, each with its window and as-of time.
///
/// Text that a person typed can appear only inside a line and never as markup: angle brackets become ‹ ›, brackets and
/// backticks lose their meaning for Markdown, control and hidden characters are gone, long digit runs and e-mail
/// addresses are masked. So nothing typed can close the block, start a line of its own or name an account.
/// Ids never enter; the partner has no name; the person's first name is a fact like any other.
public struct FactsBlock: Sendable, Hashable {
    /// First line of the block.
    public static let opening = "<facts>"
    /// Last line of the block.
    public static let closing = "</facts>"
    /// Longest line of a fact, in characters.
    static let lineLimit = 400

    /// The whole block with both delimiters.
    public let text: String
    /// The figures that are in it, in the order of its lines.
    public let figures: [Figure]

    /// The facts of a review, the most asked-for first, as many as the budget holds; before them what was asked just now.
    public init(of review: Review, asked thread: SpendingThread? = nil, limits: PromptLimits) {
        let snapshot = review.snapshot
        var lines = [Self.opening, "Read at \(snapshot.asOf.rfc3339). \"This month\" is \(snapshot.month.words)."]
        if let name = Self.firstName(snapshot.person.name) { lines.append("First name (data): “\(name)”") }
        lines += Self.remarks(on: snapshot)
        if let remark = thread?.remark { lines.append("On the question: \(Self.data(remark))") }
        var tokens = lines.reduce(0) { $0 + TokenEstimate.of($1) + 1 }
        let all = (thread?.answer?.figures ?? []) + review.figures
        let begun = lines.count
        for figure in all {
            let line = Self.line(figure)
            tokens += TokenEstimate.of(line) + 1
            guard tokens <= limits.factsTokens else { break }
            lines.append(line)
        }
        figures = Array(all.prefix(lines.count - begun))
        if figures.count < all.count { lines.append("(\(all.count - figures.count) further facts left out)") }
        lines.append(Self.closing)
        text = lines.joined(separator: "\n")
    }

    /// `Income in April 2026: £3,650.50 [window 2026-04; as of 2026-04-20T10:00:00Z; all income dated in the month]`.
    static func line(_ figure: Figure) -> String {
        let window = figure.window.map { "window \($0)" } ?? "balance"
        return "\(data(figure.label)): \(figure.printed) [\(window); as of \(figure.asOf.rfc3339); \(figure.basis)]"
    }

    /// Typed text as it may stand in a line.
    static func data(_ typed: String) -> String { HarmlessText(typed, limit: lineLimit).text }

    /// The first word of a name, as it may stand in a line; nil when that is no name.
    static func firstName(_ name: String) -> String? {
        let first = TypedText(name, limit: 40).text.split(separator: " ").first.map { data(String($0)) }
        guard let first, !first.contains("("), first.contains(where: \.isLetter) else { return nil }
        return String(first.map { "\"“”".contains($0) ? "'" : $0 })
    }

    private static func remarks(on snapshot: Snapshot) -> [String] {
        var remarks: [String] = []
        if !snapshot.skipped.isEmpty {
            remarks.append("Not every record could be read exactly: \(snapshot.skipped.count) remarks.")
        }
        if !snapshot.suspectedDuplicates.isEmpty {
            remarks.append(
                "Looks entered twice: \(snapshot.suspectedDuplicates.count) groups of records (all counted).")
        }
        return remarks
    }
}
