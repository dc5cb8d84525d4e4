import Ports
import Prompts
import Testing

@testable import Chat

@Suite("An answer as it arrives")
struct PartialAnswerTests {
    private func answer(_ change: (inout TurnLimits, inout SavingLimits) -> Void = { _, _ in }) -> PartialAnswer {
        var limits = TurnLimits()
        var saving = SavingLimits()
        change(&limits, &saving)
        return PartialAnswer(limits: limits, saving: saving, at: .zero)
    }

    @Test("Text adds up, and each piece is shown")
    func adds() {
        var answer = answer()
        #expect(answer.take(.text("a"), at: .zero).frame == .textDelta("a"))
        #expect(answer.take(.text(""), at: .zero).frame == nil)
        #expect(answer.take(.text("b"), at: .zero).frame == .textDelta("b"))
        #expect(answer.text == "ab" && answer.hasBegun && answer.finish == nil)
    }

    @Test("It is stored after so many pieces, or so much time, whichever comes first")
    func saving() {
        var answer = answer { $1.everyPieces = 3 }
        for isDue in [false, false, true, false, false, true] {
            #expect(answer.take(.text("x"), at: .zero).isSaveDue == isDue)
        }
        #expect(answer.take(.text("x"), at: .milliseconds(999)).isSaveDue == false)
        #expect(answer.take(.text("x"), at: .milliseconds(1_000)).isSaveDue)
    }

    @Test("After the regular end only the cost counts")
    func afterEnd() {
        var answer = answer()
        _ = answer.take(.text("a"), at: .zero)
        _ = answer.take(.finished(.complete), at: .zero)
        #expect(answer.take(.text("late"), at: .zero) == PartialAnswer.Effect())
        _ = answer.take(.finished(.filtered), at: .zero)
        _ = answer.take(.usage(Usage(promptTokens: 1, completionTokens: 2, model: "m", isEstimated: false)), at: .zero)
        #expect(answer.text == "a" && answer.finish == .complete && answer.usage?.completionTokens == 2)
    }

    @Test("An answer beyond its limit is cut, said to be, and over")
    func cut() {
        var answer = answer { limits, _ in limits.answerBytes = 4 }
        _ = answer.take(.text("abcd"), at: .zero)
        #expect(answer.take(.text("e"), at: .zero).frame == nil)
        #expect(answer.text == "abcd" && answer.isTruncated && answer.finish == .truncated)
    }

    @Test("A cost nobody told is estimated and says so")
    func cost() {
        var answer = answer()
        _ = answer.take(.text("12345678"), at: .zero)
        let prompt = Prompt(messages: [.init(role: .user, content: "1234")], figures: [], maxOutputTokens: 1)
        let cost = answer.cost(of: prompt, model: "m")
        #expect(cost.isEstimated && cost.completionTokens == 2 && cost.promptTokens > 0 && cost.model == "m")
    }
}
