public import Analyses
public import Finance
import FoundationEssentials

/// What a check-in ends in.
public struct CheckInResult: Sendable, Hashable, Codable {
    /// The run it came from; the same run gives the same result.
    public let runID: String
    /// The day it was finished.
    public let on: Day
    /// What is saved, as the person said; goals are named where the sum is theirs. nil when it was skipped.
    public let sample: SavingsPace.Sample?
    /// Two numbers for one thing, where what was said and what is recorded differ.
    public let discrepancies: [Discrepancy]
    /// Items of the last plan with their new status, open ones that were not asked about, then the new ones. What was
    /// done or dropped before this check-in is history and not in it, so it stays small.
    public let items: [PlanItem]

    /// The result of a finished check-in; nil for any other run. `plan` is the stored plan; an item that is only in the
    /// run is taken from there.
    public init?(of run: FlowRun, plan: [PlanItem] = [], in snapshot: Snapshot) {
        guard run.kind == .checkIn, let finishedAt = run.finishedAt else { return nil }
        runID = run.id
        on = Day(finishedAt)
        sample = run.savingsSample(on: Day(finishedAt), in: snapshot)
        discrepancies = run.discrepancies
        let asked = run.steps.filter { $0.id.hasPrefix("item.") }.compactMap { Self.item(of: $0, in: run) }
        let new = run.steps.filter { $0.id.hasPrefix("plan.") }.compactMap { Self.item(of: $0, in: run) }
        let known = Set((asked + new).map(\.id))
        items = asked + plan.filter { $0.status == .open && !known.contains($0.id) } + new
    }

    /// Items still to do; what the next check-in begins with.
    public var open: [PlanItem] { items.filter { $0.status == .open } }

    /// For a client.
    public var json: JSON {
        [
            "on": .day(orNull: on), "saved": .money(orNull: sample?.saved), "items": .array(items.map(\.json)),
            "open": .count(orNull: open.count), "discrepancies": .array(discrepancies.map(\.json)),
        ]
    }

    /// The item of a step after its answer: a last step with its status, or a new one with its words; nil for a new step
    /// that was skipped.
    private static func item(of step: FlowStep, in run: FlowRun) -> PlanItem? {
        guard var item = step.item else { return nil }
        switch run.answer(to: step.id) {
        case .choices(let ids):
            item.status = ids.first.flatMap(PlanItem.Status.init) ?? item.status
            return item
        case .text(let text):
            let isKept = text == step.proposal?.value.text
            return PlanItem(id: item.id, text: text, dueOn: item.dueOn, rule: isKept ? item.rule : nil)
        case .money, nil: return step.id.hasPrefix("item.") ? item : nil
        }
    }
}

extension FlowRun {
    /// The pace with what was just said as the newest look; nil while it was not said. `samples` as for `checkIn`.
    public func pace(after samples: [SavingsPace.Sample], in snapshot: Snapshot) -> SavingsPace? {
        savingsSample(on: Day(touchedAt), in: snapshot).map { SavingsPace(of: samples + [$0], asOf: touchedAt) }
    }

    fileprivate func savingsSample(on day: Day, in snapshot: Snapshot) -> SavingsPace.Sample? {
        guard kind == .checkIn, let said = answer(to: "saved_now")?.money else { return nil }
        let goals = said == snapshot.savings.saved ? snapshot.goals : []
        return SavingsPace.Sample(
            on: day, saved: said,
            goals: Dictionary(goals.map { ($0.id, $0.saved) }, uniquingKeysWith: { first, _ in first }))
    }
}
