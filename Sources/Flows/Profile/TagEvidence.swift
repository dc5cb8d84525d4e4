import Analyses
import Finance
import FoundationEssentials

/// What speaks for each tag: answers of onboarding and records, nothing about mood, health or hardship.
///
/// | tag | signals |
/// |---|---|
/// | Master Builder | it is for the long term · savings of three months' payments · two open goals with a monthly target |
/// | Security Seeker | it is for a cushion · an open goal named for one |
/// | Intentional Dreamer | it is for something planned · an open goal whose monthly target meets its date |
/// | Frugal Fortress | nothing gets in the way · a fifth of income is left in full months · every budget holds |
/// | Passive Saver | it slips the mind · something is saved, no open goal has a monthly target · monthly looks, or none |
/// | Emotional Spender | the spur of the moment · wants take three tenths of the month's income or more |
///
/// A tag needs two signals, one of them something the person said; the most win, then the order of the tags. Otherwise
/// there is none.
struct TagEvidence {
    static let fewest = 2
    /// Months of payments that savings cover.
    static let monthsCovered: Int64 = 3
    /// Share of income left, and share that wants take, per cent.
    static let leftPercent: Int64 = 20
    static let wantsPercent: Int64 = 30

    let run: FlowRun
    let snapshot: Snapshot
    let goals: GoalProgress
    let typical: FullMonths

    init(of run: FlowRun, in snapshot: Snapshot) {
        self.run = run
        self.snapshot = snapshot
        goals = GoalProgress(of: snapshot)
        typical = FullMonths(of: snapshot)
    }

    func choice(at now: Date) -> TagChoice {
        let all = BehaviourTag.allCases.map { ($0, evidence(for: $0)) }
        let most = all.map(\.1.count).max() ?? 0
        guard most >= Self.fewest, let (tag, evidence) = all.first(where: { $0.1.count == most }) else {
            return TagChoice(
                tag: nil, evidence: [],
                reason: "Fewer than \(Self.fewest) things you said or recorded point the same way.",
                assignedBy: .rule, at: now)
        }
        return TagChoice(tag: tag, evidence: evidence, reason: nil, assignedBy: .rule, at: now)
    }

    /// What speaks for a tag; nothing when the person said nothing that does.
    private func evidence(for tag: BehaviourTag) -> [String] {
        let (said, recorded): ([String?], [String?]) =
            switch tag {
            case .masterBuilder: ([isFor(.longTerm)], [coversMonths, hasTargets])
            case .securitySeeker: ([isFor(.cushion)], [hasCushionGoal])
            case .intentionalDreamer: ([isFor(.planned)], [hasGoalOnTrack])
            case .frugalFortress: ([getsInTheWay(.nothing)], [leavesFifth, keepsBudgets])
            case .passiveSaver: ([getsInTheWay(.forgetting), looksSeldom], [savesWithoutTarget])
            case .emotionalSpender: ([getsInTheWay(.impulse)], [spendsOnWants])
            }
        let words = said.compactMap(\.self)
        return words.isEmpty ? [] : words + recorded.compactMap(\.self)
    }

    private func isFor(_ motivation: Motivation) -> String? {
        run.answer(to: Motivation.question)?.choices == [motivation.rawValue]
            ? "You said what the money is for: \(motivation.words.lowercasedFirst)." : nil
    }

    private func getsInTheWay(_ killer: SavingsKiller) -> String? {
        run.answer(to: SavingsKiller.question)?.choices == [killer.rawValue]
            ? "You said what gets in the way: \(killer.words.lowercasedFirst)." : nil
    }

    private var looksSeldom: String? {
        switch run.answer(to: "cadence")?.choices {
        case ["monthly"]: "You want to look at your plan once a month."
        case ["none"]: "You want no fixed days to look at your plan."
        default: nil
        }
    }
}
