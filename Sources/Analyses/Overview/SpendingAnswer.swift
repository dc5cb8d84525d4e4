public import Finance

/// The answer to a question about spending, in figures. A payment counts on its own day; in a period that is not over,
/// payments entered for later days are counted and told apart.
public struct SpendingAnswer: Sendable, Hashable {
    /// What was asked.
    public let question: SpendingQuestion
    /// What was taken for what; nil when nothing was.
    public let remark: String?
    /// The sum; nil when nothing at all is recorded in the period.
    public let total: Money?
    /// What of it is dated after today.
    public let toCome: Money
    /// How many payments.
    public let count: Int
    /// The largest of them.
    public let largest: Expense?
    let snapshot: Snapshot

    /// Answers from the records of a snapshot.
    public init(to question: SpendingQuestion, remark: String? = nil, in snapshot: Snapshot) {
        let period = question.period
        let meant = question.subject.payments(in: snapshot).filter { period.contains(Day($0.fallsOn)) }
        let isRecorded = snapshot.expenses.contains { period.contains(Day($0.fallsOn)) }
        self.question = question
        self.remark = remark
        self.snapshot = snapshot
        total = isRecorded ? meant.total(\.amount) : nil
        toCome = meant.filter { Day($0.fallsOn) > snapshot.today }.total(\.amount)
        count = meant.count
        largest = meant.max { ($0.amount, $1.id) < ($1.amount, $0.id) }
    }

    /// The answer in plain words.
    public var sentence: String {
        let words = question.period.words
        guard let total else { return "No expense is recorded \(words)." }
        let subject = question.subject.words.map { " on \($0)" } ?? ""
        guard let largest else { return said("Nothing is recorded\(subject) \(words).") }
        let coming = toCome > .zero ? ", of which \(toCome) is dated after today" : ""
        let payments = count == 1 ? "one payment" : "\(count) payments"
        switch question.kind {
        case .total: return said("You spent \(total)\(subject) \(words), in \(payments)\(coming).")
        case .count:
            let verb = count == 1 ? "is" : "are"
            return said("There \(verb) \(payments)\(subject) \(words), \(total) together\(coming).")
        case .largest:
            return said(
                "The largest payment\(subject) \(words) is \(String.quoted(largest.name)), \(largest.amount), on "
                    + "\(Day(largest.fallsOn).words).")
        }
    }

    private func said(_ sentence: String) -> String { remark.map { "\(sentence) \($0)" } ?? sentence }

    /// The sum, the number, what is to come and the largest payment.
    public var figures: [Figure] {
        let subject = question.subject.words.map { "on \($0) " } ?? ""
        let words = question.period.words
        let value = total.map { Figure.Value.money($0) }
        let all = [
            figure("total", "Spent \(subject)\(words)", value),
            figure("count", "Number of payments \(subject)\(words)", total == nil ? nil : .count(count)),
            figure(
                "to_come", "Dated after today, of what is spent \(subject)\(words)", value.map { _ in .money(toCome) }),
        ]
        guard let largest else { return all }
        let name = String.quoted(largest.name)
        return all + [
            figure(
                "largest", "Largest payment \(subject)\(words): \(name) on \(Day(largest.fallsOn).words)",
                .money(largest.amount))
        ]
    }

    private func figure(_ key: String, _ label: String, _ value: Figure.Value?) -> Figure {
        var figure = snapshot.figure(
            "question.\(key)", label, value, records: count,
            coverage: value == nil ? .none : snapshot.coverage(of: "expenses"),
            basis: value == nil ? "no expense is recorded \(question.period.words)" : question.subject.basis)
        figure.window = question.period.window
        return figure
    }

    /// The answer for display.
    public var card: Card { Card(kind: .spendingAnswer, title: "Spending \(question.period.words)", data: json) }

    /// The answer for a client.
    public var json: JSON {
        [
            "subject": .string(orNull: question.subject.plain), "asked": .string(question.kind.rawValue),
            "window": .string(question.period.window), "from": .string(question.period.first.description),
            "to": .string(question.period.last.description), "asOf": .string(snapshot.asOf.rfc3339),
            "basis": .string(question.subject.basis),
            "coverage": .string((total == nil ? .none : snapshot.coverage(of: "expenses")).rawValue),
            "total": .money(orNull: total), "toCome": .money(toCome), "count": .count(orNull: count),
            "largest": largest.map {
                [
                    "name": .string($0.name), "amount": .money($0.amount),
                    "date": .string(Day($0.fallsOn).description),
                ]
            } ?? .null, "remark": .string(orNull: remark), "words": .string(sentence),
        ]
    }
}
