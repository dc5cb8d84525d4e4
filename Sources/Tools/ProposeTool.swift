import Analyses
import Drafts
import Prompts

/// The one tool that leads to something being written: it shows the person a card, and only the person's own yes sends
/// it. The arguments are checked against what the person wrote; what is missing or unclear is asked back.
enum ProposeTool {
    static let spec = ToolSpec(
        name: "propose_change", title: "Preparing a change",
        summary: """
            Shows the person a card for adding or changing an income, expense, budget, debt or saving goal in the app. \
            Use it only when the person asks for that. Nothing is saved until they confirm the card, so never say that \
            it is saved.
            """,
        parameters: WishArguments.schema)

    static func result(_ finding: DraftFinding) -> ToolResult {
        let text =
            finding.isGood
            ? ToolAnswer([], notes: ["A card was shown to the person; nothing is saved yet.", finding.words]).text
            : ToolAnswer(error: finding.words, hint: "tell the person in one sentence; do not try again").text
        return ToolResult(text: text, figures: [], card: finding.card, isGood: finding.isGood)
    }
}
