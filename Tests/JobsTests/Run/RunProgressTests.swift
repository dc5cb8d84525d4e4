import Finance
import Ports
import TestKit
import Testing

@testable import Jobs

@Suite("How far a run has come")
struct RunProgressTests {
    static func progress() -> RunProgress { RunProgress(NightStage(people: 0).wish()) }

    static func outcome(seen: Int, failing: [Int] = [], attempts: Int = 1) -> RunProgress.Outcome {
        var outcome = RunProgress.Outcome()
        outcome.seen = seen
        outcome.failures = failing.map { .init(user: NamedPeople.somebody($0), cause: "malformed", attempts: attempts) }
        return outcome
    }

    @Test("batches that come back out of order move the place only over what is through")
    func order() {
        var progress = Self.progress()
        let places = (0..<4).map { RunRecord.Place(after: NamedPeople.somebody($0)) }
        var seen: [UserID?] = []
        for number in [2, 0, 3, 1] {
            progress.take(Self.outcome(seen: 1), of: number, at: places[number])
            seen.append(progress.record.place.after)
        }
        #expect(seen == [nil, NamedPeople.somebody(0), NamedPeople.somebody(0), NamedPeople.somebody(3)])
        #expect(progress.record.tally.seen == 4)
    }

    @Test("who failed is seen only once given up on, and then named with the cause")
    func failures() {
        var progress = Self.progress()
        progress.take(Self.outcome(seen: 3, failing: [1]), of: 0, at: .init())
        #expect(progress.record.tally.seen == 2)
        #expect(progress.takeAgain().map(\.user) == [NamedPeople.somebody(1)])
        progress.retake(Self.outcome(seen: 1, failing: [1], attempts: 2), givingUpAfter: 3)
        #expect(progress.record.again.count == 1 && progress.record.tally.failed == 0)
        _ = progress.takeAgain()
        progress.retake(Self.outcome(seen: 1, failing: [1], attempts: 3), givingUpAfter: 3)
        #expect(progress.record.again.isEmpty)
        #expect(progress.record.tally.failed == 1 && progress.record.tally.seen == 3)
        #expect(progress.record.tally.causes == ["malformed": 1])
        #expect(progress.record.failures.map(\.user) == [NamedPeople.somebody(1)])
    }

    @Test("the record stays small however many fail: all are counted, some are named")
    func bounded() {
        var progress = Self.progress()
        progress.take(Self.outcome(seen: 5_000, failing: Array(0..<5_000)), of: 0, at: .init())
        #expect(progress.record.again.count == RunProgress.mostAgain)
        let tally = progress.record.tally
        #expect(tally.failed == 5_000 - RunProgress.mostAgain && tally.seen == tally.failed)
        #expect(progress.record.failures.count == RunRecord.mostFailures)
    }
}
