import Analyses
import Finance
import TestKit
import Testing

@Suite("Review")
struct ReviewTests {
    @Test("figure ids are unique, and every absent value has a reason", arguments: NamedPeople.all.map(\.name))
    func figures(name: String) throws {
        let documents = try #require(NamedPeople.all.first { $0.name == name }?.documents)
        let figures = try Reviews.of(documents).figures
        #expect(Set(figures.map(\.id)).count == figures.count)
        for figure in figures {
            #expect(!figure.basis.isEmpty && !figure.label.isEmpty)
            #expect(figure.asOf == NamedPeople.now)
            #expect((figure.value == nil) == (figure.printed == "not known"), "\(figure.id)")
        }
    }

    @Test("every topic has a card of its kind, and no card holds a number that JSON lacks")
    func cards() throws {
        let topics: [(Review.Topic, Card.Kind)] = [
            (.month, .month), (.spending, .spending), (.debts, .debts), (.goals, .goals), (.budgets, .budgets),
            (.affordability(Money(pence: 100)), .affordability),
        ]
        for (_, documents) in NamedPeople.all {
            let review = try Reviews.of(documents)
            for (topic, kind) in topics {
                let card = review.card(topic)
                #expect(card.kind == kind)
                #expect(!card.data.text.contains("nan") && !card.data.text.contains("inf"))
            }
        }
    }

    @Test("the month's card carries the recent months")
    func recent() throws {
        let text = try Reviews.of(NamedPeople.maya).card(.month).data.text
        #expect(text.contains(#""recent":[{"month":"2025-11""#))
    }

    @Test("a typed name cannot leave its quotation marks")
    func quotes() throws {
        for figure in try Reviews.of(NamedPeople.mallory).figures {
            #expect(figure.label.count { $0 == "“" } <= 1 && figure.label.count { $0 == "”" } <= 1)
        }
    }

    @Test("equal snapshots make equal bytes, in whatever order their records came")
    func deterministic() throws {
        var shuffled = NamedPeople.omar
        shuffled.debts.reverse()
        shuffled.expenses.reverse()
        let topics: [Review.Topic] = [.month, .spending, .debts, .goals, .budgets, .affordability(Money(pence: 5_000))]
        let first = try Reviews.of(NamedPeople.omar)
        let second = try Reviews.of(shuffled)
        #expect(topics.map { first.card($0).data.text } == topics.map { second.card($0).data.text })
        #expect(first.figures == second.figures)
    }

    @Test("sums with the largest amounts a snapshot believes do not overflow")
    func extremes() throws {
        var documents = NamedPeople.noah
        let most = Document.Value.int(10_000_000_000)
        let owner = NamedPeople.noahID
        for index in 100..<400 {
            let id = "662000000000000000000\(index)"
            documents.expenses.append(NamedPeople.expense(id, "Yacht", most, "2026-04-02", owner: owner))
            documents.debts.append(
                NamedPeople.debt(
                    id, "Bank", most, capital: 10_000_000_000, interest: 0, due: NamedPeople.date("2026-05-01"),
                    owner: owner))
        }
        documents.debts[0].fields["monthlyPayment"] = most
        documents.incomes = [
            NamedPeople.income("662000000000000000000001", "Penny", .double(0.01), "2026-04-02", owner: owner)
        ]
        let review = try Reviews.of(documents)
        #expect(review.printed("month.expenses") == "£3,000,000,000,000.00")
        #expect(review.printed("debts.dti") != nil)
        #expect(review.affordability(of: Money(pence: .max)).verdict == .notFromThisMonth)
        #expect(review.card(.debts).data.text.contains("3000000000000"))
    }
}
