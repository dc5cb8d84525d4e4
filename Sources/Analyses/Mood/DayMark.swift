import Finance

/// What can be known of a day on the day before: nothing here has a clock time, since the records have none.
struct DayMark: Sendable, Hashable {
    /// Days since the last receipt of money.
    enum Pay: Int, Sendable { case fresh, recent, long, unknown }
    /// Payments known for the day: none, some, or more than a usual day already.
    enum Due: Int, Sendable { case none, some, aboveUsual }

    /// Days after a receipt on which it is fresh, and recent.
    static let paySteps = (fresh: 2, recent: 9)

    /// 0 is Monday.
    let weekday: Int
    let pay: Pay
    let due: Due
    /// The mood of the day before; nil when none was said or moods are not looked at.
    let mood: MoodGroup?

    init(_ day: Day, pay: Pay, due: Due, mood: MoodGroup?) {
        // 1970-01-01 was a Thursday.
        weekday = ((day.number + 3) % 7 + 7) % 7
        self.pay = pay
        self.due = due
        self.mood = mood
    }

    /// The levels of each thing that is known, with how many levels there are.
    func levels(withMood: Bool) -> [(level: Int, of: Int)] {
        let always = [(weekday, 7), (pay.rawValue, 4), (due.rawValue, 3)]
        guard withMood else { return always }
        return always + [(mood.flatMap { MoodGroup.allCases.firstIndex(of: $0) } ?? 3, 4)]
    }
}

/// How often each level was seen on days above the usual and on the others.
///
/// A naive Bayes count: the levels are taken as if they knew nothing of each other, and each count starts at one, so
/// that what was never seen is not impossible.
struct DayCounts: Sendable {
    private var days = (above: 0, other: 0)
    private var above: [[Int]] = []
    private var other: [[Int]] = []

    /// Adds a day that is over.
    mutating func add(_ levels: [(level: Int, of: Int)], isAbove: Bool) {
        if above.isEmpty {
            above = levels.map { Array(repeating: 0, count: $0.of) }
            other = above
        }
        for (place, one) in levels.enumerated() {
            if isAbove { above[place][one.level] += 1 } else { other[place][one.level] += 1 }
        }
        if isAbove { days.above += 1 } else { days.other += 1 }
    }

    /// Whether such a day is rather above the usual than not.
    func isLikely(_ levels: [(level: Int, of: Int)]) -> Bool {
        var odds = Double(days.above + 1) / Double(days.other + 1)
        for (place, one) in levels.enumerated() where !above.isEmpty {
            odds *= Double(above[place][one.level] + 1) / Double(days.above + one.of)
            odds /= Double(other[place][one.level] + 1) / Double(days.other + one.of)
        }
        return odds > 1
    }
}
