import Finance
import TestKit
import Testing

@testable import Analyses

@Suite("The trial of nudges")
struct NudgeTrialTests {
    private func outcome(_ arm: HoldOut.Arm, _ week: Int, _ pence: Int64) -> NudgeOutcome {
        NudgeOutcome(arm: arm, week: "w\(week)", twoHours: .zero, day: Money(pence: pence))
    }

    private func share(_ outcomes: [NudgeOutcome]) -> TrialShare { TrialShare(of: outcomes, in: .day) }

    /// People with ten weeks each, a fifth of them control, spending as people do: often nothing, now and then a lot,
    /// some people more than others. `effect` is what a message takes off, in pence.
    private func people(_ count: Int, effect: Int64, seed: UInt64) -> [TrialShare] {
        var random = SeededGenerator(seed)
        return (0..<count).map { _ in
            let level = Int64.random(in: 10_00...40_00, using: &random)
            return share(
                (0..<10).map { week in
                    let arm: HoldOut.Arm = Int.random(in: 0..<5, using: &random) == 0 ? .control : .treated
                    let isBig = Int.random(in: 0..<6, using: &random) == 0
                    let spent = Int64.random(in: 5_00...level * (isBig ? 3 : 1), using: &random)
                    return outcome(arm, week, arm == .treated ? spent - effect : spent)
                })
        }
    }

    @Test("without any effect the range contains nothing-at-all in at least 93 of 100 trials, and claims none there")
    func noEffect() {
        let runs = 200
        let covered = (0..<runs).count { run in
            let trial = NudgeTrial(of: people(75, effect: 0, seed: UInt64(run)), window: .day, resamples: 300)
            #expect(trial.estimate != nil && (trial.claim == nil) == !trial.isClear)
            return !trial.isClear
        }
        #expect(Double(covered) / Double(runs) >= 0.93, "\(covered) of \(runs)")
    }

    @Test("an effect of £5.00 is found: inside the range, and told apart from none")
    func effect() throws {
        let trials = (0..<25).map {
            NudgeTrial(of: people(250, effect: 5_00, seed: UInt64(1_000 + $0)), window: .day, resamples: 200)
        }
        let five = Money(pence: 5_00)
        let inside = trials.count { ($0.low ?? five + five) <= five && five <= ($0.high ?? .zero) }
        #expect(inside >= 23, "\(inside) of 25")
        #expect(trials.count { $0.isClear && ($0.estimate ?? .zero) > .zero } >= 23)
        let claim = try #require(trials.first { $0.isClear }?.claim)
        #expect(claim.contains("less was spent per message on the day than without one (95% range £"))
    }

    @Test(
        "nothing is shown under a hundred person-weeks on either side", arguments: [(99, 400), (400, 99), (100, 100)])
    func fewest(control: Int, treated: Int) {
        let shares =
            (0..<control).map { share([outcome(.control, 0, Int64($0))]) }
            + (0..<treated).map { share([outcome(.treated, 0, Int64($0))]) }
        let trial = NudgeTrial(of: shares, window: .day)
        #expect((trial.estimate == nil) == (min(control, treated) < 100))
        #expect((trial.low == nil) == (trial.estimate == nil))
        #expect((trial.controlWeeks, trial.treatedWeeks) == (control, treated))
        #expect(trial.json.text.contains("too few person-weeks") == (trial.estimate == nil))
    }

    @Test("several messages of one week are one week, and each counts in the mean")
    func weeks() {
        let share = share([outcome(.control, 1, 10), outcome(.control, 1, 20), outcome(.treated, 2, 4)])
        #expect(share.control.weeks == 1 && share.control.count == 2 && share.difference == 11)
        #expect(TrialShare(of: [outcome(.control, 1, 10)], in: .day).difference == nil)
        #expect(TrialShare(of: [], in: .day).isEmpty)
    }

    @Test("the difference is control minus treated, to the nearest penny, halves away from zero")
    func rounding() {
        func difference(_ control: [Int64], _ treated: [Int64]) -> Int64? {
            share(control.map { outcome(.control, 0, $0) } + treated.map { outcome(.treated, 1, $0) }).difference
        }
        #expect(difference([10], [4]) == 6 && difference([4], [10]) == -6)
        #expect(difference([1, 2], [0]) == 2 && difference([0], [1, 2]) == -2 && difference([1, 1, 2], [0]) == 1)
    }

    @Test("more spending after messages is said as plainly as less, and a range that touches zero claims nothing")
    func claims() {
        func trial(_ control: Int64, _ treated: Int64) -> NudgeTrial {
            let shares = (0..<100).map { _ in share([outcome(.control, 0, control), outcome(.treated, 1, treated)]) }
            return NudgeTrial(of: shares, window: .day)
        }
        #expect(
            trial(100, 300).claim
                == "£2.00 more was spent per message on the day than without one (95% range £2.00 to £2.00).")
        #expect(trial(300, 300).claim == nil && !trial(300, 300).isClear)
        #expect(trial(301, 300).isClear && trial(299, 300).isClear)
    }

    @Test("the same outcomes give the same range, and the window decides what is looked at")
    func reproducible() {
        let shares = people(60, effect: 0, seed: 5)
        #expect(NudgeTrial(of: shares, window: .day) == NudgeTrial(of: shares, window: .day))
        let outcomes = [NudgeOutcome(arm: .control, week: "w", twoHours: Money(pence: 1), day: Money(pence: 2))]
        #expect(TrialShare(of: outcomes, in: .twoHours).control.spent == 1)
        #expect(share(outcomes).control.spent == 2)
    }
}
