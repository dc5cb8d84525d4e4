import Analyses
import Finance
import FoundationEssentials
import TestKit

/// A labelled synthetic person: series whose truth is known, hidden among payments that only look alike. Everything
/// follows from the seed. Names are typed the way people and banks do it, days slip, amounts rise, some months are
/// missing, jobs enter a payment twice.
struct RecurringPeople {
    /// One true series, by the ids of its records.
    struct Truth {
        var cadence: Cadence
        var ids: Set<String>
    }

    private(set) var expenses: [Expense] = []
    private(set) var truths: [Truth] = []
    private(set) var doubled: [[String]] = []
    private var random: SeededGenerator
    private let start = Day(year: 2023, month: 11, clampedDay: 1)
    private let today = Day(year: 2026, month: 11, clampedDay: 21)

    init(seed: UInt64) {
        random = SeededGenerator(seed)
        for index in 0..<10 { monthly(Self.monthlyNames[index], varies: index >= 7) }
        for name in Self.weeklyNames { weekly(name) }
        for name in Self.yearlyNames { yearly(name) }
        for name in Self.noiseNames { noise(name) }
        for name in Self.rareNames { rare(name) }
        for week in 0..<100 {
            // The weekly shop: nearly regular days, but no price of its own.
            let day = today.advanced(by: -7 * week - Int.random(in: 0...1, using: &random))
            _ = add("Big shop", Int64.random(in: 30_00...140_00, using: &random), on: day)
        }
    }

    /// The person's records as a snapshot on 21 November 2026.
    var snapshot: Snapshot {
        let sorted = expenses.sorted { ($0.fallsOn, $0.id) < ($1.fallsOn, $1.id) }
        return Snapshot.holding(expenses: sorted, today: today, doubled: doubled)
    }

    private static let monthlyNames = [
        "Netflix", "Spotify", "Rent", "Council tax", "Phone contract", "Gym membership", "Car insurance",
        "Electricity", "Water bill", "Nursery",
    ]
    private static let weeklyNames = ["Travel card", "Window cleaner", "Swimming lesson"]
    private static let yearlyNames = ["TV licence", "Amazon Prime"]
    private static let noiseNames = [
        "Tesco", "Aldi", "Costa", "Pineapple", "Petrol", "Takeaway", "Boots", "Cinema", "Parking", "Gift", "Amazon",
        "Pub",
    ]

    private static let rareNames = ["Barber", "Dentist", "Museum", "Vet", "Cobbler", "Car wash", "Florist", "Optician"]

    private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

    private mutating func typed(_ name: String) -> String {
        switch Int.random(in: 0..<10, using: &random) {
        case 0: name.uppercased()
        case 1: "\(name) \(Int.random(in: 100_000...999_999, using: &random))"
        case 2: "\(name) direct debit"
        case 3: "\(name.lowercased()) Ltd"
        default: name
        }
    }

    private mutating func add(_ name: String, _ pence: Int64, on day: Day, _ frequency: Frequency = .once) -> String {
        let id = String(100_000 + expenses.count)
        expenses.append(
            Expense(id: id, name: name, amount: Money(pence: pence), fallsOn: day.start, frequency: frequency))
        return id
    }

    /// A series from its true days: slips, gaps, a rise, entries made twice; one in five is labelled.
    private mutating func series(_ name: String, _ cadence: Cadence, _ days: [Day], varies: Bool) {
        guard !days.isEmpty else { return }
        let isLabelled = chance(20)
        let frequency: Frequency = isLabelled ? cadence == .weekly ? .weekly : .monthly : .once
        let first = Int64.random(in: 3_00...90_00, using: &random)
        let rises = chance(40) ? Int.random(in: 0..<days.count, using: &random) : days.count
        var ids: Set<String> = []
        for (index, day) in days.enumerated() {
            if cadence == .monthly && index > 0 && index < days.count - 1 && chance(3) { continue }
            let slip = chance(70) ? 0 : Int.random(in: -2...2, using: &random)
            let level = index >= rises ? first * 112 / 100 : first
            let pence = varies ? level * Int64.random(in: 75...125, using: &random) / 100 : level
            let id = add(typed(name), pence, on: day.advanced(by: slip), cadence == .yearly ? .once : frequency)
            ids.insert(id)
            if chance(2) { repeated(id, &ids) }
        }
        truths.append(Truth(cadence: cadence, ids: ids))
    }

    private mutating func repeated(_ id: String, _ ids: inout Set<String>) {
        guard var copy = expenses.last else { return }
        copy.id = String(100_000 + expenses.count)
        expenses.append(copy)
        ids.insert(copy.id)
        doubled.append([id, copy.id])
    }

    private mutating func monthly(_ name: String, varies: Bool) {
        let count = Int.random(in: 4...30, using: &random)
        let anchor = Int.random(in: 1...31, using: &random)
        let last = Month(containing: today.start)
        let days = (1...count).reversed().map { back in
            let month = last.advanced(by: -back)
            return Day(year: month.year, month: month.month, clampedDay: anchor)
        }
        series(name, .monthly, days, varies: varies)
    }

    private mutating func weekly(_ name: String) {
        let count = Int.random(in: 4...60, using: &random)
        let last = today.advanced(by: -Int.random(in: 0...6, using: &random))
        series(name, .weekly, (0..<count).reversed().map { last.advanced(by: -7 * $0) }, varies: false)
    }

    private mutating func yearly(_ name: String) {
        let first = start.advanced(by: Int.random(in: 0...300, using: &random))
        series(name, .yearly, (0..<3).map { first.advanced(byMonths: 12 * $0) }, varies: false)
    }

    /// A fixed price on a few days at random: the case that chance makes look regular.
    private mutating func rare(_ name: String) {
        let price = Int64.random(in: 5_00...80_00, using: &random)
        for _ in 0..<Int.random(in: 3...8, using: &random) {
            _ = add(name, price, on: start.advanced(by: Int.random(in: 0...1_100, using: &random)))
        }
    }

    /// Shops: irregular days. Half of them ask the same price each time, which is what a subscription does too.
    private mutating func noise(_ name: String) {
        let hasOnePrice = chance(50)
        let price = Int64.random(in: 2_00...60_00, using: &random)
        let longest = Int.random(in: 4...40, using: &random)
        var day = start.advanced(by: Int.random(in: 0...200, using: &random))
        while day <= today {
            let pence = hasOnePrice ? price : Int64.random(in: 2_00...90_00, using: &random)
            _ = add(chance(80) ? name : typed(name), pence, on: day)
            day = day.advanced(by: Int.random(in: 1...longest, using: &random))
        }
    }
}
