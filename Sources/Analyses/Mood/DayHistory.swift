import Finance

/// A person's days up to yesterday, then what could be known of each on the day before it, walking forward.
struct DayHistory {
    /// Most days looked back.
    static let most = 365
    /// Days before a usual day is spoken of.
    static let warmUp = 14
    /// A day is told on the day before, which is not over then: what is known ends two days earlier.
    static let delay = 2

    let first: Day
    /// What was spent on each day from `first` to yesterday.
    let spent: [Money]
    private let payments: MovementBook
    private let receipts: MovementBook
    private let moods: [Day: Int]

    init(of snapshot: Snapshot, moods: [Day: Int]) {
        let today = snapshot.today
        let oldest = today.advanced(by: -Self.most)
        first = min(today, max(oldest, snapshot.expenses.first.map { Day($0.fallsOn) } ?? today))
        let sums = Dictionary(snapshot.expenses.map { (Day($0.fallsOn), $0.amount) }, uniquingKeysWith: +)
        spent = (first.number..<today.number).map { sums[Day(number: $0)] ?? .zero }
        payments = MovementBook(snapshot.expenses.map { Movement($0, today: today) })
        receipts = MovementBook(snapshot.incomes.map { Movement($0, today: today) })
        self.moods = moods
    }

    /// Days with a mood among those looked at.
    var moodDays: Int { spent.indices.count { moods[first.advanced(by: $0)] != nil } }

    /// Payments that were known for a day on the day before it.
    func dues(on day: Day) -> Money { payments.ahead(after: day.advanced(by: -1), through: day).total(\.amount) }

    /// What was known of a day on the day before it.
    func mark(_ day: Day, usual: Money) -> DayMark {
        let dues = dues(on: day)
        return DayMark(
            day, pay: pay(day), due: dues > usual ? .aboveUsual : dues > .zero ? .some : .none,
            mood: moods[day.advanced(by: -1)].map { MoodGroup($0) })
    }

    private func pay(_ day: Day) -> DayMark.Pay {
        let before = day.advanced(by: -1)
        if !receipts.ahead(after: before, through: day).isEmpty { return .fresh }
        let past = receipts.places(...before)
        guard let last = past.last(where: { receipts.isKnown($0, on: before) }) else { return .unknown }
        let since = day.number - receipts.movements[last].day.number
        if since <= DayMark.paySteps.fresh { return .fresh }
        return since <= DayMark.paySteps.recent ? .recent : .long
    }
}

/// The middle of amounts that arrive one by one.
struct RunningMedian {
    private var sorted: [Money] = []

    mutating func add(_ amount: Money) {
        var (low, high) = (0, sorted.count)
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle] < amount { low = middle + 1 } else { high = middle }
        }
        sorted.insert(amount, at: low)
    }

    /// The middle amount, of an even number the mean of the two in the middle, halves away from zero.
    var median: Money {
        guard let upper = sorted.dropFirst(sorted.count / 2).first else { return .zero }
        guard sorted.count.isMultiple(of: 2) else { return upper }
        return Money.nearest(Int128(sorted[sorted.count / 2 - 1].pence) + Int128(upper.pence), over: 2)
    }
}
