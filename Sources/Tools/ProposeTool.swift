import Analyses
import Drafts
import Prompts

/// The tools that lead to something being written: they show the person a card, and only the person's own yes sends it.
/// The arguments are checked against what the person wrote; what is missing or unclear is asked back.
enum ProposeTool {
    static let specs = [change, plan]

    /// What a call of that name wishes; nil for a name that is none of these tools.
    static func wish(_ name: String) -> Toolbox.Wish? {
        switch name {
        case change.name: .change
        case plan.name: .plan
        default: nil
        }
    }

    private static let change = ToolSpec(
        name: "propose_change", title: "Preparing a change",
        summary: """
            Shows the person a card for adding or changing an income, expense, budget, debt or saving goal in the app. \
            Use it only when the person asks for that. Nothing is saved until they confirm the card, so never say that \
            it is saved.
            """,
        parameters: WishArguments.schema)

    private static let plan = ToolSpec(
        name: "plan_budgets", title: "Working out your budgets",
        summary: """
            Shows the person a card that sets several budgets of this month at once: drafted from their fixed costs \
            and goals, moved so that they add up to what they did, or the last saved change undone. Use it only when \
            the person asks for that. Nothing is saved until they confirm the card.
            """,
        parameters: PlanArguments.schema)

    static func result(_ finding: DraftFinding) -> ToolResult {
        let text =
            finding.isGood
            ? ToolAnswer([], notes: ["A card was shown to the person; nothing is saved yet.", finding.words]).text
            : ToolAnswer(error: finding.words, hint: "tell the person in one sentence; do not try again").text
        return ToolResult(text: text, figures: [], card: finding.card, isGood: finding.isGood)
    }
}
