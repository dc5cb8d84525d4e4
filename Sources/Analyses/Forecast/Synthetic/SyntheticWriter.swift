import Finance
import FoundationEssentials

/// Writes a household's records and its books in one go, so that they cannot disagree.
struct SyntheticWriter {
    /// A category by its own word and by the app's.
    struct Category {
        let own: String
        let app: String
        static let savings = "Savings"

        init(_ own: String, isNeed: Bool) {
            self.own = own
            app = own == Self.savings ? own : isNeed ? "Essential(Needs)" : "Discretionary(Wants)"
        }
    }

    let number: Int
    /// Whether the household uses the app's words for categories instead of its own.
    let usesAppWords: Bool
    private(set) var ledger = SyntheticLedger()
    private var incomes: [Income] = []
    private var expenses: [Expense] = []
    private var begun: Set<String> = []

    init(number: Int, usesAppWords: Bool) {
        self.number = number
        self.usesAppWords = usesAppWords
    }

    mutating func open(with amount: Money, on day: Day) {
        ledger.book(amount, from: .opening, to: .current, on: day)
    }

    /// A receipt; one that repeats was entered by the backend a month ahead.
    mutating func earn(_ name: String, _ amount: Money, in month: Month, _ day: Int, _ frequency: Frequency?) {
        let day = Day(year: month.year, month: month.month, clampedDay: day)
        ledger.book(amount, from: .income(name), to: .current, on: day)
        incomes.append(
            Income(
                id: id(1, incomes.count), name: name, amount: amount, receivedOn: day.start,
                frequency: frequency ?? .once,
                createdAt: entered(day, frequency.flatMap { Rhythm($0) }, isNew: incomes.isEmpty)))
    }

    /// A bill; the backend enters it a period ahead, a new price is entered two days before.
    mutating func pay(
        _ name: String, _ amount: Money, _ category: Category, in month: Month, _ day: Int, _ frequency: Frequency,
        isNewPrice: Bool
    ) {
        let day = Day(year: month.year, month: month.month, clampedDay: day)
        let isNew = begun.insert(name).inserted || isNewPrice
        spend(name, amount, category, day, frequency, entered(day, Rhythm(frequency), isNew: isNew))
    }

    /// Something bought, entered on its day.
    mutating func buy(_ name: String, _ amount: Money, _ category: Category, in month: Month, _ day: Int) {
        let day = Day(year: month.year, month: month.month, clampedDay: day)
        spend(name, amount, category, day, .once, day.start)
    }

    private mutating func spend(
        _ name: String, _ amount: Money, _ category: Category, _ day: Day, _ frequency: Frequency, _ entered: Date
    ) {
        let word = usesAppWords ? category.app : category.own
        ledger.book(
            amount, from: .current, to: category.own == Category.savings ? .savings : .spending(word), on: day)
        expenses.append(
            Expense(
                id: id(2, expenses.count), name: name, amount: amount, fallsOn: day.start, frequency: frequency,
                category: word, createdAt: entered))
    }

    private func entered(_ day: Day, _ rhythm: Rhythm?, isNew: Bool) -> Date {
        guard let rhythm else { return day.start }
        return isNew ? day.advanced(by: -2).start : rhythm.day(-1, after: day).start
    }

    /// 24 hex digits: the household, the kind of record, the place.
    private func id(_ kind: Int, _ place: Int) -> String {
        let text = String(UInt64(number) << 36 | UInt64(kind) << 32 | UInt64(place), radix: 16)
        return String(repeating: "0", count: 24 - text.count) + text
    }

    func snapshot(month: Month, asOf: Date) -> Snapshot {
        guard let user = UserID(id(0, 0)) else { preconditionFailure("an invented id is 24 hex digits") }
        return Snapshot(
            person: Person(id: user, name: "Household \(number)", role: .user), month: month, asOf: asOf,
            incomes: incomes.sorted { ($0.receivedOn, $0.id) < ($1.receivedOn, $1.id) },
            expenses: expenses.sorted { ($0.fallsOn, $0.id) < ($1.fallsOn, $1.id) }, budgets: [], household: [],
            debts: [], goals: [], skipped: [], suspectedDuplicates: [])
    }
}
