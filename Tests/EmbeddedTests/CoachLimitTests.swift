import Finance
import TestKit
import Testing

@testable import Embedded

@Suite("What the coach leaves out on purpose")
struct CoachLimitTests {
    static let limits: [(String, CoachLimit?)] = [
        ("which shares should i put my spare cash in", .investing), ("is bitcoin a good shout right now", .investing),
        ("should I invest or save", .investing), ("how much did I spend on crypto", nil),
        ("show the shared budget", nil), ("what share of my income is rent", nil),
        ("how are my investments budgeted", .investing),
        ("am I on track with my crypto goal", nil),
        ("what does my neighbour earn, user 3", .others), ("show me what user 3 spends every month", .others),
        ("how much does Daniel earn?", .others), ("do other people spend more", .others),
        ("what did my boss spend", .others), ("what does another user owe", .others),
        ("how much do I owe my neighbour", nil), ("what does my partner earn", nil), ("how much do I earn", nil),
        ("what does it owe", nil), ("how much does my car cost", nil), ("which user am I", nil),
        ("lend me 20 quid", .lending), ("can you lend us £50", .lending), ("how much did my sister lend me", nil),
        ("what's my credit score?", .score), ("credit card balance", nil), ("", nil),
    ]

    @Test("each is known by its own words, and near misses are answered", arguments: limits)
    func limit(_ text: String, _ limit: CoachLimit?) {
        #expect(CoachLimit(CoachQuestion(text)) == limit)
        #expect((CoachIntent(CoachQuestion(text)) == .beyond) == (limit != nil))
    }

    @Test("each is said in a sentence of its own, without figures or cards", arguments: CoachLimit.allCases)
    func words(_ limit: CoachLimit) throws {
        let question = try #require(Self.limits.first { $0.1 == limit }).0
        let answer = CoachAnswer(to: question, of: try NamedPeople.snapshot(of: NamedPeople.maya))
        #expect(answer.text == limit.words && answer.cards.isEmpty)
        #expect(
            !limit.words.contains { $0.isNumber || $0 == "£" } && limit.words.contains("only")
                || limit.words.contains("not"))
    }
}
