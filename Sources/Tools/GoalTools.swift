import Analyses
import Finance
import Prompts

/// Saving goals: how they stand, and how one would stand with another amount or date.
enum GoalTools {
    static let all = [goals, whatIf]

    private static let goals = Tool(
        "get_goals", title: "Looking at your saving goals",
        summary: "Saving goals: saved, target, date, and what each needs every month."
    ) { _, context in
        Tool.Finding(
            figures: context.review.goals.figures + context.review.goals.outlook,
            notes: context.review.goals.remarks, card: context.review.card(.goals))
    }

    private static let whatIf = Tool(
        "what_if_goal", title: "Trying out a saving goal",
        summary: """
            One saving goal as it is, beside how it would be with another monthly amount, with a sum put by once, or \
            by another date. Name at least one of them; nothing is changed.
            """,
        members: [
            ("goal", ToolSchema.text("Its name")), ("monthly", ToolSchema.pounds("Put by each month")),
            ("once", ToolSchema.pounds("Put by once, today")), ("by", ToolSchema.day("The day to reach it by")),
        ], required: ["goal"]
    ) { arguments, context throws(ToolFault) in
        let name = try arguments.required("goal", try arguments.text("goal"))
        let change = GoalWhatIf.Change(
            monthly: try arguments.money("monthly"), once: try arguments.money("once"), by: try arguments.day("by"))
        guard change != GoalWhatIf.Change() else {
            throw ToolFault("nothing is changed", hint: "name monthly, once or by")
        }
        let answer = GoalWhatIf(change, of: try goal(name, context), in: context.snapshot)
        return Tool.Finding(figures: answer.figures, card: answer.card)
    }

    /// The open goal of that name, as far as letters go; of several or none the person is to be asked.
    private static func goal(_ name: String, _ context: Tool.Context) throws(ToolFault) -> SavingGoal {
        func plain(_ name: String) -> String { name.lowercased().filter { $0.isLetter || $0.isNumber } }
        let open = context.snapshot.goals.filter { !$0.isCompleted }
        let exact = open.filter { plain($0.name) == plain(name) }
        let close = exact.isEmpty ? open.filter { plain($0.name).contains(plain(name)) } : exact
        guard let goal = close.first, close.count == 1, !plain(name).isEmpty else {
            let names = open.prefix(Review.rows).map { String.quoted($0.name) }.joined(separator: ", ")
            throw ToolFault(
                "there is no one open goal of that name",
                hint: names.isEmpty ? "there are no open goals" : "the goals are \(names)")
        }
        return goal
    }
}
