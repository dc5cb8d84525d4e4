import Finance

extension DemoProfile {
    /// Draws a person. What is drawn depends on the seed and the number alone.
    init(drawn number: Int, seed: UInt64, partner: (number: Int, surname: String)? = nil) {
        var draws = SeededDraws(seed, number)
        let surname = partner?.surname ?? Self.surname(number, seed: seed)
        self.init(number: number, name: draws.pick(DemoCatalogue.firstNames) + " " + surname, partner: partner?.number)
        isOldShape = draws.chance(6)
        let pay = drawReceipts(&draws)
        drawBills(&draws, pay: pay)
        drawHabits(&draws)
        drawAllocations(&draws, pay: pay)
        drawDebts(&draws, pay: pay)
        drawGoals(&draws, pay: pay)
    }

    /// The surname alone, for a partner to share.
    static func surname(_ number: Int, seed: UInt64) -> String {
        var draws = SeededDraws(seed, number, 1)
        return draws.pick(DemoCatalogue.surnames)
    }

    private mutating func drawReceipts(_ draws: inout SeededDraws) -> Money {
        let work = draws.pick(DemoCatalogue.work)
        var pay = draws.pounds(work.pay)
        if draws.chance(60) { pay += Money(pence: Int64(draws.int(1...99))) }
        receipts = [Receipt(name: work.name, amount: pay, day: draws.pick([1, 15, 24, 25, 27, 28]))]
        if draws.chance(35) {
            let side = draws.pick(DemoCatalogue.side)
            receipts.append(Receipt(name: side.name, amount: draws.pounds(side.pay), day: draws.int(3...20)))
        }
        return receipts.total(\.amount)
    }

    /// Home first: its cost follows the pay, most of the rest does not.
    private mutating func drawBills(_ draws: inout SeededDraws, pay: Money) {
        let home = Money(pence: pay.pence * Int64(draws.int(24...38)) / 100_00 * 100)
        let isRenting = draws.chance(62)
        bills = [
            Bill(name: isRenting ? "Rent" : "Mortgage", amount: home, category: .needs, day: draws.int(1...3)),
            Bill(name: "Council tax", amount: draws.pounds(98...215), category: .needs, day: draws.int(1...8)),
            Bill(name: "Energy", amount: draws.pounds(78...190), category: .needs, day: draws.int(4...16)),
            Bill(name: "Water", amount: draws.pounds(26...48), category: .needs, day: draws.int(4...16)),
            Bill(name: "Broadband", amount: draws.receipt(around: Money(pence: 31_00)), category: .needs, day: 12),
            Bill(name: "Mobile", amount: draws.receipt(around: Money(pence: 17_00)), category: .needs, day: 18),
            Bill(
                name: "Groceries", amount: draws.receipt(around: Money(pence: 62_00)), category: .needs,
                day: draws.int(1...7), rhythm: .weekly),
        ]
        if draws.chance(60) {
            bills.append(Bill(name: "Car insurance", amount: draws.pounds(34...88), category: .needs, day: 20))
            bills.append(Bill(name: "Petrol", amount: draws.pounds(90...190), category: .needs, day: 5))
        } else {
            bills.append(Bill(name: "Travel pass", amount: draws.pounds(55...165), category: .needs, day: 1))
        }
        if draws.chance(50) {
            let licence = Money(pence: 174_50)
            let rhythm = Bill.Rhythm.yearly(month: draws.int(1...12))
            bills.append(Bill(name: "TV licence", amount: licence, category: .needs, day: 6, rhythm: rhythm))
        }
        let first = draws.int(0...8)
        for offset in 0..<draws.int(1...4) {
            let item = DemoCatalogue.subscriptions[(first + offset * 2) % DemoCatalogue.subscriptions.count]
            let amount = Money(pence: item.pence)
            bills.append(Bill(name: item.name, amount: amount, category: .wants, day: draws.int(2...27)))
        }
    }

    private mutating func drawHabits(_ draws: inout SeededDraws) {
        for habit in DemoCatalogue.habits where draws.chance(45) {
            let typical = draws.receipt(around: Money(pence: habit.pounds * 100), spread: 25)
            habits.append(
                Habit(
                    name: habit.name, typical: typical, category: habit.category, times: habit.times,
                    budget: habit.budget))
        }
    }

    private mutating func drawAllocations(_ draws: inout SeededDraws, pay: Money) {
        guard draws.chance(70) else { return }
        allocations = [
            Allocation(
                name: "Food shop", amount: draws.pounds(220...420), category: .needs, isHousehold: partner != nil),
            Allocation(name: "Eating out", amount: draws.pounds(40...160), category: .wants),
        ]
        if draws.chance(60) {
            let share = Money(pence: pay.pence * Int64(draws.int(3...12)) / 100_00 * 100)
            allocations.append(Allocation(name: "Savings", amount: share, category: .savings))
        }
    }

    /// Half have debts; one in twelve has more than the pay carries, arrears among them.
    private mutating func drawDebts(_ draws: inout SeededDraws, pay: Money) {
        let isStretched = draws.chance(8)
        guard isStretched || draws.chance(48) else { return }
        let first = draws.int(0...5)
        for offset in 0..<(isStretched ? 3 : draws.int(1...2)) {
            let kind = DemoCatalogue.debts[(first + offset) % DemoCatalogue.debts.count]
            let balance = draws.pounds(kind.balance)
            let share = Int64(draws.int(kind.share))
            debts.append(
                Owed(
                    name: kind.name, balance: balance, rate: Rate(basisPoints: draws.int(kind.rate) / 10 * 10),
                    payment: Money(pence: max(balance.pence * share / 100_000 * 100, 25_00)),
                    extra: draws.chance(20) ? draws.pounds(10...60) : .zero, day: draws.int(1...28),
                    isRateStated: !isOldShape && draws.chance(70)))
        }
        guard isStretched else { return }
        let behind = draws.pick(DemoCatalogue.arrears)
        let balance = draws.pounds(behind.balance)
        let payment = Money(pence: balance.pence / 10_00 * 100)
        debts.append(Owed(name: behind.name, balance: balance, rate: Rate(basisPoints: 0), payment: payment, day: 9))
    }

    private mutating func drawGoals(_ draws: inout SeededDraws, pay: Money) {
        let first = draws.int(0...7)
        for offset in 0..<draws.int(0...2) {
            let kind = DemoCatalogue.goals[(first + offset * 3) % DemoCatalogue.goals.count]
            let target = draws.pounds(kind.target)
            let saved = draws.chance(8) ? target : Money(pence: target.pence * Int64(draws.int(0...85)) / 100_00 * 100)
            let monthly = Money(pence: max(20_00, pay.pence * Int64(draws.int(2...9)) / 100_00 * 100))
            goals.append(Goal(name: kind.name, target: target, saved: saved, monthly: monthly))
        }
    }
}
