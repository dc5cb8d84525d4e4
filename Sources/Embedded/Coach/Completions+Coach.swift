public import Ports
import Prompts

extension Completions {
    /// The built-in answerer: figures from the analyses, words by rule, no model and no network. Streams a word at a
    /// time, `pace` apart; cancelling stops it before the next word.
    public static func coach(
        pace: Duration = .milliseconds(15), clock: any Clock<Duration> = ContinuousClock()
    ) -> Completions {
        Completions(model: coachModel) { request, receive in
            let asked = request.prompt.messages.filter { $0.role == .user }.dropLast().map(\.content)
            let answer = CoachAnswer(to: request.question, after: asked, of: request.snapshot)
            try await receive(.figures(answer.figures))
            for piece in pieces(of: answer.text) {
                try await wait(pace, on: clock)
                try await receive(.written(piece))
            }
            for card in answer.cards {
                try await wait(.zero, on: clock)
                try await receive(.card(card))
            }
            try await receive(
                .usage(
                    Usage(
                        promptTokens: TokenEstimate.of(request.prompt.messages),
                        completionTokens: TokenEstimate.of(answer.text), model: coachModel, isEstimated: true)))
            try await receive(.finished(.complete))
        }
    }

    /// What the coach is called in `usage`.
    public static let coachModel = "coach"

    /// Words with the white space that follows them: put together again they are the text.
    static func pieces(of text: String) -> [String] {
        var pieces: [String] = []
        var wasSpace = true
        for character in text {
            if wasSpace, !character.isWhitespace { pieces.append("") }
            wasSpace = character.isWhitespace
            if pieces.isEmpty { pieces.append("") }
            pieces[pieces.count - 1].append(character)
        }
        return pieces
    }

    private static func wait(_ pace: Duration, on clock: any Clock<Duration>) async throws(PortError) {
        let cancelled = PortError(.cancelled, "the answer was stopped")
        guard !Task.isCancelled else { throw cancelled }
        guard pace > .zero else { return }
        do { try await clock.sleep(for: pace) } catch { throw cancelled }
    }
}
