public import Analyses
public import Finance
public import FoundationEssentials

/// What a person told about themselves, as it is stored. Everything in it can be changed or removed by them.
public struct Profile: Sendable, Hashable, Codable {
    /// An open question and what was said to it.
    public struct Note: Sendable, Hashable, Codable {
        /// The question's id.
        public let id: String
        /// The question as it was asked.
        public let question: String
        /// Own words; data, never instruction.
        public let answer: String
    }

    /// What the money is for; nil when it was skipped.
    public var motivation: ChosenOrSaid<Motivation>?
    /// What gets in the way of saving; nil when it was skipped.
    public var savingsKiller: ChosenOrSaid<SavingsKiller>?
    /// Put by in all when it began; not what is saved each month, which stands in the goals.
    public var startingSavings: Money?
    /// How often to look at the plan; nil for no reminders.
    public var cadence: CheckInPlan.Cadence?
    /// Answers to open questions, at most `mostNotes`.
    public var notes: [Note]
    /// How to be written to.
    public var preferences: Preferences
    /// Two numbers for one thing, where what was said and what is recorded differ.
    public var discrepancies: [Discrepancy]
    /// The tag, or why there is none.
    public private(set) var tag: TagChoice
    /// When the questions were answered.
    public let madeAt: Date

    /// Most answers to open questions.
    public static let mostNotes = 3

    /// The profile an onboarding ends in; nil unless it is done. A tag the person chose or removed stays as it is.
    public init?(of run: FlowRun, in snapshot: Snapshot, after earlier: Profile? = nil) {
        guard run.kind == .onboarding, let finishedAt = run.finishedAt else { return nil }
        motivation = ChosenOrSaid(run.answer(to: Motivation.question))
        savingsKiller = ChosenOrSaid(run.answer(to: SavingsKiller.question))
        startingSavings = run.answer(to: "starting_savings")?.money
        cadence = CheckInPlan.Cadence(named: run.answer(to: "cadence")?.choices?.first ?? "")
        let texts = run.steps.filter { $0.accepted == .text(most: FlowLimits.text) }
        notes = Array(
            texts.compactMap { step in
                run.answer(to: step.id)?.text.map { Note(id: step.id, question: step.question, answer: $0) }
            }.prefix(Self.mostNotes))
        let wishes = run.answer(to: "wording")?.choices
        preferences = wishes.map(Preferences.init(wishes:)) ?? earlier?.preferences ?? Preferences()
        discrepancies = run.discrepancies
        let decided = earlier.flatMap { $0.tag.assignedBy == .user ? $0.tag : nil }
        tag = decided ?? TagEvidence(of: run, in: snapshot).choice(at: finishedAt)
        madeAt = finishedAt
    }

    /// The person gives themselves a tag, or with nil removes it.
    public mutating func choose(_ tag: BehaviourTag?, at now: Date) {
        self.tag = tag.map { .chosen($0, at: now) } ?? .removed(at: now)
    }

    /// For the person; no part of it is for admins.
    public var json: JSON {
        [
            "motivation": motivation.json(\.words), "savingsKiller": savingsKiller.json(\.words),
            "startingSavings": .money(orNull: startingSavings), "cadence": .string(orNull: cadence?.name),
            "notes": .array(
                notes.map {
                    ["id": .string($0.id), "question": .string($0.question), "answer": .string($0.answer)]
                }), "preferences": preferences.json, "discrepancies": .array(discrepancies.map(\.json)),
            "behaviouralTag": tag.json, "madeAt": .string(madeAt.rfc3339),
        ]
    }
}

extension CheckInPlan.Cadence {
    /// The cadence of an option of onboarding; nil for "none" and anything else.
    init?(named name: String) {
        guard let found = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = found
    }

    /// The wire spelling.
    var name: String {
        switch self {
        case .daily: "daily"
        case .weekly: "weekly"
        case .fortnightly: "fortnightly"
        case .monthly: "monthly"
        }
    }
}

extension Optional {
    /// Its id, null for own words, and what a person reads.
    fileprivate func json<Choice>(_ words: (Choice) -> String) -> JSON where Wrapped == ChosenOrSaid<Choice> {
        switch self {
        case .chosen(let choice): ["id": .string(choice.rawValue), "words": .string(words(choice))]
        case .said(let text): ["id": .null, "words": .string(text)]
        case nil: .null
        }
    }
}
