public import Analyses
import Finance

extension SavingsPace {
    /// The pace in neutral sentences: both numbers, how many days and looks they stand on, then what to know about them.
    public var reflection: [String] {
        guard let change, let likeForLike else {
            return ["There are not two looks at your savings yet, so there is nothing to compare."]
        }
        guard let pace else {
            let span = days == 1 ? "1 day" : "\(days) days"
            return [
                "Since the look \(span) ago the difference is \(change). Under \(Self.shortest) days it is too soon to "
                    + "tell a pace."
            ] + notes
        }
        let basis = "from \(points) looks over \(days) days"
        let first =
            switch direction {
            case .up: "\(likeForLike) more is put by than \(days) days ago; for \(Self.period) days that is \(pace)"
            case .down:
                "\(likeForLike.magnitude) less is put by than \(days) days ago; for \(Self.period) days that is \(pace)"
            case .neutral, .tooSoon:
                "What is put by is about where it was \(days) days ago; for \(Self.period) days the difference is "
                    + "\(pace)"
            }
        let raw = change == likeForLike ? [] : ["The total itself changed by \(change)."]
        return ["\(first), \(basis)."] + raw + notes
    }
}
