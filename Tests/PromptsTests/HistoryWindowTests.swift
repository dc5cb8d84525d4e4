import Prompts
import Testing

@Suite("The history window")
struct HistoryWindowTests {
    private func window(_ history: [PastMessage], _ limits: PromptLimits = PromptLimits()) -> [String] {
        HistoryWindow(of: history, limits: limits).messages.map(\.content)
    }

    private func asked(_ text: String, _ isUsable: Bool = true) -> PastMessage {
        PastMessage(role: .user, text: text, isUsable: isUsable)
    }

    private func answered(_ text: String, _ isUsable: Bool = true) -> PastMessage {
        PastMessage(role: .assistant, text: text, isUsable: isUsable)
    }

    @Test("never starts with the assistant: a welcome is left out")
    func welcome() {
        #expect(window([answered("Hello"), asked("Q"), answered("A")]) == ["Q", "A"])
        #expect(window([answered("Hello")]).isEmpty)
    }

    @Test("of a question that was asked once more the newest good answer counts, where the question stands")
    func regenerated() {
        func answer(_ id: String, _ text: String, replaces: String?, _ isUsable: Bool = true) -> PastMessage {
            PastMessage(role: .assistant, text: text, isUsable: isUsable, id: id, replaces: replaces)
        }
        let first = PastMessage(role: .user, text: "Q1", id: "q1")
        let history = [
            first, answer("a1", "A1", replaces: nil), asked("Q2"), answered("A2"),
            answer("a3", "A1 anew", replaces: "a1"), answer("a4", "broken", replaces: "a3", false),
        ]
        #expect(window(history) == ["Q1", "A1 anew", "Q2", "A2"])
        let twice = history + [answer("a5", "A1 at last", replaces: "a3")]
        #expect(window(twice) == ["Q1", "A1 at last", "Q2", "A2"])
        #expect(window([first, answer("a1", "A", replaces: nil), answer("a2", "B", replaces: "q1")]) == ["Q1", "B"])
        #expect(window([answer("a9", "of what is not here", replaces: "zz"), first]) == [])
    }

    @Test("failed, partial and empty answers go with their questions")
    func unusable() {
        let history = [
            asked("Q1"), answered("A1", false), asked("Q2"), answered(" \n"), asked("Q3"), asked("Q4"), answered("A4"),
            asked("", true), answered("to nothing"), asked("Q5", false), answered("A5"), asked("Q6"),
        ]
        #expect(window(history) == ["Q4", "A4"])
    }

    @Test("keeps the newest exchanges within the token budget, whole ones only")
    func tokens() {
        let history = (0..<50).flatMap { [asked("question \($0)"), answered(String(repeating: "x", count: 400))] }
        let limits = PromptLimits(historyTokens: 500)
        let kept = HistoryWindow(of: history, limits: limits).messages
        #expect(kept.count == 8)
        #expect(kept.first?.content == "question 46")
        #expect(TokenEstimate.of(kept) <= 500)
    }

    @Test("keeps at most so many messages, always in pairs")
    func messages() {
        let history = (0..<50).flatMap { [asked("q\($0)"), answered("a\($0)")] }
        #expect(window(history, PromptLimits(historyMessages: 5)) == ["q48", "a48", "q49", "a49"])
    }

    @Test("always alternates, whatever was stored", arguments: 0..<200)
    func alternates(seed: Int) {
        let history = (0..<20).map { index in
            let mixed = (seed &* 2_654_435_761 &+ index &* 40_503) >> 3
            return PastMessage(
                role: mixed & 1 == 0 ? .user : .assistant, text: mixed & 6 == 0 ? "" : "t", isUsable: mixed & 8 == 0)
        }
        let roles = HistoryWindow(of: history, limits: PromptLimits()).messages.map(\.role)
        #expect(roles.enumerated().allSatisfy { $1 == ($0 % 2 == 0 ? .user : .assistant) })
        #expect(roles.count % 2 == 0)
    }
}
