import Analyses
import Finance

extension CoachAnswer {
    /// Where the money went: one thing when the question names it, the whole otherwise.
    mutating func saySpending() {
        let spending = review.spending
        guard !spending.names.isEmpty else {
            return say("No expense is recorded for \(month). Add your expenses in the app and ask me again.")
        }
        if let category = namedCategory {
            guard let part = spending.categories.first(where: { $0.name == category.name }) else {
                return say("No expense in \(month) is in the category \(category.name ?? "without a name").")
            }
            return say(part, isCategory: true)
        }
        if let named = CoachSubject.find(in: spending.names, named: \.title, question) {
            return say(named, isCategory: false)
        }
        if let object = CoachSubject.object(of: question), !isGeneral(object) {
            say("I cannot find an expense called \(String.quoted(object)) in \(month). These are your largest:")
        } else {
            say("You \(spend) \(spending.total) in \(month). The largest are:")
        }
        list(spending.names) { part in
            let share = part.share.map { " (\($0.percentText))" } ?? ""
            return "\(String.quoted(part.title)): \(part.amount)\(share)"
        }
        sayCategories(spending)
        show(.spending)
    }

    /// What a question comes to that means something else after the questions before it, such as "how about just petrol?":
    /// the month spoken of is still meant. nil for a question that stands by itself.
    static func followed(
        _ text: String, _ intent: CoachIntent, after earlier: [String], in snapshot: Snapshot
    ) -> SpendingAnswer? {
        guard !earlier.isEmpty, intent == .spending || intent == .unknown,
            let answer = SpendingThread(text, after: earlier, in: snapshot)?.answer,
            answer.question != SpendingThread(text, after: [], in: snapshot)?.answer?.question
        else { return nil }
        return answer
    }

    /// A question about spending that was worked out.
    mutating func say(_ answer: SpendingAnswer) {
        say(answer.sentence)
        state(answer.figures)
        show(answer.card)
    }

    private mutating func sayCategories(_ spending: SpendingBreakdown) {
        guard spending.categories.contains(where: { $0.name != nil }) else {
            return say("None of these has a category yet; give them one in the app to see needs and wants.")
        }
        say("By category:")
        list(spending.categories) { part in
            "\(String.plain(part.title)): \(part.amount)" + (part.share.map { " (\($0.percentText))" } ?? "")
        }
    }

    private mutating func say(_ part: SpendingBreakdown.Part, isCategory: Bool) {
        let title = isCategory ? String.plain(part.title) : String.quoted(part.title)
        let share = part.share.map { ", \($0.percentText) of your expenses" } ?? ""
        say("You \(spend) \(part.amount) on \(title) in \(month), in \(part.count.of("payment"))\(share).")
        if part.growth.previous > .zero {
            say("In \(snapshot.month.previous.words) it was \(part.growth.previous).")
        }
        show(.spending)
    }

    /// The budget category the question means, by its everyday names.
    private var namedCategory: (words: [String], name: String?)? {
        let categories: [(words: [String], name: String?)] = [
            (["needs", "essentials", "essential", "necessities"], "Essential(Needs)"),
            (["wants", "discretionary", "luxuries"], "Discretionary(Wants)"),
            (["uncategorised", "uncategorized"], nil),
        ]
        return categories.first { $0.words.contains(where: question.words.contains) }
    }

    /// "On everything", "for the month" and the like name nothing.
    private func isGeneral(_ object: String) -> Bool {
        ["everything", "anything", "things", "stuff", "most", "bills", "all", "me", "it", "what"].contains(object)
            || object.hasPrefix("average") || CoachPeriod.month(of: CoachQuestion(object), now: snapshot.month) != nil
    }

    /// A question without a known topic may still name a record of the person's own.
    mutating func sayWhatIsNamed() {
        if let row = CoachSubject.find(in: review.debts.rows, named: \.debt.name, question) {
            say(row)
            show(.debts)
            return say(CoachWords.disclaimer)
        }
        if let row = CoachSubject.find(in: review.goals.rows, named: \.goal.name, question) {
            say("- " + Self.line(row))
            return show(.goals)
        }
        let isSpending = CoachSubject.find(in: review.spending.names, named: \.title, question) != nil
        if isSpending || namedCategory != nil { return saySpending() }
        if !isCurrentMonth { return sayOverview() }
        say(isTroubled ? CoachWords.afterCare : CoachWords.notUnderstood)
    }
}
