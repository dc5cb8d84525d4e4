public import Finance

/// An ISO week beside the one before by category, the largest change first. In a week that is not over, both are looked
/// at up to the same day of the week.
public struct WeekComparison: Sendable, Hashable {
    /// The later week.
    public let week: ISOWeek
    /// Largest change first, whichever way.
    public let changes: [MonthComparison.Change]
    /// Whether the later week is not over.
    public let isRunning: Bool
    private let snapshot: Snapshot

    /// A week of a snapshot beside the one before.
    public init(of snapshot: Snapshot, week: ISOWeek) {
        let last = min(week.lastDay, snapshot.today)
        func sums(_ week: ISOWeek, until last: Day) -> [String?: Money] {
            Dictionary(
                snapshot.expenses(in: week).filter { Day($0.fallsOn) <= last }.map { ($0.category, $0.amount) },
                uniquingKeysWith: +)
        }
        let after = sums(week, until: last)
        let before = sums(week.previous, until: min(last.advanced(by: -7), week.previous.lastDay))
        self.snapshot = snapshot
        self.week = week
        isRunning = week.contains(snapshot.today)
        changes = Set(before.keys).union(after.keys)
            .map {
                MonthComparison.Change(name: $0, growth: Growth(from: before[$0] ?? .zero, to: after[$0] ?? .zero))
            }
            .filter { $0.difference != .zero }
            .sorted { ($1.difference.magnitude, $0.name ?? "") < ($0.difference.magnitude, $1.name ?? "") }
    }

    /// Before, after and the difference of the largest changes.
    public var figures: [Figure] { changes.prefix(WeeklySummary.rows).enumerated().flatMap(figures) }

    private func figures(_ place: Int, _ change: MonthComparison.Change) -> [Figure] {
        let name = change.name.map(String.quoted) ?? "none (uncategorised)"
        let days = isRunning ? ", same days" : ""
        func figure(_ key: String, _ label: String, _ money: Money, _ week: ISOWeek) -> Figure {
            var figure = snapshot.figure(
                "weekly.change.\(place + 1).\(key)", "\(label) category \(name)", .money(money),
                coverage: snapshot.coverage(of: "expenses"), basis: "expenses of that category\(days)")
            figure.window = week.description
            return figure
        }
        return [
            figure("before", "In the week of \(week.previous.words) spent on", change.growth.previous, week.previous),
            figure("after", "In the week of \(week.words) spent on", change.growth.current, week),
            figure("difference", "Change on the week before of", change.difference, week),
        ]
    }
}
