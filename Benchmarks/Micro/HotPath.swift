import Analyses
import Finance
import Mongo
import OpenAI
import Prompts
import TestKit

/// A piece of work that a turn or a request does, over the same person each time.
struct HotPath {
    /// As the budgets know it.
    let name: String
    /// Rounds that are worth counting.
    let rounds: Int
    /// One round; what it gives depends on its result.
    let run: () throws -> Int

    /// Everything that has a budget.
    static func all() throws -> [HotPath] { try analyses() + answers() + wire() }

    private static let question = "How much is left this month, and which card should I pay first?"
    private static let history = (0..<15).map { number in
        PastMessage(
            role: number.isMultiple(of: 2) ? .user : .assistant,
            text: "Message \(number) about the rent, the shopping and what is left at the end of the month.")
    }

    private static func analyses() throws -> [HotPath] {
        let snapshot = try NamedPeople.snapshot(of: NamedPeople.maya)
        return [
            HotPath(name: "snapshot-of-documents", rounds: 20) {
                try NamedPeople.snapshot(of: NamedPeople.maya).expenses.count
            },
            HotPath(name: "review", rounds: 20) { Review(of: snapshot).figures.count },
            HotPath(name: "debt-plan", rounds: 20) { DebtPlan(of: snapshot).json.text.utf8.count },
            HotPath(name: "forecast", rounds: 20) { Forecast(of: snapshot).json.text.utf8.count },
            HotPath(name: "risk", rounds: 20) { RiskAssessment(of: snapshot).figures.count },
        ]
    }

    private static func answers() throws -> [HotPath] {
        let snapshot = try NamedPeople.snapshot(of: NamedPeople.maya)
        let review = Review(of: snapshot)
        let prompt = ChatPrompt.make(review: review, history: history, question: question)
        let typed = [question] + history.map(\.text)
        let evidence = Evidence(figures: prompt.figures, typed: typed, today: snapshot.today)
        let lint = OutgoingLint(records: snapshot.debts.map(\.name))
        return [
            HotPath(name: "prompt", rounds: 20) {
                ChatPrompt.make(review: review, history: history, question: question).messages.count
            },
            HotPath(name: "evidence", rounds: 10) {
                Evidence(figures: prompt.figures, typed: typed, today: snapshot.today).figures.count
            },
            HotPath(name: "answer-of-64-tokens-checked", rounds: 20) { checked(evidence, lint).utf8.count },
        ]
    }

    /// What every token of an answer goes through before it is shown.
    private static func checked(_ evidence: Evidence, _ lint: OutgoingLint) -> String {
        var cleaner = LinkCleaner()
        var splitter = SentenceSplitter()
        var check = SentenceCheck(evidence)
        var shown = ""
        for token in FakeAnswer.tokens {
            for sentence in splitter.take(cleaner.take(token)) where check.take(sentence).isBacked {
                shown += lint.cleaned(sentence)
            }
        }
        return shown
    }

    private static func wire() throws -> [HotPath] {
        let document = FakeAnswer.document.bytes
        return [
            HotPath(name: "bson-read-30-fields", rounds: 200) { try BSONDocument(bytes: document).elements.count },
            HotPath(name: "bson-write-30-fields", rounds: 200) { FakeAnswer.document.bytes.count },
            HotPath(name: "sse-64-tokens", rounds: 50) {
                var parser = SSEParser()
                var bytes = 0
                for piece in FakeAnswer.events {
                    parser.feed(piece)
                    while let event = try parser.next() { bytes += event.count }
                }
                return bytes
            },
        ]
    }
}
