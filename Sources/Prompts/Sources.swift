public import Analyses
import Finance

/// Which figures an answer used.
public enum Sources {
    /// The figures whose value the answer states, in the order of `figures`. When several figures share a value, those
    /// whose quoted name is in the answer are meant, else the first.
    public static func used(in answer: String, from figures: [Figure]) -> [Figure] {
        let amounts = Amount.all(in: answer)
        let stated = figures.filter { figure in
            figure.value.map { isStated($0, in: answer, amounts) } ?? false
        }
        let alike = Dictionary(grouping: stated, by: \.value)
        let meant = Set(alike.values.flatMap { pick($0, answer) }.map(\.id))
        return stated.filter { meant.contains($0.id) }
    }

    private static func isStated(_ value: Figure.Value, in answer: String, _ amounts: [Amount]) -> Bool {
        switch value {
        case .money, .percent: amounts.contains { $0.states(value) }
        case .day(let day): answer.contains(day.words) || answer.contains(day.description)
        case .months: answer.contains(value.printed)
        // A bare small number could be anything.
        case .count: false
        }
    }

    private static func pick(_ figures: [Figure], _ answer: String) -> [Figure] {
        let named = figures.filter { figure in name(in: figure.label).map(answer.contains) ?? false }
        return named.isEmpty ? Array(figures.prefix(1)) : named
    }

    /// The text between the quotation marks of a label.
    private static func name(in label: String) -> Substring? {
        guard let open = label.firstIndex(of: "“"), let close = label.lastIndex(of: "”"), open < close else {
            return nil
        }
        return label[label.index(after: open)..<close]
    }
}
