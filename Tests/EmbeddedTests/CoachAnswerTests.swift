import Analyses
import Finance
import FoundationEssentials
import Prompts
import TestKit
import Testing

@testable import Embedded

@Suite("The coach answers from the figures, to the penny")
struct CoachAnswerTests {
    private static let questions = [
        "what's left?", "where does my money go", "rent last month", "my debts", "goals", "budgets", "upcoming",
        "can i afford £200", "can i afford £5,000", "household", "compare months", "income", "how am I doing", "hi",
        "help", "thanks", "in march", "wants", "what is this", "I can't pay my rent",
    ]

    @Test("a question that leans on the one before is about its month; one that stands alone, or after another, is not")
    func thread() throws {
        let maya = try NamedPeople.snapshot(of: NamedPeople.maya)
        let before = ["How much did I spend last month?"]
        let followed = CoachAnswer(to: "How about just rent?", after: before, of: maya)
        #expect(followed.text.contains("March 2026") && followed.text.contains("£1,150.00"))
        #expect(followed.cards.map(\.kind) == [.spendingAnswer])
        #expect(followed.figures.contains { $0.id == "question.total" })
        #expect(CoachAnswer(to: "How about just rent?", of: maya).text.contains("April 2026"))
        let other = CoachAnswer(to: "What do I owe?", after: before, of: maya)
        #expect(other.text == CoachAnswer(to: "What do I owe?", of: maya).text)
    }

    @Test("Maya's worked example is told exactly")
    func maya() throws {
        let expected: [(String, [String])] = [
            (
                "What's left this month?",
                [
                    "£2,267.51 left", "£3,650.50 (2 receipts)", "£1,382.99 (3 payments)", "£200.00 a month",
                    "bank balance",
                ]
            ),
            ("Where does my money go?", ["£1,382.99", "“Rent”: £1,150.00 (83.15%)", "Essential(Needs): £1,370.00"]),
            ("How much did I spend on rent last month?", ["You spent £1,150.00 on “Rent” in March 2026"]),
            ("What do I owe?", ["£10,600.00 on 2 debts", "£390.00 a month", "10.68%", "19.9%", "5 May 2026"]),
            ("How is my Lisbon holiday going?", ["£600.00 of £2,400.00 (25%)", "£200.00 a month needed"]),
            ("How are my budgets?", ["£1,850.00", "Savings: £0.00 of £300.00 (0%)", "£12.99 have no category"]),
            ("Household?", ["“Rent”: £1,150.00 (yours)", "“Groceries”: £400.00 (your partner's)"]),
            ("Can I afford £200?", ["fits comfortably", "£2,067.51", "£1,867.51", "£187.95 for each of the 11 days"]),
            ("Can I afford a £2.5k trip?", ["Not from this month's money", "£2,500.00", "£2,267.51", "2 months"]),
            ("What's coming up?", ["2 payments of £1,162.99", "1 May 2026: “Rent”, £1,150.00", "“Car loan”, £240.00"]),
            (
                "Compare the last months",
                ["18.9% more", "March 2026: £3,200.00 in, £1,162.99 out, £2,037.01 left over"]
            ),
            ("What is my income?", ["£3,650.50", "“Freelance design”: £450.50 on 8 April 2026"]),
        ]
        for (question, parts) in expected {
            let text = try answer(question, NamedPeople.maya).text
            for part in parts { #expect(text.contains(part), "\(question): \(text)") }
        }
    }

    @Test("Cards stand beside the answers that have figures")
    func cards() throws {
        let expected: [(String, [Card.Kind])] = [
            ("what's left", [.month]), ("my spending", [.spending]), ("debts", [.debts]), ("goals", [.goals]),
            ("budgets", [.budgets]), ("can I afford £20", [.affordability]), ("hello", []), ("can I afford it", []),
        ]
        for (question, kinds) in expected { #expect(try answer(question, NamedPeople.maya).cards.map(\.kind) == kinds) }
    }

    @Test("What is not recorded is said, with what to add, and never told as zero")
    func absence() throws {
        let expected: [(String, String)] = [
            ("what's left", "nothing recorded for April 2026"), ("my debts", "No debt with a balance is recorded"),
            ("goals", "No saving goal is recorded"), ("budgets", "No budget is recorded for April 2026"),
            ("spending", "No expense is recorded for April 2026"), ("income", "No income is recorded for April 2026"),
            ("can I afford £50", "No income is recorded"), ("household", "No partner is linked"),
            ("compare months", "nothing to compare"), ("upcoming", "No payment is entered"),
        ]
        for (question, words) in expected {
            let text = try answer(question, NamedPeople.noah).text
            #expect(text.contains(words) && !text.contains("£0.00"), "\(question): \(text)")
        }
    }

    @Test("Expenses without income are told without calling the difference what is left")
    func withoutIncome() throws {
        let text = try answer("what was left last month", NamedPeople.dana).text
        #expect(text.contains("£1,300.00") && text.contains("no income") && !text.contains("short"))
        let months = try answer("compare months", NamedPeople.dana).text
        #expect(months.contains("March 2026: no income recorded, £1,300.00 out"))
    }

    @Test("A deficit and a growing debt are said plainly, with where help is, and no debt is picked to be paid first")
    func hardTruths() throws {
        #expect(try answer("what's left", NamedPeople.dana).text.contains("you are £385.40 short"))
        let debts = try answer("my debts", NamedPeople.omar).text
        #expect(debts.contains("£31,450.00 on 5 debts") && debts.contains("below the monthly interest"))
        #expect(debts.contains("A debt adviser from a charity") && debts.contains("not financial advice"))
        for order in ["pay off the", "you should", "first pay", "clear the"] { #expect(!debts.contains(order)) }
    }

    @Test("Distress is met with fixed, careful words without numbers, links or figures")
    func distress() throws {
        let answer = try answer("I can't pay and the bailiffs are coming", NamedPeople.omar)
        #expect(answer.text == CoachWords.afterCare && answer.cards.isEmpty)
        let other = try self.answer("I feel desperate", NamedPeople.omar)
        #expect([CoachWords.signpost, CoachWords.afterCare].contains(other.text))
        #expect(!answer.text.contains { $0.isNumber || $0 == "£" } && !answer.text.contains("www"))
    }

    @Test("Every amount in every answer about the month is one that an analysis holds")
    func backed() throws {
        let prices: [Money] = [Money(pence: 200_00), Money(pence: 5_000_00)]
        for (name, documents) in NamedPeople.all {
            let snapshot = try NamedPeople.snapshot(of: documents)
            let review = Review(of: snapshot)
            var before = snapshot
            before.month = snapshot.month.previous
            let figures =
                review.figures + Review(of: before).figures + prices.flatMap { review.affordability(of: $0).figures }
                + UpcomingPayments(of: snapshot).figures
            let evidence = Evidence(
                figures: figures + Self.records(snapshot), typed: Self.questions,
                reviewed: [CoachWords.help, CoachWords.signpost])
            for question in Self.questions {
                let text = CoachAnswer(to: question, of: snapshot).text
                let unbacked = NumberCheck(text, against: evidence).unverified
                #expect(unbacked.isEmpty, "\(name), \(question): \(unbacked) in \(text)")
            }
        }
    }

    /// What the coach says of single records, which no analysis of a whole states.
    private static func records(_ snapshot: Snapshot) -> [Figure] {
        func figures(_ name: String, _ values: [Figure.Value]) -> [Figure] {
            values.map {
                Figure(id: name, label: "“\(name)”", value: $0, window: nil, asOf: snapshot.asOf, basis: "as entered")
            }
        }
        let review = Review(of: snapshot)
        return snapshot.incomes.flatMap { figures($0.name, [.money($0.amount), .day(Day($0.receivedOn))]) }
            + snapshot.expenses.flatMap { figures($0.name, [.money($0.amount), .day(Day($0.fallsOn))]) }
            + snapshot.household.flatMap { figures($0.name, [.money($0.amount)]) }
            + review.goals.rows.flatMap {
                figures($0.goal.name, [.money($0.remaining), .money($0.goal.monthlyTarget)])
            }
            + review.budgets.rows.flatMap { row in
                row.left.map { figures(row.budget.name, [.money($0)]) } ?? []
            }
    }

    @Test("Answers are plain text in the house style, whoever's names are in them")
    func style() throws {
        for (name, documents) in NamedPeople.all {
            for question in Self.questions {
                let text = try answer(question, documents).text
                #expect(!text.isEmpty && text.count < 4_000, "\(name), \(question)")
                #expect(
                    !text.contains("**") && !text.contains("http") && !text.contains("\u{202E}"), "\(name): \(text)")
                #expect(!text.split(separator: "\n").contains { $0.hasPrefix("#") || $0.hasPrefix("|") }, "\(name)")
            }
        }
    }

    private func answer(_ question: String, _ documents: SnapshotDocuments) throws -> CoachAnswer {
        CoachAnswer(to: question, of: try NamedPeople.snapshot(of: documents))
    }
}
