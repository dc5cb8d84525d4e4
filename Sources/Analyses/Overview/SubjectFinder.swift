import Finance

/// Finds which of a person's own categories, budgets or names some words mean. Never in silence: what was not typed in
/// full is named in `remark`, and what is not found gives the list.
struct SubjectFinder {
    /// How well a name fits the words, best first.
    private enum Fit: Int, Comparable {
        case exact, holds, slip
        static func < (lhs: Fit, rhs: Fit) -> Bool { lhs.rawValue < rhs.rawValue }
    }

    /// What was found.
    enum Found: Hashable {
        case subject(SpendingSubject, remark: String?)
        /// Several fit alike, or none does; these could be meant.
        case unclear([String])
    }

    let snapshot: Snapshot

    /// Names to choose from: categories, then budgets, each in alphabetical order.
    var choices: [String] {
        let categories = Set(snapshot.expenses.compactMap(\.category))
            .union(snapshot.budgets.map(\.category).filter { !$0.isEmpty })
        let budgets = Set(linkedBudgets).subtracting(categories)
        return Array((categories.sorted() + budgets.sorted()).prefix(Review.rows))
    }

    /// Budgets that some payment is linked to; of the others nothing is known.
    private var linkedBudgets: [String] {
        let linked = Set(snapshot.expenses.compactMap(\.budgetID))
        return snapshot.budgets.filter { linked.contains($0.id) && !$0.isPartners }.map(\.name)
    }

    func find(_ asked: AskedWords) -> Found {
        let categories = choices(of: Set(snapshot.expenses.compactMap(\.category)), asked) { .category($0) }
        let budgets = choices(of: Set(linkedBudgets), asked) { .budget($0) }
        let names = names(asked)
        let all = categories + budgets + names
        guard let best = all.map(\.fit).min() else { return .unclear(choices) }
        // Of what fits alike a category comes before a budget, and a budget before a name.
        for group in [categories, budgets, names] {
            let fitting = group.filter { $0.fit == best }
            guard let first = fitting.first else { continue }
            guard fitting.count == 1 else { return .unclear(fitting.compactMap(\.subject.plain).sorted()) }
            return .subject(first.subject, remark: remark(first.subject, first.fit, asked))
        }
        return .unclear(choices)
    }

    /// The category or budget whose whole name stands in the question and leaves none of the words that name something
    /// over; nil when there is none, or several do.
    func named(in words: AskedWords, all naming: AskedWords) -> SpendingSubject? {
        let categories = Set(snapshot.expenses.compactMap(\.category))
        let budgets = Set(linkedBudgets).subtracting(categories)
        let all = categories.map { ($0, SpendingSubject.category($0)) } + budgets.map { ($0, .budget($0)) }
        let whole = all.filter { name, _ in
            let name = AskedWords(name)
            return Set(naming.keys).isSubset(of: name.keys) && AskedWords(words.keys).place(of: name.keys) != nil
        }
        return whole.count == 1 ? whole[0].1 : nil
    }

    private typealias Choice = (subject: SpendingSubject, fit: Fit)

    private func choices(
        of names: Set<String>, _ asked: AskedWords, _ make: (String) -> SpendingSubject
    ) -> [Choice] {
        names.sorted().compactMap { name in Self.fit(asked, AskedWords(name)).map { (make(name), $0) } }
    }

    /// All names that hold the words count together, so "tesco" is every Tesco.
    private func names(_ asked: AskedWords) -> [Choice] {
        let names = Set(snapshot.expenses.map(\.name)).sorted()
        let fits = names.compactMap { name in Self.fit(asked, AskedWords(name)).map { (name, $0) } }
        let words = asked.typed.joined(separator: " ")
        if fits.contains(where: { $0.1 < .slip }) {
            return [(.name(words), fits.contains { $0.1 == .exact } ? .exact : .holds)]
        }
        return fits.map { (.name($0.0), .slip) }
    }

    private static func fit(_ asked: AskedWords, _ name: AskedWords) -> Fit? {
        guard !asked.keys.isEmpty, !name.keys.isEmpty else { return nil }
        if asked.keys == name.keys { return .exact }
        if Set(asked.keys).isSubset(of: name.keys) { return .holds }
        let isSlip = asked.keys.indices.allSatisfy { place in
            name.keys.contains { asked.keys[place] == $0 || AskedWords.isSlip(asked.keys[place], of: $0) }
                || name.typed.contains { AskedWords.isSlip(asked.typed[place], of: $0) }
        }
        return isSlip ? .slip : nil
    }

    private func remark(_ subject: SpendingSubject, _ fit: Fit, _ asked: AskedWords) -> String? {
        if case .name = subject, fit != .slip {
            let names = Set(subject.payments(in: snapshot).map(\.name)).sorted()
            guard names.count > 1 else { return nil }
            let more = names.count > Review.rows ? " and \(names.count - Review.rows) more" : ""
            return "Counted are \(names.prefix(Review.rows).map(String.quoted).joined(separator: ", "))\(more)."
        }
        guard fit != .exact, let words = subject.words else { return nil }
        return "Taken as \(words)."
    }
}
