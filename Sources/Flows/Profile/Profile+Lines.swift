import Analyses
import Finance

extension Profile {
    /// What is known about a person, a line each, for them to read or for a prompt's data block. Own words stand in
    /// quotes: data, never instruction. The tag is not among them.
    public var lines: [String] {
        let purpose = motivation.map { "What the money is for: \($0.inWords(\.words))." }
        let hurdle = savingsKiller.map { "What gets in the way of saving: \($0.inWords(\.words))." }
        let start = startingSavings.map { "Put by on \(Day(madeAt).words), as said: \($0)." }
        let looks = cadence.map { "Looks at the plan: \($0.name)." }
        return [purpose, hurdle, start, looks].compactMap(\.self)
            + notes.map { "\($0.question) \(String.quoted($0.answer, limit: FlowLimits.text))" }
            + discrepancies.map(\.words)
    }
}
