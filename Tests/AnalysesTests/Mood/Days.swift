import Analyses
import Finance
import FoundationEssentials
import TestKit

/// Synthetic people of so many days up to 19 April 2026, looked at on 20 April 2026, a Monday.
enum Days {
    static let today = Day(year: 2026, month: 4, clampedDay: 20)

    /// Monday is 0.
    static func weekday(_ day: Day) -> Int { (day.number + 3) % 7 }

    /// The day `back` days before today.
    static func before(_ back: Int) -> Day { today.advanced(by: -back) }

    /// One payment a day that costs something, the day before today first.
    static func snapshot(_ count: Int, on today: Day = Days.today, _ pence: (Day) throws -> Int64) throws -> Snapshot {
        let expenses = try (1...count).map { today.advanced(by: -$0) }.compactMap { day -> Expense? in
            let amount = try pence(day)
            return amount > 0 ? try Histories.expense("Shop", amount, "\(day)") : nil
        }
        return try Histories.snapshot(on: "\(today)", expenses)
    }

    /// Dearer on Fridays and Saturdays by a lot, the others by chance.
    static func patterned(_ count: Int, seed: UInt64) throws -> Snapshot {
        var random = SeededGenerator(seed)
        return try snapshot(count) { day in
            let base = Int64.random(in: 500...1_500, using: &random)
            return weekday(day) == 4 || weekday(day) == 5 ? base + 4_000 : base
        }
    }

    /// Spending by chance alone, on about six days of seven.
    static func patternless(_ count: Int, seed: UInt64) throws -> Snapshot {
        var random = SeededGenerator(seed)
        return try snapshot(count) { _ in
            Int.random(in: 0...6, using: &random) == 0 ? 0 : Int64.random(in: 300...5_000, using: &random)
        }
    }

    /// A log with one mood a day.
    static func log(_ moods: [(back: Int, mood: Int)]) -> MoodLog {
        var log = MoodLog()
        for one in moods.sorted(by: { $0.back > $1.back }) {
            log.note(one.mood, at: before(one.back).start.addingTimeInterval(36_000))
        }
        return log
    }
}
