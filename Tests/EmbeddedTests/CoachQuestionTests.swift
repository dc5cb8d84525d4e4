import Finance
import Testing

@testable import Embedded

@Suite("The coach reads words, months and names")
struct CoachQuestionTests {
    @Test("Words lose case, punctuation and apostrophes of every kind")
    func words() {
        #expect(
            CoachQuestion("What’s LEFT -- in my 50/30/20, eh?").words == [
                "whats", "left", "in", "my", "50/30/20", "eh",
            ])
    }

    @Test("One slip is forgiven from five letters on, two from eight, none in short words or at the beginning")
    func spelling() {
        for (typed, known) in [
            ("buget", "budget"), ("gaols", "goals"), ("houshold", "household"), ("ovrdrft", "overdraft"),
        ] {
            #expect(CoachSpelling.matches(typed, known))
        }
        for (typed, known) in [("lift", "left"), ("having", "saving"), ("debt", "left"), ("bud", "budget")] {
            #expect(!CoachSpelling.matches(typed, known))
        }
    }

    @Test("A phrase is consecutive words in order")
    func phrases() {
        let question = CoachQuestion("how much can I still spend")
        #expect(question.says("can i still spend") && !question.says("can i spend") && !question.says("spend still"))
    }

    @Test("A month is read by name or by its place, and the latest past one is meant")
    func months() throws {
        let now = try #require(Month("2026-04"))
        let expected: [(String, String?)] = [
            ("last month", "2026-03"), ("in March", "2026-03"), ("for december", "2025-12"), ("in may", "2025-05"),
            ("March 2024", "2024-03"), ("next month", "2026-05"), ("this month", nil), ("may I ask", nil),
            ("more than last month", nil), ("debt free by june", nil), ("before March", nil), ("in april", "2026-04"),
            ("rent in sep", "2025-09"),
        ]
        for (text, month) in expected {
            #expect(CoachPeriod.month(of: CoachQuestion(text), now: now)?.description == month, "\(text)")
        }
    }

    @Test("A record is found by its name, by a telling part of it, and not by a common word")
    func subjects() {
        let names = ["Credit card", "Car loan", "Netflix", "Council tax", "Emergency fund"]
        let expected: [(String, String?)] = [
            ("what about my credit card", "Credit card"), ("netflx", "Netflix"), ("the council", "Council tax"),
            ("my loan", nil), ("my emergency fund", "Emergency fund"), ("car", "Car loan"), ("a fund", nil), ("", nil),
        ]
        for (text, name) in expected {
            #expect(CoachSubject.find(in: names, named: { $0 }, CoachQuestion(text)) == name, "\(text)")
        }
    }

    @Test("The thing asked about stands after its preposition, without the time")
    func objects() {
        #expect(CoachSubject.object(of: CoachQuestion("What did I spend on dog food this month?")) == "dog food")
        #expect(CoachSubject.object(of: CoachQuestion("What did I spend?")) == nil)
    }

    @Test("A question asks by its mark or its words; telling of something is none")
    func asks() {
        for text in ["how much is left", "Whats left", "left?", "show my debts", "can i afford it", "list them"] {
            #expect(CoachQuestion(text).asks, "\(text)")
        }
        for text in ["my mum died and i dont know how to pay", "im behind on rent", "", "the showroom"] {
            #expect(!CoachQuestion(text).asks, "\(text)")
        }
    }

    @Test("Words stand letter by letter where a slip would mean something else")
    func holds() {
        let question = CoachQuestion("the shared budgets")
        #expect(question.holds("shared") && question.holds("shared budgets"))
        #expect(!question.holds("shares") && !question.holds("the budgets") && !question.holds(""))
    }

    @Test("A sum a day, or what is left to spend, is asked for by its words")
    func toSpend() {
        for text in ["how much a day", "left to spend", "what can I spend each day", "per day?"] {
            #expect(CoachQuestion(text).asksToSpend, "\(text)")
        }
        for text in ["enough left for a day out to spend", "left today", "what did I spend"] {
            #expect(!CoachQuestion(text).asksToSpend, "\(text)")
        }
    }
}
