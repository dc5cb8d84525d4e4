import Finance

/// One person's receipts or payments, indexed once so that a forecast can be made as of many past days.
struct MovementBook: Sendable, Hashable {
    /// Oldest first.
    let movements: [Movement]
    /// The categories, in alphabetical order, without one last.
    let groups: [String?]
    /// The group of each movement, as an index.
    let groupOf: [Int]
    /// The months of the movements, as ordinals.
    let monthOf: [Int]
    /// Positions of the repeating movements that share name and rhythm, each list oldest first.
    private let series: [[Int]]

    init(_ unordered: [Movement]) {
        let movements = unordered.enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }
            .map(\.element)
        self.movements = movements
        let last = "\u{10FFFF}"
        let groups = Set(movements.map(\.group)).sorted { $0 ?? last < $1 ?? last }
        let places = Dictionary(uniqueKeysWithValues: groups.enumerated().map { ($1, $0) })
        self.groups = groups
        groupOf = movements.map { places[$0.group] ?? 0 }
        monthOf = movements.map { Month($0.day).ordinal }
        var series: [Key: [Int]] = [:]
        for (place, movement) in movements.enumerated() {
            guard let rhythm = movement.rhythm else { continue }
            series[Key(name: movement.name, rhythm: rhythm), default: []].append(place)
        }
        self.series = series.values.sorted { $0[0] < $1[0] }
    }

    private struct Key: Hashable {
        let name: String
        let rhythm: Rhythm
    }

    /// What is still to come after `origin` up to `end`, as far as it could be told on `origin`: entered records, and
    /// the next occurrences of every series that goes on. Soonest first.
    func ahead(after origin: Day, through end: Day) -> [Movement.Ahead] {
        let entered = places(origin.advanced(by: 1)...max(end, origin.advanced(by: 1)))
            .filter { isKnown($0, on: origin) && movements[$0].day <= end }
            .map { ahead($0, on: movements[$0].day, movements[$0].amount, isEntered: true) }
        let expected = series.flatMap { series in
            heads(of: series, on: origin).flatMap { occurrences(following: $0, in: series, after: origin, end) }
                .filter { !pauses(series, on: $0.day, known: origin) }
        }
        return (entered + expected).sorted { ($0.day, $0.name, $0.amount) < ($1.day, $1.name, $1.amount) }
    }

    /// The movements of some days.
    func places(_ days: ClosedRange<Day>) -> Range<Int> {
        let start = place(notBefore: days.lowerBound)
        return start..<max(start, place(notBefore: days.upperBound.advanced(by: 1)))
    }

    /// The movements until a day.
    func places(_ days: PartialRangeThrough<Day>) -> Range<Int> {
        0..<place(notBefore: days.upperBound.advanced(by: 1))
    }

    private func place(notBefore day: Day) -> Int {
        var low = 0
        var high = movements.count
        while low < high {
            let middle = (low + high) / 2
            if movements[middle].day < day { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Whether the record was entered on `origin` or before.
    func isKnown(_ place: Int, on origin: Day) -> Bool { movements[place].knownFrom <= origin }

    private func ahead(_ place: Int, on day: Day, _ amount: Money, isEntered: Bool) -> Movement.Ahead {
        Movement.Ahead(
            name: movements[place].name, group: groupOf[place], amount: amount, day: day, isEntered: isEntered,
            isOneOff: movements[place].rhythm == nil)
    }

    /// The last known occurrence of each strand of a series. An occurrence is followed by the one nearest to a period
    /// later; two of one day are one, since the backend makes no second copy on a day.
    private func heads(of series: [Int], on origin: Day) -> [Int] {
        var known: [Int] = []
        for place in series where isKnown(place, on: origin) {
            if let last = known.last, movements[last].day == movements[place].day { continue }
            known.append(place)
        }
        var isTaken: Set<Int> = []
        return known.enumerated().filter { index, place in
            guard let next = successor(of: place, in: known.dropFirst(index + 1), isTaken) else { return true }
            isTaken.insert(next)
            return false
        }.map(\.element)
    }

    private func successor(of place: Int, in later: ArraySlice<Int>, _ isTaken: Set<Int>) -> Int? {
        guard let rhythm = movements[place].rhythm else { return nil }
        let due = rhythm.day(1, after: movements[place].day).number
        let near = later.prefix { movements[$0].day.number <= due + rhythm.tolerance }
            .filter { !isTaken.contains($0) && movements[$0].day.number >= due - rhythm.tolerance }
        return near.min { abs(movements[$0].day.number - due) < abs(movements[$1].day.number - due) }
    }

    /// The occurrences that follow a strand's last one. One that is late within the tolerance is expected tomorrow; a
    /// strand that is later than that has ended.
    private func occurrences(
        following head: Int, in series: [Int], after origin: Day, _ end: Day
    ) -> [Movement.Ahead] {
        guard let rhythm = movements[head].rhythm else { return [] }
        let day = movements[head].day
        guard rhythm.day(1, after: day).number + rhythm.tolerance > origin.number else { return [] }
        let amount = amount(following: head, in: series, on: origin)
        var ahead: [Movement.Ahead] = []
        var count = 1
        var next = max(rhythm.day(1, after: day), origin.advanced(by: 1))
        while next <= end {
            ahead.append(self.ahead(head, on: next, amount, isEntered: false))
            count += 1
            next = rhythm.day(count, after: day)
        }
        return ahead
    }

    /// The last amount; of a bill whose last three amounts all differ, such as metered water, their median.
    private func amount(following head: Int, in series: [Int], on origin: Day) -> Money {
        let known = series.prefix { $0 <= head }.filter { isKnown($0, on: origin) }
        let last = known.suffix(3).map { movements[$0].amount }
        return Set(last).count == 3 ? Money.median(of: last) : movements[head].amount
    }

    /// Whether a series took a break at this time last year, as council tax does after ten instalments: it had begun
    /// before, and nothing of it lies within half a period of the day a year earlier.
    private func pauses(_ series: [Int], on day: Day, known origin: Day) -> Bool {
        guard let first = series.first, let reach = movements[first].rhythm?.halfPeriod else { return false }
        let yearBefore = day.advanced(byMonths: -12).number
        guard movements[first].day.number < yearBefore - reach else { return false }
        return !series.contains { isKnown($0, on: origin) && abs(movements[$0].day.number - yearBefore) <= reach }
    }
}
