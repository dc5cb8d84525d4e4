public import Analyses

/// The numbers of an answer that nothing backs.
public enum Unverified {
    /// Numbers that no figure holds and the person did not type, as they stand, each once.
    public static func amounts(in answer: String, figures: [Figure], question: String) -> [String] {
        NumberCheck(answer, against: Evidence(figures: figures, typed: [question])).unverified
    }
}
