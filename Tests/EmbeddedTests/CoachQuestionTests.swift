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
            ("more than last month", nil), ("in april", "2026-04"), ("rent in sep", "2025-09"),
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
}
