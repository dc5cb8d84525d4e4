import Finance

/// The change between two samples of savings, over the goals that are in both.
struct SavingsChange {
    let amount: Money
    let notes: [String]

    init(from first: SavingsPace.Sample, to last: SavingsPace.Sample) {
        let whole = last.saved - first.saved
        guard !first.goals.isEmpty, !last.goals.isEmpty else {
            amount = whole
            notes = whole < .zero ? [Self.unexplained] : []
            return
        }
        let gone = first.goals.filter { last.goals[$0.key] == nil }.values.total { $0 }
        let added = last.goals.filter { first.goals[$0.key] == nil }.values.total { $0 }
        let taken = first.goals.compactMap { id, saved in last.goals[id].map { max(saved - $0, .zero) } }.total { $0 }
        amount = last.goals.compactMap { id, saved in first.goals[id].map { saved - $0 } }.total { $0 }
        var notes: [String] = []
        if gone > .zero {
            notes.append("Goals with \(gone) saved are no longer there; reached or removed, not a loss.")
        }
        if added > .zero { notes.append("Goals with \(added) saved are new since; not counted as saving.") }
        if taken > .zero { notes.append("\(taken) less is saved towards some goals than before, for instance spent.") }
        self.notes = notes
    }

    private static let unexplained =
        "The total fell. A goal that was reached and removed looks the same here as money taken out."
}
