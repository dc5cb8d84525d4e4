import Analyses
import Finance
import Prompts

/// What an answer may state: figures of this person, what the person wrote, and fixed texts of ours.
struct AnswerBasis: Sendable {
    /// Those of the prompt, then what was looked up.
    private(set) var figures: [Figure]
    /// Read once from the figures; read again when there are more.
    private(set) var evidence: Evidence
    /// What a sentence is held against beside numbers.
    let lint: OutgoingLint
    private let typed: [String]
    private let reviewed: [String]
    private let today: Day

    /// The basis of a turn; `reviewed` are fixed texts shown before the answer.
    /// `told` is what the person said about themselves earlier.
    init(_ prompt: Prompt, question: String, snapshot: Snapshot, told: [String] = [], reviewed: [String]) {
        figures = prompt.figures
        typed = [question] + told + prompt.messages.filter { $0.role == .user }.map(\.content)
        self.reviewed = reviewed
        evidence = Evidence(figures: figures, typed: typed, reviewed: reviewed, today: snapshot.today)
        lint = OutgoingLint(records: snapshot.debts.map(\.name))
        today = snapshot.today
    }

    /// Adds what was looked up.
    mutating func learn(_ found: [Figure]) {
        figures += found
        evidence = Evidence(figures: figures, typed: typed, reviewed: reviewed, today: today)
    }
}
