import Finance

/// Days on which something that repeats by its label is expected and not entered. What is left to spend counts on such
/// a payment or receipt: up to its day on that day, while it is late on the day after today, then not at all.
enum ExpectedDays {
    /// A labelled record, reduced to what tells one series from another.
    struct Entry {
        let name: String
        let rhythm: Rhythm
        let day: Day

        init?(_ name: String, _ frequency: Frequency, _ day: Day) {
            guard let rhythm = Rhythm(frequency) else { return nil }
            self.name = name
            self.rhythm = rhythm
            self.day = day
        }
    }

    private struct Series: Hashable {
        let name: String
        let rhythm: Rhythm
    }

    /// The days, those that are late already as tomorrow. An entry is followed when as many lie around its next day as
    /// around its own.
    static func all(_ entries: [Entry], today: Day, until end: Day) -> Set<Day> {
        let series = Dictionary(grouping: entries) { Series(name: $0.name, rhythm: $0.rhythm) }
        var days: Set<Day> = []
        for (key, entries) in series {
            let sorted = entries.map(\.day.number)
            for entry in entries {
                let next = key.rhythm.day(1, after: entry.day)
                let reach = key.rhythm.tolerance
                guard next <= end, next.number + reach > today.number else { continue }
                func near(_ day: Day) -> Int { sorted.count { abs($0 - day.number) <= reach } }
                guard near(next) < near(entry.day) else { continue }
                days.insert(max(next, today.advanced(by: 1)))
            }
        }
        return days
    }
}
