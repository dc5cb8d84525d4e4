/// Whether a freshly trained model replaces the one in use: only when it is not worse on names neither has seen.
public enum CategoryRollout: Sendable, Hashable {
    /// The new one is used from now on.
    case adopt
    /// The old one stays, with the reason.
    case keep(String)

    /// Names a measurement must stand on.
    public static let leastNames = 50
    /// Share points a new model may lose and still not count as worse; less is noise.
    public static let slack = 0.01
    /// Accuracy of its suggestions below which no model is used.
    public static let leastAccuracy = 0.9

    /// Decides from both models' results on the same names; `current` is nil when none is in use.
    public static func decide(current: CategoryEvaluation?, candidate: CategoryEvaluation) -> CategoryRollout {
        guard candidate.count >= leastNames else {
            return .keep("only \(candidate.count) names to measure it on, \(leastNames) are needed")
        }
        guard candidate.accuracy ?? 0 >= leastAccuracy else { return .keep("its suggestions are too often wrong") }
        guard let current else { return .adopt }
        guard candidate.macroF1 >= current.macroF1 - slack else { return .keep("macro-F1 fell") }
        let pair = (candidate.accuracy(atCoverage: 80) ?? 0, current.accuracy(atCoverage: 80) ?? 0)
        guard pair.0 >= pair.1 - slack else { return .keep("accuracy at 80% coverage fell") }
        return .adopt
    }
}
