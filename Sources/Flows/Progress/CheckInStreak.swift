public import Analyses
public import Finance

/// How many check-ins came one after another, and how many there are in all. Missing one loses nothing: the count in all
/// and the longest row stay.
///
/// Two check-ins are in a row when the second came before the due day after the next, which is when a reminder counts as
/// ignored too (`CheckInPlan`). Several on one day are one.
public struct CheckInStreak: Sendable, Hashable {
    /// In a row up to today; 0 when the last one is too long ago.
    public let current: Int
    /// Most in a row so far.
    public let longest: Int
    /// In all.
    public let total: Int
    /// Without a cadence nothing is due, so nothing is in a row.
    public let cadence: CheckInPlan.Cadence?

    /// The streak of the days of completed check-ins, in any order; days after `today` do not count.
    public init(of days: some Sequence<Day>, cadence: CheckInPlan.Cadence?, today: Day) {
        let sorted = Set(days.filter { $0 <= today }).sorted()
        self.cadence = cadence
        total = sorted.count
        guard let cadence, let last = sorted.last else {
            (current, longest) = (0, 0)
            return
        }
        let reach = 2 * cadence.rawValue
        var (run, most, previous) = (0, 0, sorted.first)
        for day in sorted {
            run = day.number - (previous ?? day).number < reach ? run + 1 : 1
            most = max(most, run)
            previous = day
        }
        longest = most
        current = today.number - last.number < reach ? run : 0
    }

    /// A sentence or two, without blame.
    public var words: String {
        let all = total == 1 ? "1 check-in" : "\(total) check-ins"
        if total == 0 { return "Your first check-in can be whenever it suits you." }
        guard cadence != nil else { return "You have done \(all)." }
        if current == 0 { return "The next check-in can be whenever it suits you; your \(all) so far stay." }
        if current == total { return current == 1 ? "That is your first check-in." : "\(current) check-ins in a row." }
        let begin = current == 1 ? "A new row begins." : "\(current) check-ins in a row."
        return "\(begin) A missed one does not lose anything: \(all) in all, \(longest) in a row at most."
    }

    /// For a client.
    public var json: JSON {
        [
            "current": .count(orNull: cadence == nil ? nil : current),
            "longest": .count(orNull: cadence == nil ? nil : longest), "total": .count(orNull: total),
            "reason": cadence == nil ? "no cadence is chosen" : .null, "words": .string(words),
        ]
    }
}
