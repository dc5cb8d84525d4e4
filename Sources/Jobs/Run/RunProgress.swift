internal import Finance
internal import FoundationEssentials
internal import Ports

/// A run's record as batches come back: in any order, while the place from which to go on only ever moves over people who
/// are through.
struct RunProgress: Sendable {
    private(set) var record: RunRecord
    private var waiting: [Int: (place: RunRecord.Place, outcome: Outcome)] = [:]
    private var next = 0
    private var times = Percentiles()

    init(_ record: RunRecord) { self.record = record }

    /// Most people that are tried again at the end. Where more fail it is not them, and the next night is soon.
    static let mostAgain = 1_000

    /// What a batch did.
    struct Outcome: Sendable {
        var seen = 0
        var changed = 0
        var unchanged = 0
        var gone = 0
        var alerts = 0
        var insights = 0
        var levels: [String: Int] = [:]
        /// Who has to be tried again, and why.
        var failures: [RunRecord.Failure] = []
        /// How long each person took to work out.
        var times: [Duration] = []
    }

    /// Takes the outcome of the batch `number` that ended at `place`. It counts once every batch before it is through: a
    /// run that is taken up again at its place counts nobody twice.
    mutating func take(_ outcome: Outcome, of number: Int, at place: RunRecord.Place) {
        waiting[number] = (place, outcome)
        while let (reached, outcome) = waiting.removeValue(forKey: next) {
            count(outcome)
            record.place = reached
            next += 1
        }
    }

    private mutating func count(_ outcome: Outcome) {
        add(outcome)
        let room = max(0, Self.mostAgain - record.again.count)
        record.again += outcome.failures.prefix(room)
        outcome.failures.dropFirst(room).forEach { giveUp($0) }
    }

    /// Takes the outcome of another try; who failed once more too often is given up.
    mutating func retake(_ outcome: Outcome, givingUpAfter attempts: Int) {
        add(outcome)
        for failure in outcome.failures {
            if failure.attempts < attempts {
                record.again.append(failure)
            } else {
                giveUp(failure)
            }
        }
    }

    /// Hands out who is to be tried again.
    mutating func takeAgain() -> [RunRecord.Failure] {
        defer { record.again = [] }
        return record.again
    }

    /// Notes a change of the record that no batch makes.
    mutating func note(_ change: (inout RunRecord) -> Void) { change(&record) }

    private mutating func add(_ outcome: Outcome) {
        record.tally.seen += outcome.seen - outcome.failures.count
        record.tally.changed += outcome.changed
        record.tally.unchanged += outcome.unchanged
        record.tally.gone += outcome.gone
        record.tally.alerts += outcome.alerts
        record.tally.insights += outcome.insights
        record.tally.levels.merge(outcome.levels, uniquingKeysWith: +)
        times.add(outcome.times)
        record.tally.median = times.value(at: 0.5)
        record.tally.p95 = times.value(at: 0.95)
    }

    private mutating func giveUp(_ failure: RunRecord.Failure) {
        record.tally.seen += 1
        record.tally.failed += 1
        record.tally.causes[failure.cause, default: 0] += 1
        if record.failures.count < RunRecord.mostFailures { record.failures.append(failure) }
    }
}
