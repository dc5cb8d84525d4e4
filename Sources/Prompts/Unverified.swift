public import Analyses

/// Finds the numbers of an answer that nothing backs. A first, simple form: sums and differences a model made itself are
/// unbacked too, since no code computed them.
public enum Unverified {
    /// Pounds and percentages of the answer that no figure holds and the person did not type, as they stand, each once.
    public static func amounts(in answer: String, figures: [Figure], question: String) -> [String] {
        let typed = Amount.typed(in: question)
        let values = figures.compactMap(\.value)
        var seen: Set<String> = []
        return Amount.all(in: answer)
            .filter { amount in
                !values.contains(where: amount.states) && !typed.contains(where: amount.equals)
            }
            .map(\.text)
            .filter { seen.insert($0).inserted }
    }
}
