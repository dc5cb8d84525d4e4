public import Finance

/// Spending on days with a low, a middle and a high mood, side by side and nothing more: two things on the same days.
///
/// For the person alone, never for admins or peers. Days that are over count, from the first expense on record and not
/// longer ago than moods are kept; a day without an expense counts as nothing spent. Nothing is shown until there are
/// `fewestDays` with a low and as many with a high mood.
public struct MoodSpending: Sendable, Hashable {
    /// The days of one group of moods.
    public struct Side: Sendable, Hashable {
        /// Which moods.
        public let group: MoodGroup
        /// How many days.
        public let days: Int
        /// The middle of what was spent on them; nil when there is nothing to compare, or too few of these days.
        public let median: Money?
    }

    /// Fewest days with a low mood, and with a high one.
    public static let fewestDays = 8

    /// Low, middle, high.
    public let sides: [Side]
    /// The first and the last day that could count.
    public let window: ClosedRange<Day>
    /// Why there is nothing to compare; nil when there is.
    public let reason: String?
    let snapshot: Snapshot

    /// A log beside the expenses of a snapshot.
    public init(of log: MoodLog, in snapshot: Snapshot) {
        let last = snapshot.today.advanced(by: -1)
        let window = last.advanced(by: 1 - MoodLog.keptDays)...last
        let spent = Dictionary(snapshot.expenses.map { (Day($0.fallsOn), $0.amount) }, uniquingKeysWith: +)
        let first = snapshot.expenses.first.map { Day($0.fallsOn) }
        let counted = log.days.filter { day, _ in window.contains(day) && first.map { $0 <= day } ?? false }
        let grouped = Dictionary(grouping: counted) { MoodGroup($0.value) }
        let amounts = grouped.mapValues { days in days.map { spent[$0.key] ?? .zero } }
        func count(_ group: MoodGroup) -> Int { amounts[group]?.count ?? 0 }
        let isEnough = count(.low) >= Self.fewestDays && count(.high) >= Self.fewestDays
        self.snapshot = snapshot
        self.window = window
        sides = MoodGroup.allCases.map { group in
            let isShown = isEnough && count(group) >= Self.fewestDays
            return Side(
                group: group, days: count(group), median: isShown ? Money.median(of: amounts[group] ?? []) : nil)
        }
        reason =
            isEnough
            ? nil
            : "it needs \(Self.fewestDays) days with a low mood and \(Self.fewestDays) with a high one; there are "
                + "\(count(.low)) and \(count(.high))"
    }

    /// A median and a number of days for each group.
    public var figures: [Figure] { sides.flatMap(figures) }

    /// The comparison for display.
    public var card: Card { Card(kind: .mood, title: "Your mood and your spending, side by side", data: json) }

    /// The comparison for a client.
    public var json: JSON {
        [
            "asOf": .string(snapshot.asOf.rfc3339), "from": .string(window.lowerBound.description),
            "to": .string(window.upperBound.description), "basis": .string(Self.basis),
            "count": .count(orNull: sides.reduce(0) { $0 + $1.days }), "fewestDays": .count(orNull: Self.fewestDays),
            "reason": .string(orNull: reason),
            "moods": .array(
                sides.map { side in
                    [
                        "mood": .string(side.group.rawValue), "days": .count(orNull: side.days),
                        "median": .money(orNull: side.median), "reason": .string(orNull: why(side)),
                    ]
                }),
        ]
    }

    private static let basis = "median of all expenses of each day with a mood, side by side only"

    private func why(_ side: Side) -> String? {
        side.median == nil ? reason ?? "there are fewer than \(Self.fewestDays) such days" : nil
    }

    private func figures(_ side: Side) -> [Figure] {
        let coverage = side.days == 0 ? .none : snapshot.coverage(of: "expenses")
        let words = "days with \(side.group.words), last \(MoodLog.keptDays) days"
        let all = [
            snapshot.figure(
                "mood.\(side.group.rawValue).median", "Median spending on \(words)", side.median.map { .money($0) },
                records: side.days, coverage: coverage, basis: why(side) ?? Self.basis),
            snapshot.figure(
                "mood.\(side.group.rawValue).days", "Number of \(words)", .count(side.days), records: side.days,
                coverage: coverage, basis: "days that are over, one mood each"),
        ]
        return all.map { figure in
            var figure = figure
            figure.window = "\(window.lowerBound)/\(window.upperBound)"
            return figure
        }
    }
}
