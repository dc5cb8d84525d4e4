import Finance
import FoundationEssentials

/// One person's records of one month. The newer backend makes the next occurrence of what repeats a month ahead, so a
/// month that has not begun holds only that; what is entered by hand comes with the month itself.
struct DemoMonth {
    let profile: DemoProfile
    let month: Month
    /// The first month on record: there the person gave each payment its category.
    let origin: Month
    let seed: UInt64
    private(set) var incomes: [Document] = []
    private(set) var expenses: [Document] = []
    private(set) var budgets: [Document] = []

    init(of profile: DemoProfile, _ month: Month, origin: Month, seed: UInt64, hasBegun: Bool) {
        self.profile = profile
        self.month = month
        self.origin = origin
        self.seed = seed
        incomes = profile.receipts.enumerated().map { income($1, $0) }
        for (place, bill) in profile.bills.enumerated() { add(bill, place) }
        guard hasBegun else { return }
        budgets += profile.allocations.enumerated().map { allocation($1, $0) }
        for (place, habit) in profile.habits.enumerated() { add(habit, place) }
    }

    private func day(_ number: Int) -> Day { Day(year: month.year, month: month.month, clampedDay: number) }

    private func income(_ receipt: DemoProfile.Receipt, _ place: Int) -> Document {
        let day = day(receipt.day)
        return DemoRecord.make(
            DemoRecord.id(.income, of: profile.number, in: month, place), owner: profile.number,
            created: DemoRecord.date(day.advanced(byMonths: -1), minute: 5),
            [
                "name": .string(receipt.name), "amount": DemoRecord.amount(receipt.amount),
                "receiveDate": DemoRecord.date(day), "frequency": .string("monthly"),
            ])
    }

    private mutating func add(_ bill: DemoProfile.Bill, _ place: Int) {
        let first = day(bill.day)
        switch bill.rhythm {
        case .monthly: pay(bill.name, bill.amount, first, "monthly", bill.category, serial: place * 10)
        case .weekly:
            for week in 0..<5 where bill.day + 7 * week <= month.length {
                let day = first.advanced(by: 7 * week)
                pay(bill.name, bill.amount, day, "weekly", bill.category, serial: place * 10 + week)
            }
        case .yearly(let due) where due == month.month:
            pay(bill.name, bill.amount, first, "yearly", bill.category, serial: place * 10)
        case .yearly: break
        }
    }

    private mutating func add(_ habit: DemoProfile.Habit, _ place: Int) {
        var draws = SeededDraws(seed, profile.number, month.year * 12 + month.month, place)
        let budget = profile.allocations.firstIndex { $0.name == habit.budget }
        for time in 0..<draws.int(habit.times) {
            let day = day(draws.int(1...28))
            pay(
                habit.name, draws.receipt(around: habit.typical), day, "on-off", habit.category,
                serial: 1_000 + place * 10 + time, budget: budget.map { allocationID($0) })
        }
    }

    /// Adds a payment, tied to a budget when there is one or when this is the month in which categories were given.
    private mutating func pay(
        _ name: String, _ amount: Money, _ day: Day, _ frequency: String, _ category: DemoCategory, serial: Int,
        budget: String? = nil
    ) {
        let id = DemoRecord.id(.expense, of: profile.number, in: month, serial)
        var fields: [String: Document.Value] = [
            "name": .string(name), "amount": DemoRecord.amount(amount), "endDate": DemoRecord.date(day),
            "frequency": .string(frequency),
        ]
        if !profile.isOldShape {
            if let budget {
                fields["budgetId"] = .id(budget)
            } else if month == origin || frequency == "yearly" {
                let own = DemoRecord.id(.budget, of: profile.number, in: month, serial)
                fields["budgetId"] = .id(own)
                budgets.append(self.budget(own, name, amount, category, on: day, expense: id))
            }
        }
        let isRepeat = frequency == "monthly" || frequency == "weekly"
        let entered = isRepeat ? day.advanced(byMonths: -1) : day
        let minute = isRepeat ? 10 : 600 + serial % 400
        let created = DemoRecord.date(entered, minute: minute)
        expenses.append(DemoRecord.make(id, owner: profile.number, created: created, fields))
    }

    private func allocationID(_ place: Int) -> String {
        DemoRecord.id(.budget, of: profile.number, in: month, 5_000 + place)
    }

    private func allocation(_ allocation: DemoProfile.Allocation, _ place: Int) -> Document {
        var document = budget(
            allocationID(place), allocation.name, allocation.amount, allocation.category, on: month.firstDay,
            minute: 555 + place)
        document.fields["type"] = .string(allocation.isHousehold ? "household" : "personal")
        if !profile.isOldShape { document.fields["frequency"] = .string("monthly") }
        return document
    }

    private func budget(
        _ id: String, _ name: String, _ amount: Money, _ category: DemoCategory, on day: Day, minute: Int = 0,
        expense: String? = nil
    ) -> Document {
        var fields: [String: Document.Value] = [
            "name": .string(name), "amount": DemoRecord.amount(amount), "category": .string(category.rawValue),
            "type": .string("personal"),
        ]
        if let expense {
            fields["expensesId"] = .id(expense)
            fields["frequency"] = .string("on-off")
        }
        return DemoRecord.make(id, owner: profile.number, created: DemoRecord.date(day, minute: minute), fields)
    }
}
