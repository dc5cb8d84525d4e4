public import Logging
public import Ports

/// What an operator reads about a run: how far it is, what it did, what went wrong.
public struct RunReport: Sendable {
    private let record: RunRecord

    /// The report on a run.
    public init(_ record: RunRecord) { self.record = record }

    /// For the log: counts, never people.
    public var metadata: Logger.Metadata {
        let tally = record.tally
        return [
            "run": "\(record.id)", "state": "\(record.state.rawValue)", "seen": "\(tally.seen)",
            "changed": "\(tally.changed)", "unchanged": "\(tally.unchanged)", "failed": "\(tally.failed)",
            "worded": "\(tally.worded)", "tokens": "\(tally.tokens)", "erased": "\(tally.erased)",
        ]
    }
}
