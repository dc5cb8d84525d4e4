internal import Analyses
internal import Finance
internal import Ports

/// How people moved between levels, week by week, from what nights counted.
enum WeeksOfLevels {
    /// Weeks shown, the running one included.
    static let shown = 4
    /// Runs looked through; a night is one or a few.
    static let runs = 100

    /// The newest week first. Runs for one person count nobody else.
    static func json(of runs: [RunRecord], on today: Day) -> JSON {
        let nights = runs.filter { $0.only == nil }.map { (day: $0.night, levels: $0.tally.levels) }
        let weeks = (0..<shown).map { ISOWeek(containing: today.advanced(by: -7 * $0)) }
        return .array(weeks.map { WeekOfLevels($0, nights: nights).json })
    }
}
