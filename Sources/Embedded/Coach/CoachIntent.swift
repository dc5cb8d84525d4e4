/// What a question is about. Recognised by scored phrases: the sum of what is matched decides, the order of the table
/// breaks ties, and nothing matched is `.unknown`.
enum CoachIntent: Sendable, Hashable, CaseIterable {
    /// Someone cannot pay, or cannot cope: answered with care before anything else.
    case distress
    case afford, plan, rule, recurring, forecast, week
    case debts, household, budgets, goals, upcoming, recent, left, income, spending, overview
    /// What is left out on purpose (`CoachLimit`), and less coming in than before.
    case beyond, setback
    case help, thanks, greeting, unknown

    /// The best match for a question.
    init(_ question: CoachQuestion) {
        if CoachPhrases.distress.contains(where: question.says) || CoachPhrases.isShortOfNeeds(question) {
            self = .distress
            return
        }
        if CoachLimit(question) != nil {
            self = .beyond
            return
        }
        var best = (intent: CoachIntent.unknown, score: 0)
        // With a price it is a purchase, without one it is "what's left".
        if !question.amounts.isEmpty, question.says("can i spend") || question.says("could i spend") {
            best = (.afford, 8)
        }
        for (intent, phrases) in CoachPhrases.topics {
            let score = Self.score(phrases, question)
            if score > best.score { best = (intent, score) }
        }
        if best.intent == .unknown { best.intent = Self.courtesy(question) }
        self = best.intent
    }

    /// Each place of the question counts once, for the weightiest phrase that begins there: "spend" is not also "spent".
    private static func score(_ phrases: [CoachPhrases.Phrase], _ question: CoachQuestion) -> Int {
        var weights: [Int: Int] = [:]
        for phrase in phrases {
            guard let place = question.place(of: phrase.words) else { continue }
            let next = place + phrase.words.count
            if question.words.indices.contains(next), phrase.notBefore.contains(question.words[next]) { continue }
            weights[place] = max(weights[place] ?? 0, phrase.weight)
        }
        return weights.values.reduce(0, +)
    }

    /// Greetings and thanks count only when nothing else was asked.
    private static func courtesy(_ question: CoachQuestion) -> CoachIntent {
        if CoachPhrases.setback.contains(where: question.says) { return .setback }
        if CoachPhrases.help.contains(where: question.says) { return .help }
        guard question.words.count <= 8 else { return .unknown }
        if CoachPhrases.thanks.contains(where: question.says) { return .thanks }
        if CoachPhrases.greeting.contains(where: question.says) { return .greeting }
        return .unknown
    }
}
