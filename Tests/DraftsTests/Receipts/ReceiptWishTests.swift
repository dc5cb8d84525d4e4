import Finance
import Testing

@testable import Drafts

@Suite("What comes of a receipt")
struct ReceiptWishTests {
    private static func question(_ change: (inout Paper) -> Void) throws -> Question {
        try #require(Paper(change).settled.question)
    }

    /// The draft after an answer.
    private static func draft(_ question: Question, _ answer: String) -> Draft? {
        question.answered(answer, on: Rosa.snapshot, for: .current).draft
    }

    @Test("a plain receipt is one expense with the shop, the total, its day and the person's own category")
    func plain() throws {
        let draft = try #require(Paper().settled.draft)
        #expect(draft.text.hasPrefix("POST /expenses"))
        #expect(draft.text.contains(#""name":"Corner Bakery","amount":12.4,"endDate":"2026-11-19""#))
        #expect(draft.text.contains("Discretionary(Wants)"), "eating out is a budget of Rosa's")
    }

    @Test("the category comes by the shop's name first, by the kind of things else, and never from anywhere else")
    func category() throws {
        let gym = try #require(Paper { $0.merchant = "Gym" }.settled.draft)
        guard case .expense(let fields) = gym.fields else { return }
        #expect(fields.category?.name == "Discretionary(Wants)")
        for about in [nil, "", "Savings!", "Essential(Needs)", "fuel"] {
            let draft = try #require(Paper { $0.about = about }.settled.draft)
            #expect(!draft.text.contains("category"), "\(about ?? "nil")")
        }
    }

    @Test("a total that is not what the lines come to is asked back with both, and the answer decides")
    func mismatch() throws {
        let question = try Self.question { $0.total = "21.40" }
        #expect(question.asks == .amount && question.options.map(\.value) == ["£21.40", "£12.40"])
        #expect(question.text.contains("£21.40") && question.text.contains("£12.40"))
        #expect(try #require(Self.draft(question, "£12.40")).text.contains(#""amount":12.4,"#))
        #expect(try #require(Self.draft(question, "2")).text.contains(#""amount":2,"#), "an amount, not a place")
        #expect(try #require(Self.draft(question, "13.20")).text.contains(#""amount":13.2,"#))
        let below = try Self.question { $0.lines = [("Return", "-5.00")] }
        #expect(below.options.map(\.value) == ["£12.40"], "nothing below zero is offered")
    }

    @Test("a missing or very large total is asked for, and nothing is put in its place")
    func total() throws {
        let missing = try Self.question { $0.total = nil }
        #expect(missing.asks == .amount && missing.options.isEmpty && missing.wish.amounts.isEmpty)
        let large = try Self.question { ($0.total, $0.lines) = ("10000.01", []) }
        #expect(large.options.map(\.value) == ["£10,000.01"])
        #expect(try #require(Self.draft(large, "£10,000.01")).text.contains("10000.01"))
    }

    @Test("a doubtful day is asked about; a day of the last 18 months is not")
    func day() throws {
        #expect(try Self.question { ($0.date, $0.datePrinted) = (nil, nil) }.asks == .day)
        for (date, isAsked) in [
            ("2026-11-22", true), ("2026-11-21", false), ("2026-03-01", false), ("2025-05-21", false),
            ("2025-05-20", true),
        ] {
            let settled = Paper { ($0.date, $0.datePrinted, $0.about) = (date, nil, nil) }.settled
            #expect((settled.question?.asks == .day) == isAsked, "\(date)")
            #expect((settled.draft != nil) != isAsked, "\(date)")
        }
        let two = try Self.question { ($0.date, $0.datePrinted) = ("2026-03-11", "03/11/2026") }
        #expect(two.options.map(\.value) == ["2026-03-11", "2026-11-03"])
        #expect(try #require(Self.draft(two, "2026-11-03")).text.contains("2026-11-03"))
    }

    @Test("several doubts are asked about one after the other")
    func several() throws {
        let first = try Self.question { paper in
            (paper.merchant, paper.total, paper.date, paper.datePrinted) = (nil, nil, nil, nil)
        }
        let second = try #require(first.answered("£9", on: Rosa.snapshot, for: .current).question)
        let third = try #require(second.answered("yesterday", on: Rosa.snapshot, for: .current).question)
        #expect([first.asks, second.asks, third.asks] == [.amount, .day, .name])
        let draft = try #require(Self.draft(third, "Market"))
        #expect(draft.text.contains(#""name":"Market","amount":9,"endDate":"2026-11-20""#))
        #expect(third.wish.notes?.first == ReceiptReading.note, "questions carry where the wish comes from")
    }

    @Test("what is refused says why, in one sentence")
    func refused() {
        #expect(Paper { $0.currency = "EUR" }.settled.words?.contains("another currency (EUR)") == true)
        #expect(Paper { $0.sort = "several" }.settled.words?.contains("one at a time") == true)
        #expect(Paper { $0.sort = "other" }.settled.words?.contains("receipt") == true)
    }

    @Test("the card says first that it was read, then what could not be checked; a fresh card says it again")
    func notes() throws {
        let paper = Paper { ($0.lines, $0.currency) = ([], nil) }
        let draft = try #require(paper.settled.draft)
        let proposal = try #require(
            Proposal(
                id: "p", user: Rosa.id, conversation: "c", drafts: [draft],
                notes: paper.reading.notes(today: Rosa.today), on: Rosa.snapshot, for: .current, at: Rosa.now))
        #expect(proposal.remarks.prefix(3).map { $0 } == paper.reading.notes(today: Rosa.today))
        #expect(proposal.remarks.first == "Read from your receipt: check it before you say yes.")
        let fresh = try #require(try proposal.refreshed(id: "q", on: Rosa.snapshot, at: Rosa.now))
        #expect(fresh.remarks == proposal.remarks)
    }
}
