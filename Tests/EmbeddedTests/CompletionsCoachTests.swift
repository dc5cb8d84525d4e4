import Analyses
import Finance
import NIOConcurrencyHelpers
import Ports
import Prompts
import TestKit
import Testing

@testable import Embedded

@Suite("The coach streams like a model")
struct CompletionsCoachTests {
    @Test("What may be stated comes first, then words one at a time, then cards, the cost, and one regular end")
    func order() async throws {
        let events = try await collect(.coach(pace: .zero), "What do I owe?")
        let text = events.compactMap { if case .written(let text) = $0 { text } else { nil } }
        #expect(text.count > 20 && text.allSatisfy { $0.split(separator: " ").count == 1 })
        let snapshot = try NamedPeople.snapshot(of: NamedPeople.maya)
        #expect(text.joined() == CoachAnswer(to: "What do I owe?", of: snapshot).text)
        guard case .figures(let figures) = events.first, case .card(let card) = events[text.count + 1],
            case .usage(let usage) = events[text.count + 2]
        else {
            Issue.record("figures come before the text, card and usage follow it")
            return
        }
        #expect(card == Review(of: snapshot).card(.debts))
        #expect(Set(figures.map(\.id)).isSuperset(of: Review(of: snapshot).figures.map(\.id)))
        #expect(usage.model == "coach" && usage.isEstimated && usage.completionTokens > 20 && usage.promptTokens > 0)
        #expect(events.last == .finished(.complete) && events.count == text.count + 4)
    }

    @Test("Pieces put together are the text, white space and all")
    func pieces() {
        for text in ["", "one", "two  words\n- and more ", "\n lead", "£5 – ok"] {
            #expect(Completions.pieces(of: text).joined() == text)
        }
    }

    @Test("The next word waits for the clock")
    func pace() async throws {
        let clock = TestClock()
        let heard = Journal<CompletionEvent>()
        let request = try request("hi")
        try await withThrowingTaskGroup { group in
            group.addTask {
                try await Completions.coach(pace: .milliseconds(40), clock: clock).stream(request) { heard.append($0) }
            }
            try await clock.hasSlept(for: .milliseconds(40))
            #expect(heard.entries.count == 1)
            clock.advance(by: .milliseconds(40))
            #expect(try await heard.wait(count: 2).last == .written("Hello "))
            group.cancelAll()
        }
    }

    @Test("Cancelled in the middle it stops before the next word and says so")
    func cancellation() async throws {
        let clock = TestClock()
        let heard = Journal<CompletionEvent>()
        let request = try request("where does my money go")
        let turn = Task {
            try await Completions.coach(pace: .seconds(1), clock: clock).stream(request) { heard.append($0) }
        }
        for count in 1...3 {
            while clock.sleeping == 0 { await Task.yield() }
            clock.advance(by: .seconds(1))
            _ = try await heard.wait(count: count + 1)
        }
        turn.cancel()
        let error = await #expect(throws: PortError.self) { try await turn.value }
        #expect(error?.code == .cancelled)
        #expect(heard.entries.count == 4)
    }

    @Test("With no pace it still hears a cancellation between two words")
    func cancellationWithoutPace() async throws {
        let request = try request("where does my money go")
        let count = NIOLockedValueBox(0)
        let turn = Task {
            try await Completions.coach(pace: .zero).stream(request) { _ in
                let heard = count.withLockedValue { count in
                    count += 1
                    return count
                }
                if heard == 5 { withUnsafeCurrentTask { $0?.cancel() } }
            }
        }
        await #expect(throws: PortError.self) { try await turn.value }
        #expect(count.withLockedValue { $0 } == 5)
    }

    @Test("What the receiver throws comes through unchanged")
    func receiverFails() async throws {
        struct Full: Error {}
        let request = try request("hi")
        await #expect(throws: Full.self) {
            try await Completions.coach(pace: .zero).stream(request) { _ in throw Full() }
        }
    }

    private func request(_ question: String) throws -> CompletionRequest {
        let snapshot = try NamedPeople.snapshot(of: NamedPeople.maya)
        let prompt = ChatPrompt.make(review: Review(of: snapshot), history: [], question: question)
        return CompletionRequest(prompt: prompt, snapshot: snapshot, question: question, safetyID: "test")
    }

    private func collect(_ coach: Completions, _ question: String) async throws -> [CompletionEvent] {
        let heard = Journal<CompletionEvent>()
        try await coach.stream(try request(question)) { heard.append($0) }
        return heard.entries
    }
}
