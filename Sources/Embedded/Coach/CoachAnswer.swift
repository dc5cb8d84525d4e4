import Analyses
import Finance
import Prompts

/// What the coach says and shows: a value made from a question and a snapshot, with every number taken from an analysis
/// of that snapshot. Plain text, British English, `- ` bullets.
struct CoachAnswer: Sendable {
    /// Rows of a list that are said; the card shows more.
    static let listLimit = 6

    /// What the question was taken to be about.
    let intent: CoachIntent
    /// The whole answer.
    private(set) var text = ""
    /// Figures to show beside it.
    private(set) var cards: [Card] = []

    /// Whether the reviewed words of `CareBlock` stand before this answer.
    let isTroubled: Bool
    /// Figures of analyses that only some questions need.
    private var stated: [Figure] = []
    let question: CoachQuestion
    /// Every analysis, of the month the question means.
    let review: Review
    /// Whether that is the month of the snapshot as it came.
    let isCurrentMonth: Bool

    /// Answers a question from a snapshot; `earlier` are the person's questions before it, oldest first.
    init(to text: String, after earlier: [String] = [], of snapshot: Snapshot) {
        isTroubled = CareBlock(for: text) != nil
        question = CoachQuestion(text)
        intent = CoachIntent(question)
        let month = CoachPeriod.month(of: question, now: snapshot.month) ?? snapshot.month
        isCurrentMonth = month == snapshot.month
        var meant = snapshot
        meant.month = month
        if !isCurrentMonth { meant.household = [] }
        review = Review(of: meant)
        if let followed = Self.followed(text, intent, after: earlier, in: snapshot) { say(followed) } else { answer() }
    }

    /// Every figure the words may state: those of the month meant, and what is worked out for some questions only.
    var figures: [Figure] {
        let receipts = TransactionList(
            TransactionList.Question(kind: .incomes, month: snapshot.month, limit: Self.listLimit), in: snapshot)
        return review.figures + UpcomingPayments(of: snapshot).figures + receipts.figures + purchaseFigures + stated
    }

    var snapshot: Snapshot { review.snapshot }
    /// The month in words.
    var month: String { snapshot.month.words }

    /// Whether the month is over.
    var isPast: Bool { snapshot.month < Month(containing: snapshot.asOf) }
    /// The verb in the month's tense.
    var spend: String { isPast ? "spent" : "spend" }

    private mutating func answer() {
        // Nobody is told the same twice, and who only tells of trouble is shown no figures behind the words of care.
        if isTroubled, intent == .distress || !question.asks { return say(CoachWords.afterCare) }
        switch intent {
        case .distress: say(CoachWords.signpost)
        case .beyond: say(CoachLimit(question)?.words ?? CoachWords.notUnderstood)
        case .plan: sayPlan()
        case .rule: sayRule()
        case .recurring: sayRecurring()
        case .forecast: sayForecast()
        case .week: sayWeek()
        case .afford: sayAffordability()
        case .debts: sayDebts()
        case .budgets: sayBudgets()
        case .goals: sayGoals()
        case .household: sayHousehold()
        case .upcoming: sayUpcoming()
        case .recent: sayRecentMonths()
        case .income: sayIncome()
        case .left: if isDebtMeant { sayDebts() } else { sayLeft() }
        case .spending: saySpending()
        case .overview: sayOverview()
        case .setback: say(CoachWords.setback)
        case .help: say(CoachWords.help)
        case .thanks: say("You're welcome, \(firstName). Ask me again whenever you like.")
        case .greeting: say("Hello \(firstName)! Ask me what is left this month, or about spending, debts or goals.")
        case .unknown: sayWhatIsNamed()
        }
    }

    /// Adds a paragraph or a bullet on a line of its own.
    mutating func say(_ line: String) { text += text.isEmpty ? line : "\n" + line }

    /// Adds one bullet a row, at most `listLimit`, and how many more there are.
    mutating func list<Row>(_ rows: [Row], _ line: (Row) -> String) {
        for row in rows.prefix(Self.listLimit) { say("- " + line(row)) }
        if rows.count > Self.listLimit { say("- and \(rows.count - Self.listLimit) more") }
    }

    /// Names figures that the words state.
    mutating func state(_ figures: [Figure]) { stated += figures }

    /// Shows a card.
    mutating func show(_ card: Card) { cards.append(card) }

    /// Shows the figures of a topic.
    mutating func show(_ topic: Review.Topic) { cards.append(review.card(topic)) }

    /// What to call the person; typed text, so cleaned and bounded.
    private var firstName: String {
        let name = TypedText(snapshot.person.name, limit: 40).text.split(separator: " ").first.map { String($0) }
        return name.flatMap { $0.contains(where: \.isLetter) && !$0.contains("@") ? $0 : nil } ?? "there"
    }
}

extension String {
    /// A name that a person typed, without links, hidden characters or markup; "(no name)" when nothing is left.
    static func plain(_ typed: String) -> String {
        let name = TypedText(PlainText.clean(typed), limit: 60).text
        return name.isEmpty ? "(no name)" : name
    }

    /// A typed name in quotation marks of ours.
    static func quoted(_ typed: String) -> String { "“" + plain(typed).filter { !"“”\"".contains($0) } + "”" }
}

extension Double {
    /// Per cent as every figure prints it.
    var percentText: String { Figure.Value.percent(self).printed }
}

extension Int {
    /// `1 payment`, `3 payments`.
    func of(_ thing: String) -> String { self == 1 ? "1 \(thing)" : "\(self) \(thing)s" }
}
