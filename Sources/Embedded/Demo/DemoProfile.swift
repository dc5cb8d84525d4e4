import Finance

/// What one demo person earns, pays, plans, owes and saves for, before any month is made of it.
struct DemoProfile: Sendable {
    /// Money that comes in on the same day each month.
    struct Receipt: Sendable {
        var name: String
        var amount: Money
        var day: Int
    }

    /// Money that goes out again and again, made by the backend's recurrence.
    struct Bill: Sendable {
        enum Rhythm: Sendable { case weekly, monthly, yearly(month: Int) }
        var name: String
        var amount: Money
        var category: DemoCategory
        var day: Int
        var rhythm = Rhythm.monthly
    }

    /// Money that goes out now and then; each time is entered by hand.
    struct Habit: Sendable {
        var name: String
        var typical: Money
        var category: DemoCategory
        var times: ClosedRange<Int>
        /// The budget it is entered against, when the person keeps one.
        var budget: String?
    }

    /// A budget that is renewed each month.
    struct Allocation: Sendable {
        var name: String
        var amount: Money
        var category: DemoCategory
        var isHousehold = false
    }

    struct Owed: Sendable {
        var name: String
        var balance: Money
        var rate: Rate
        var payment: Money
        var extra = Money.zero
        var day: Int
        /// Whether the person typed the rate; otherwise it can only be estimated.
        var isRateStated = true
    }

    struct Goal: Sendable {
        var name: String
        var target: Money
        var saved: Money
        var monthly: Money
    }

    var number: Int
    var name: String
    var isAdmin = false
    /// Records as the older backend wrote them: dates as text, no frequency on budgets, no rates.
    var isOldShape = false
    var partner: Int?
    var receipts: [Receipt] = []
    var bills: [Bill] = []
    var habits: [Habit] = []
    var allocations: [Allocation] = []
    var debts: [Owed] = []
    var goals: [Goal] = []
}

/// The backend's three budget categories, in its spelling.
enum DemoCategory: String, Sendable {
    case needs = "Essential(Needs)"
    case wants = "Discretionary(Wants)"
    case savings = "Savings"
}
