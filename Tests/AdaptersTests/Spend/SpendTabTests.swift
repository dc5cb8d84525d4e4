import Finance
import Ports
import Prompts
import Testing

@testable import Adapters

@Suite("What a call took")
struct SpendTabTests {
    private let price = ModelPrice(prompt: Spend(microdollars: 1_000_000), completion: Spend(microdollars: 2_000_000))

    private func taken(_ events: [CompletionEvent], _ error: (any Error)? = nil) -> SpendTaken? {
        var tab = SpendTab(promptTokens: 50)
        for event in events { tab.hear(event) }
        if let error { tab.fail(error) }
        return tab.taken(at: price)
    }

    private func usage(_ prompt: Int, _ completion: Int, isEstimated: Bool = false) -> CompletionEvent {
        .usage(Usage(promptTokens: prompt, completionTokens: completion, model: "x", isEstimated: isEstimated))
    }

    private func took(_ prompt: Int, _ completion: Int, isEstimated: Bool) -> SpendTaken {
        SpendTaken(
            promptTokens: prompt, completionTokens: completion,
            cost: Spend(microdollars: Int64(prompt + 2 * completion)), isEstimated: isEstimated)
    }

    @Test("what the provider told counts, whatever the words come to, and stays an estimate when it was one")
    func told() {
        #expect(taken([.text("Hello"), usage(7, 3), .finished(.complete)]) == took(7, 3, isEstimated: false))
        #expect(taken([usage(7, 3, isEstimated: true)]) == took(7, 3, isEstimated: true))
        #expect(taken([usage(7, 3), usage(1, 1)]) == took(8, 4, isEstimated: false))
        #expect(taken([usage(7, 3)], PortError(.unavailable, "cut")) == took(7, 3, isEstimated: false))
    }

    @Test("what was cut or stopped is counted here: the prompt, the words and the look-ups asked for")
    func cut() {
        #expect(taken([.text("Hell"), .text("o wo")]) == took(50, 2, isEstimated: true))
        let call = ToolCall(id: "1", name: "month", arguments: "{}1")
        #expect(taken([.toolCall(call)], PortError(.unavailable, "cut")) == took(50, 2, isEstimated: true))
        #expect(taken([.text("Hell")], CancellationError()) == took(50, 1, isEstimated: true))
        #expect(taken([]) == took(50, 0, isEstimated: true))
    }

    @Test("of a call that failed before its first word nothing is charged, unless its prompt may have been read")
    func early() {
        for code in [PortError.Code.unavailable, .busy, .limited, .capped, .refused, .notFound, .conflict] {
            #expect(taken([], PortError(code, "no")) == nil)
        }
        for code in [PortError.Code.timeout, .malformed, .cancelled] {
            #expect(taken([], PortError(code, "no")) == took(50, 0, isEstimated: true))
        }
        #expect(taken([], CancellationError()) == took(50, 0, isEstimated: true))
    }

    @Test("counts that cannot be true are bounded")
    func absurd() {
        let taken = taken([usage(-5, .max)])
        #expect(taken?.promptTokens == 0 && taken?.completionTokens == ModelPrice.mostTokens)
    }
}
