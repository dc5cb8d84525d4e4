import Finance

/// The method tried on every past day with nothing that was known later, then put to tomorrow.
struct DayTrial {
    /// Days from the first on which nothing is told yet, so that there is something to count.
    static let silent = 28

    /// How past days came out.
    private(set) var score = DayScore()
    /// What the method tells about tomorrow.
    private(set) var isLikely = false
    /// A usual day as known tomorrow.
    private(set) var usual = Money.zero

    init(_ history: DayHistory, withMood: Bool) {
        var counts = DayCounts()
        var median = RunningMedian()
        var marked: [[Level]?] = []
        let (today, tomorrow) = (history.spent.count, history.spent.count + 1)
        var isAbove: [Bool] = []
        for place in 0...tomorrow {
            let known = place - DayHistory.delay
            if known >= 0 { median.add(history.spent[known]) }
            if known >= 0, let levels = marked[known] { counts.add(levels, isAbove: isAbove[known]) }
            usual = median.median
            // Today is neither over nor still to be told.
            let isMarked = place >= DayHistory.warmUp && place != today
            let mark = isMarked ? history.mark(history.first.advanced(by: place), usual: usual) : nil
            let levels = mark?.levels(withMood: withMood)
            let told = levels.map { counts.isLikely($0) } ?? false
            if place == tomorrow { isLikely = told }
            guard place < today else { continue }
            marked.append(levels)
            isAbove.append(history.spent[place] > usual)
            if place >= Self.silent { score.note(told, isAbove[place]) }
        }
    }

    private typealias Level = (level: Int, of: Int)
}
