import Testing

@testable import Analyses

@Suite("How days were told beside always saying the same")
struct DayScoreTests {
    private func hasSkill(right: Int, above: Int = 50, toldAbove: Int) -> Bool {
        DayScore(tested: 100, right: right, above: above, toldAbove: toldAbove).hasSkill
    }

    @Test("five points better is skill, four are not") func margin() {
        #expect(hasSkill(right: 55, toldAbove: 5))
        #expect(!hasSkill(right: 54, toldAbove: 4))
    }

    @Test("the gain is two standard errors of the days told otherwise, or more") func chance() {
        #expect(hasSkill(right: 56, toldAbove: 9))
        #expect(!hasSkill(right: 56, toldAbove: 10))
    }

    @Test("held against the more common answer, whichever that is") func base() {
        #expect(DayScore(tested: 100, right: 70, above: 60, toldAbove: 80).baseRight == 60)
        #expect(DayScore(tested: 100, right: 70, above: 30, toldAbove: 80).baseRight == 70)
        #expect(hasSkill(right: 70, above: 60, toldAbove: 75))
        #expect(!hasSkill(right: 70, above: 60, toldAbove: 74))
    }

    @Test("a day counts as told rightly when both agree") func notes() {
        var score = DayScore()
        for (told, isAbove) in [(true, true), (true, false), (false, false), (false, true)] {
            score.note(told, isAbove)
        }
        #expect(score == DayScore(tested: 4, right: 2, above: 2, toldAbove: 2))
    }
}
