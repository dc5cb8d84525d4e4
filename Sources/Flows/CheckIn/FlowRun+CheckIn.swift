public import Analyses
public import Finance
public import FoundationEssentials

extension FlowRun {
    /// Most open plan items that a check-in goes through; those due first come first, the others stay open as they are.
    public static let mostItems = 9
    /// New steps that a check-in proposes.
    public static let newSteps = 3

    /// Looking at a plan: what is put by now, each open item of the last plan, then three new steps to keep, edit or
    /// replace – fewer where more than `mostItems` would be open.
    ///
    /// `samples` are earlier looks at savings of one kind: check-ins, or nightly samples of the goals. Mixed, the
    /// difference between the kinds would read as saving.
    public static func checkIn(
        id: String, of snapshot: Snapshot, plan: [PlanItem] = [], samples: [SavingsPace.Sample] = [],
        cadence: CheckInPlan.Cadence? = nil, at now: Date
    ) -> FlowRun {
        let open = plan.filter { $0.status == .open }.sorted { ($0.dueOn, $0.id) < ($1.dueOn, $1.id) }
        let asked = open.prefix(mostItems)
        let ideas = PlanIdea.all(of: snapshot, without: Set(open.compactMap(\.rule)))
        let count = min(newSteps, max(0, mostItems - open.count))
        let due = PlanItem.usualDue(cadence, from: Day(now))
        let new = (0..<count).map { place -> FlowStep in
            .newStep(ideas.indices.contains(place) ? ideas[place] : nil, number: place + 1, run: id, due: due)
        }
        let full = count == 0 ? ["There are \(open.count) steps open already, so no new ones are proposed."] : []
        return FlowRun(
            .checkIn, id: id, intro: SavingsPace(of: samples, asOf: now).reflection + full,
            steps: [.savedNow(of: snapshot)] + asked.map(FlowStep.lastStep) + new, at: now)
    }
}

extension FlowStep {
    fileprivate static func savedNow(of snapshot: Snapshot) -> FlowStep {
        let saved = snapshot.savings.saved
        let isKnown = !snapshot.goals.isEmpty && (.zero ... .limit).contains(saved)
        return FlowStep(
            "saved_now", "How much have you put by in all, today?",
            accepted: .money(least: .zero, most: .limit, span: .inAll),
            proposal: isKnown
                ? Proposal(.money(saved), "The app shows \(saved) saved towards your goals; is that right?") : nil)
    }

    fileprivate static func lastStep(_ item: PlanItem) -> FlowStep {
        FlowStep(
            "item.\(item.id)",
            "Your step \(String.quoted(item.text, limit: FlowLimits.text)), for \(item.dueOn.words): how is it?",
            options: [
                Option(PlanItem.Status.done.rawValue, "Done", also: ["finished", "yes"]),
                Option(PlanItem.Status.open.rawValue, "Still open", also: ["not yet", "no", "later"]),
                Option(PlanItem.Status.dropped.rawValue, "No longer wanted", also: ["drop", "drop it", "remove"]),
            ], accepted: .choices(least: 1, most: 1, ownWords: nil), item: item)
    }

    /// A step to keep, edit or replace; without an idea, to write or skip.
    fileprivate static func newStep(_ idea: PlanIdea?, number: Int, run: String, due: Day) -> FlowStep {
        let item = PlanItem(
            id: "\(run).\(number)", text: idea?.text ?? "", dueOn: idea?.dueOn ?? due, rule: idea?.rule)
        return FlowStep(
            "plan.\(number)", "New step \(number): keep it, change it, or write your own.",
            accepted: .text(most: FlowLimits.text),
            proposal: idea.map { Proposal(.text($0.text), $0.text) }, item: item, figures: idea?.figures ?? [])
    }
}

extension PlanItem {
    /// First steps for somebody who has no plan yet, as the end of onboarding shows them. They are a proposal: a plan
    /// begins when a check-in keeps them.
    public static func proposals(
        of snapshot: Snapshot, id: String, cadence: CheckInPlan.Cadence?, at now: Date
    ) -> [PlanItem] {
        PlanIdea.all(of: snapshot, without: []).prefix(FlowRun.newSteps).enumerated().map { place, idea in
            PlanItem(
                id: "\(id).\(place + 1)", text: idea.text, dueOn: idea.dueOn ?? usualDue(cadence, from: Day(now)),
                rule: idea.rule)
        }
    }

    /// With the next check-in, a week ahead at least; a month ahead without a cadence.
    fileprivate static func usualDue(_ cadence: CheckInPlan.Cadence?, from today: Day) -> Day {
        today.advanced(by: max(CheckInPlan.Cadence.weekly.rawValue, (cadence ?? .monthly).rawValue))
    }
}
