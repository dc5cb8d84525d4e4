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
}
