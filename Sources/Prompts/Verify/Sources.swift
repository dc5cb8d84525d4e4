public import Analyses

/// Which figures an answer used.
public enum Sources {
    /// The figures that the answer states, in the order of `figures`; of several with one value, the one meant.
    public static func used(in answer: String, from figures: [Figure]) -> [Figure] {
        NumberCheck(answer, against: Evidence(figures: figures)).used
    }
}
