internal import Finance
internal import FoundationEssentials
internal import Ports

/// A run somebody asks for beside the clock's. One that waits or runs already is what they get: asking twice, or while
/// the night is under way, starts nothing twice.
struct RunWish {
    /// Most runs of one day.
    static let mostADay = 50

    var trigger: RunRecord.Trigger
    var only: UserID?
    var now: Date

    /// The run that will do it.
    func make(in runs: Runs) async throws -> RunRecord {
        let newest = try await runs.newest(Self.mostADay)
        if let under = newest.first(where: { !$0.isOver && $0.only == only }) { return under }
        let day = Day(now)
        let taken = Set(newest.map(\.id))
        let free = (2...Self.mostADay).lazy.map { "\(RunRecord.id(of: day))-\($0)" }.first { !taken.contains($0) }
        guard let id = free else { throw Problem.tooManyRuns }
        return try await runs.want(
            RunRecord(id: id, night: day, asOf: now, trigger: trigger, only: only, at: now))
    }
}
