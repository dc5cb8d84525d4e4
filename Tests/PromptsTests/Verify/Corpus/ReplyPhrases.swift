import Analyses
import Finance

/// How each kind of figure is put into words: as the coach does, as a model does, in lists and in tables.
enum ReplyPhrases {
    /// Patterns for a figure, by the ending of its id and its sign.
    static func patterns(for figure: Figure) -> [String] {
        guard let value = figure.value else { return [] }
        let key = figure.id.split(separator: ".").last.map(String.init) ?? ""
        let family = figure.id.split(separator: ".").first.map(String.init) ?? ""
        if key == "left" { return isNegative(value) ? short : left }
        switch (family, key) {
        case ("month", "growth"): return isNegative(value) ? [] : growth
        case ("month", _), ("last_month", _), ("recent", _): return totals[key] ?? []
        case ("debts", _): return debts[key] ?? []
        case ("debt", _): return debt[key] ?? []
        case ("goals", _): return goals[key] ?? []
        case ("goal", _): return goal[key] ?? []
        case ("spending", "share"): return figure.recordName == nil ? [] : share
        case ("spending", _): return figure.recordName == nil ? [] : spending
        case ("budget", "amount"), ("budget", "budgeted"): return budget
        case ("afford", _): return afford[key] ?? []
        default: return []
        }
    }

    private static func isNegative(_ value: Figure.Value) -> Bool {
        switch value {
        case .money(let money): money < .zero
        case .percent(let percent): percent < 0
        default: false
        }
    }

    private static let left = [
        "You have {v} {s:left|short} in {m}.", "In {m} there is {v} {s:left over|missing, so you are short}.",
        "- {s:Left over|Short} in {m}: {v}", "{s:What is left|You are short} in {m} comes to {v}.",
    ]
    private static let short = [
        "In {m} you {s:are short by|have left over} {v}.", "You {s:overspent by|have left} {v} in {m}.",
        "In {m} more goes out than comes in: you are {v} {s:short|left over}.",
        "There is a {s:shortfall|surplus} of {v} in {m}.",
    ]
    private static let growth = [
        "You spend {v} {s:more|less} in {m} than the month before.",
        "Spending {s:rose|fell} by {v} from March 2026 to April 2026.",
        "Compared with March 2026 your expenses are {s:up|down} {v}.",
    ]
    private static let totals = [
        "income": [
            "Your income in {m} comes to {v}.", "In {m} you brought in {v}.", "- Income in {m}: {v}",
            "{v} came in during {m}.", "| Income | {m} | {v} |",
        ],
        "expenses": [
            "Your expenses in {m} come to {v}.", "In {m} {v} went out.", "You spent {v} in {m}, all told.",
            "- Expenses ({m}): {v}", "For {m} I can see {v} of spending.",
        ],
        "budget": ["Your budgets in {m} add up to {v}.", "You planned {v} of budgets for {m}."],
        "growth": [],
    ]
    private static let debts = [
        "balance": ["You owe {v} in all.", "Altogether your debts stand at {v}.", "- Owed on all debts: {v}"],
        "payment": [
            "Your debts take {v} {p:a month} in all.", "You pay {v} {p:each month} towards debts.",
            "All your debt payments together are {v} {p:per month}.",
        ],
        "interest": [
            "Interest costs you {v} {p:a month}; that is Capital Loss.", "Money Lost to interest: {v} {p:every month}.",
        ],
        "dti": [
            "Debt payments take {v} of your income in {m}.", "That is {v} of what came in during {m}.",
            "- Share of income going to debts in {m}: {v}",
        ],
        "next_due": ["The next debt payment is due on {v}.", "Your next due date is {v}."],
    ]
    private static let debt = [
        "balance": [
            "You owe {v} on your {n}.", "“{n}”: {v} owed", "{n} has a balance of {v}.", "- {n}: {v}",
            "The balance on the {n} is {v}.",
        ],
        "payment": [
            "You pay {v} {p:a month} on your {n}.", "“{n}” takes {v} {p:each month}.",
            "The monthly payment for {n} is {v}.",
        ],
        "rate": ["{n} charges {v} {p:a year}.", "The yearly rate of “{n}” is {v}.", "- {n}: {v} APR"],
        "due": ["{n} is next due on {v}.", "“{n}”: next due {v}", "The payment on your {n} falls due on {v}."],
    ]
    private static let goals = [
        "saved": ["You have saved {v} over all your goals."], "target": ["Your goals add up to {v}."],
        "completion": ["You are {v} of the way to all your goals."],
        "monthly": ["Your open goals ask for {v} {p:a month}.", "Planned for saving goals: {v} {p:each month}."],
    ]
    private static let goal = [
        "saved": ["You have put {v} towards “{n}”.", "{n}: {v} saved so far"],
        "target": ["The target of “{n}” is {v}.", "You are aiming for {v} for your {n}."],
        "completion": ["“{n}” is {v} complete.", "{n} ({v} done)"],
        "needed": ["“{n}” needs {v} {p:a month}.", "{v} {p:each month} is needed for {n}."],
        "date": ["“{n}” is set to finish on {v}.", "The date for {n} is {v}."],
    ]
    private static let spending = [
        "You spent {v} on {n} in {m}.", "- “{n}”: {v} in {m}", "In {m}, {n} cost {v}.", "| {n} | {v} | {m} |",
        "Of that, {v} went on “{n}” in {m}.",
    ]
    private static let share = ["{n} is {v} of your expenses.", "“{n}” took {v} of what you spent in {m}."]
    private static let budget = ["Your budget for “{n}” in {m} is {v}.", "You set aside {v} for {n} in {m}."]
    private static let afford = [
        "after": ["After it you would have {v} left in {m}."],
        "months": ["Saved up from what is left it takes {v}.", "You could save for it in {v}."],
    ]
}
