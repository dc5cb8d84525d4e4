public import Finance
public import FoundationEssentials

extension FlowRun {
    /// Getting to know a person in five steps, never more than seven questions: what gets in the way of saving, what is
    /// put by already, what it is for, how often to look at it, and up to three open questions. What the records hold is
    /// shown for confirmation and not asked.
    public static func onboarding(id: String, of snapshot: Snapshot, at now: Date) -> FlowRun {
        let income = FlowStep.monthlyIncome(of: snapshot)
        let open: [FlowStep] = income == nil ? [.comingUp, .tried, .wording] : [.comingUp, .wording]
        let steps = [.savingsKiller, .startingSavings(of: snapshot), income, .motivation(of: snapshot), .cadence]
        return FlowRun(
            .onboarding, id: id,
            intro: [
                "A few questions, so that what is said later fits you. You can skip, go back or cancel at any time.",
                "What the app already knows is shown to you, not asked.",
            ], steps: steps.compactMap(\.self) + open, at: now)
    }
}

extension FlowStep {
    static var savingsKiller: FlowStep {
        FlowStep(
            SavingsKiller.question, "What most often gets in the way of putting money by?",
            options: SavingsKiller.allCases.map { Option($0.rawValue, $0.words) },
            accepted: .choices(least: 1, most: 1, ownWords: FlowLimits.text))
    }

    /// What is put by in all. A monthly target is another thing and stands in the goals.
    fileprivate static func startingSavings(of snapshot: Snapshot) -> FlowStep {
        let saved = snapshot.savings.saved
        let isKnown = !snapshot.goals.isEmpty && (.zero ... .limit).contains(saved)
        return startingSavings(
            isKnown
                ? Proposal(.money(saved), "The app shows \(saved) saved towards your goals; is that all of it?") : nil)
    }

    static func startingSavings(_ proposal: Proposal?) -> FlowStep {
        FlowStep(
            "starting_savings", "How much have you put by in all, today? Not what you save each month.",
            accepted: .money(least: .zero, most: .limit, span: .inAll), proposal: proposal)
    }

    /// Shown only when the records hold an income: the newest of this month's and the last one's.
    fileprivate static func monthlyIncome(of snapshot: Snapshot) -> FlowStep? {
        guard let totals = [snapshot.thisMonth, snapshot.lastMonth].first(where: { $0.income > .zero }),
            totals.income <= .limit
        else { return nil }
        return FlowStep(
            "monthly_income", "Is this what usually comes in each month?",
            accepted: .money(least: .zero, most: .limit, span: .monthly),
            proposal: Proposal(
                .money(totals.income),
                "The app shows \(totals.income) coming in for \(totals.month.words); is that right?"))
    }

    fileprivate static func motivation(of snapshot: Snapshot) -> FlowStep {
        let names = snapshot.goals.filter { !$0.isCompleted }.prefix(3).map { String.quoted($0.name) }
        let words = "The app shows that you save for \(names.joined(separator: ", ")); is that the main thing?"
        return motivation(names.isEmpty ? nil : Proposal(.choices([Motivation.planned.rawValue]), words))
    }

    static func motivation(_ proposal: Proposal?) -> FlowStep {
        FlowStep(
            Motivation.question, "What is the money for, above all?",
            options: Motivation.allCases.map { Option($0.rawValue, $0.words) },
            accepted: .choices(least: 1, most: 1, ownWords: FlowLimits.text), proposal: proposal)
    }

    static var cadence: FlowStep {
        FlowStep(
            "cadence", "How often would you like to look at your plan?",
            options: [
                Option("daily", "Every day", also: ["day", "each day"]),
                Option("weekly", "Every week", also: ["week", "once a week", "each week"]),
                Option(
                    "fortnightly", "Every two weeks",
                    also: ["fortnight", "bi-weekly", "biweekly", "every other week", "every fortnight"]),
                Option("monthly", "Every month", also: ["month", "once a month", "each month"]),
                Option("none", "Not at all", also: ["never", "no", "no reminders"]),
            ], accepted: .choices(least: 1, most: 1, ownWords: nil), isSkippable: false)
    }

    private static func open(_ id: String, _ question: String) -> FlowStep {
        FlowStep(id, question, accepted: .text(most: FlowLimits.text))
    }

    fileprivate static var comingUp: FlowStep {
        open("coming_up", "Is anything coming up in the next months that your records do not show yet?")
    }

    fileprivate static var tried: FlowStep {
        open("tried", "What have you tried so far to put money by, and how did it work?")
    }

    fileprivate static var wording: FlowStep {
        FlowStep(
            "wording", "How should answers be written for you?",
            options: Preferences.Wish.allCases.map { Option($0.rawValue, $0.words) },
            accepted: .choices(least: 0, most: Preferences.Wish.allCases.count, ownWords: nil))
    }
}
