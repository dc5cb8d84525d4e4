import Analyses
import Finance

/// A section while it is written. A number enters it only through its draft, so it states nothing it does not carry.
struct SectionDraft {
    let kind: ReviewSection.Kind
    var draft: ReportDraft
    private var lines: [String] = []

    init(_ kind: ReviewSection.Kind, _ draft: ReportDraft) {
        self.kind = kind
        self.draft = draft
    }

    /// Whether a figure of an analysis has a value.
    func knows(_ id: String) -> Bool { draft.figure(id)?.value != nil }

    /// A figure as printed, or that it is not known and why.
    mutating func say(_ id: String) -> String { draft.say(id) }

    /// A line that states a figure under its own label, where it has a value.
    mutating func line(_ id: String) {
        guard knows(id), let label = draft.figure(id)?.label, lines.count < ReviewSection.rows else { return }
        lines.append("\(draft.harmless(label)): \(draft.say(id))")
    }

    /// A line that states a figure under its own label, or why it is not known.
    mutating func always(_ id: String) {
        guard let label = draft.figure(id)?.label else { return }
        lines.append("\(draft.harmless(label)): \(draft.say(id))")
    }

    /// The section with its sentence. It changes nothing, and is mutating so that the figures which the sentence names
    /// while it is put together are in the draft before the section is made of it.
    mutating func section(_ sentence: String) -> ReviewSection {
        ReviewSection(kind: kind, sentence: sentence, lines: lines, figures: draft.figures)
    }
}
