import Finance

/// The method tried on every past day with nothing that was known later, then put to tomorrow.
struct DayTrial {
    /// Days from the first on which nothing is told yet, so that there is something to count.
    static let silent = 28

    /// Past days that were told.
    private(set) var tested = 0
    /// Days told rightly.
    private(set) var right = 0
    /// Days that were above the usual.
    private(set) var above = 0
    /// Days that were told to be.
    private(set) var toldAbove = 0
    /// What the method tells about tomorrow.
    private(set) var isLikely = false
    /// A usual day as known tomorrow.
    private(set) var usual = Money.zero

    init(_ history: DayHistory, withMood: Bool) {
        var counts = DayCounts()
        var median = RunningMedian()
        var marked: [(levels: [(level: Int, of: Int)], isAbove: Bool)?] = []
        let tomorrow = history.spent.count + 1
        for place in 0...tomorrow {
            let known = place - DayHistory.delay
            if known >= 0 { median.add(history.spent[known]) }
            if known >= 0, let day = marked[known] { counts.add(day.levels, isAbove: day.isAbove) }
            guard place >= DayHistory.warmUp, place != history.spent.count else {
                marked.append(nil)
                continue
            }
            usual = median.median
            let mark = history.mark(history.first.advanced(by: place), usual: usual).levels(withMood: withMood)
            let told = counts.isLikely(mark)
            if place == tomorrow { isLikely = told }
            guard place < history.spent.count else { continue }
            let isAbove = history.spent[place] > usual
            marked.append((mark, isAbove))
            if place >= Self.silent { note(told, isAbove) }
        }
    }

    /// Days that always saying the same would have told rightly: the more common answer, known only afterwards.
    var baseRight: Int { max(above, tested - above) }

    /// Whether the method beats always saying the same by `DayRisk.margin` points and by more than two standard errors
    /// of the days on which the two differ, so that chance alone seldom passes for skill.
    var hasSkill: Bool {
        let gain = right - baseRight
        let differing = above * 2 > tested ? tested - toldAbove : toldAbove
        return gain > 0 && gain * 100 >= tested * DayRisk.margin && gain * gain >= 4 * differing
    }

    private mutating func note(_ told: Bool, _ isAbove: Bool) {
        tested += 1
        right += told == isAbove ? 1 : 0
        above += isAbove ? 1 : 0
        toldAbove += told ? 1 : 0
    }
}
