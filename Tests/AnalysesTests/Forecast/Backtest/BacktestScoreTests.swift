import Finance
import Testing

@testable import Analyses

@Suite("Scores of a back-test")
struct BacktestScoreTests {
    @Test("WAPE, bias and coverage by hand")
    func byHand() {
        var score = BacktestScore()
        #expect(score.wape == nil && score.bias == nil && score.mase == nil && score.coverage == nil)
        let range = ForecastRange(typicalAround: Money(pence: 1_000), open: Money(pence: 1_000))
        score.add(Money(pence: 1_000), Money(pence: 1_290), range: range)
        score.add(Money(pence: 1_000), Money(pence: 710), range: range)
        score.add(Money(pence: 500), Money(pence: 0))
        #expect(score.wape == 1_080.0 / 2_000 && score.bias == 500.0 / 2_000 && score.coverage == 0.5)
        #expect(score.count == 3)
    }

    @Test("MASE is the mean over series of error over naive error; a flat series has none")
    func mase() {
        var score = BacktestScore()
        score.addSeries(errors: 30, count: 3, naive: 40, months: 2)
        score.addSeries(errors: 30, count: 1, naive: 10, months: 1)
        score.addSeries(errors: 9, count: 1, naive: 0, months: 11)
        #expect(score.mase == (0.5 + 3) / 2)
    }
}
