import Analyses
import Finance
import Prompts

/// One thing the model may look up: what it is told about it, and what answers it. Whose records are read comes from the
/// session, never from an argument.
struct Tool: Sendable {
    /// What an answer is made from.
    struct Context: Sendable {
        /// Every analysis of this person at this instant.
        let review: Review
        /// Figures named so far in this answer.
        var known: [Figure]
        /// What the person wrote.
        let question: String
        /// This person among people with a similar income, where there is enough data; else why not.
        let peers: @Sendable () async -> PeerFinding

        var snapshot: Snapshot { review.snapshot }

        /// Whether an amount is a figure of this person, or one the person wrote.
        func knows(_ amount: Money) -> Bool {
            let isFigure = known.contains { figure in
                if case .money(let money) = figure.value { money.magnitude == amount.magnitude } else { false }
            }
            return isFigure || AskedNumbers(in: question).contains(hundredths: amount.magnitude.pence)
        }

        /// Every analysis of another month of the same person.
        func review(of month: Month?) -> Review {
            guard let month, month != snapshot.month else { return review }
            var other = snapshot
            other.month = month
            // Household budgets are of the snapshot's own month only.
            other.household = []
            return Review(of: other)
        }
    }

    /// What was found, most important first.
    struct Finding: Sendable {
        var figures: [Figure]
        var notes: [String] = []
        var card: Card?
    }

    let spec: ToolSpec
    /// Names the arguments may have.
    let names: [String]
    let find: @Sendable (ToolArguments, Context) async throws(ToolFault) -> Finding

    init(
        _ name: String, title: String, summary: String, members: [(name: String, schema: JSON)] = [],
        required: [String] = [],
        find: @escaping @Sendable (ToolArguments, Context) async throws(ToolFault) -> Finding
    ) {
        spec = ToolSpec(
            name: name, title: title, summary: summary, parameters: ToolSchema.object(members, required: required))
        names = members.map(\.name)
        self.find = find
    }
}
