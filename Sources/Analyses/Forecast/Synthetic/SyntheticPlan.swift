import Finance

/// What a household earns, pays and buys, month by month. What is drawn depends on seed, household, month and place
/// alone, so that a longer history only adds.
struct SyntheticPlan {
    let pay: Money
    let seed: UInt64
    let number: Int
    private let usesMeter: Bool
    /// The months before the last one, oldest first.
    let months: [Month]

    init(pay: Money, seed: UInt64, number: Int, from first: Month, to end: Month) {
        self.pay = pay
        self.seed = seed
        self.number = number
        var draws = SyntheticDraws(seed, number, 9)
        usesMeter = draws.chance(SyntheticCatalogue.meterShare)
        months = (0..<end.ordinal - first.ordinal).map { first.advanced(by: $0) }
    }

    private func draws(_ path: Int...) -> SyntheticDraws {
        var draws = SyntheticDraws(seed, number)
        for step in path { draws = SyntheticDraws(draws.next(), step) }
        return draws
    }

    private func place(of month: Month) -> Int { month.ordinal - months[0].ordinal }

    /// One in seven lives on receipts that do not repeat; everyone else's pay rises a little each April.
    func addIncome(of month: Month, to writer: inout SyntheticWriter) {
        var own = draws(1)
        let name = own.pick(SyntheticCatalogue.work)
        let day = own.pick([1, 15, 24, 25, 28])
        guard own.int(1...7) > 1 else {
            var now = draws(2, month.ordinal)
            for time in 0..<now.int(0...3) {
                writer.earn("Freelance work", now.amount(around: pay.portion(1, of: 2)), in: month, day + time, nil)
            }
            return
        }
        let rises = (month.ordinal - 3) / 12 - (months[0].ordinal - 3) / 12
        writer.earn(name, pay.portion(100 + 3 * rises, of: 100), in: month, day, .monthly)
    }

    /// Home first, then what the catalogue offers. A bill may begin later or end sooner than the records.
    func addBills(of month: Month, to writer: inout SyntheticWriter) {
        var home = draws(3)
        let rent = pay.portion(home.int(26...36), of: 100)
        let year = place(of: month) / 12
        writer.pay(
            "Rent", rent.portion(100 + home.int(0...5) * year, of: 100), .init("Home", isNeed: true), in: month,
            home.int(1...5), .monthly, isNewPrice: year > 0 && place(of: month) % 12 == 0)
        for (place, bill) in SyntheticCatalogue.bills.enumerated() { add(bill, place, month, to: &writer) }
    }

    private func add(_ bill: SyntheticCatalogue.Bill, _ place: Int, _ month: Month, to writer: inout SyntheticWriter) {
        var own = draws(4, place)
        if usesMeter && bill.name == SyntheticCatalogue.fixedEnergy { return }
        guard own.chance(bill.chance), !bill.pause.contains(month.month) else { return }
        let starts = own.chance(15) ? own.int(1...20) : 0
        let ends = own.chance(12) ? starts + own.int(8...30) : .max
        guard (starts..<ends).contains(self.place(of: month)) else { return }
        let base = Money(pence: Int64(own.int(bill.pounds)) * 100 + Int64(own.pick([0, 0, 50, 99])))
        let day = own.int(1...27)
        let amount = price(bill, base, in: month, place)
        let isNew = bill.rise?.month == month.month && amount != price(bill, base, in: month.previous, place)
        let category = SyntheticWriter.Category(bill.category, isNeed: bill.isNeed)
        switch bill.rhythm {
        case .yearly where month.month != own.int(1...12): return
        case .weekly:
            for week in 0..<4 {
                writer.pay(bill.name, amount, category, in: month, 1 + day % 7 + 7 * week, .weekly, isNewPrice: isNew)
            }
        default: writer.pay(bill.name, amount, category, in: month, day, bill.rhythm, isNewPrice: isNew)
        }
    }

    /// The price after every rise since the records began.
    private func price(_ bill: SyntheticCatalogue.Bill, _ base: Money, in month: Month, _ place: Int) -> Money {
        guard let rise = bill.rise else { return base }
        return months.filter { $0 <= month && $0.month == rise.month && $0 > months[0] }.reduce(base) { price, risen in
            var draws = draws(5, place, risen.year)
            return price.portion(100 + draws.int(rise.percent), of: 100)
        }
    }

    /// What is bought follows the season, slowly rising prices and a level of the household's own that wanders.
    func addHabits(of month: Month, to writer: inout SyntheticWriter) {
        for (place, habit) in SyntheticCatalogue.habits.enumerated() {
            var own = draws(6, place)
            let has = habit.name == SyntheticCatalogue.meter ? usesMeter : own.chance(min(100, habit.chance + 35))
            guard has else { continue }
            let typical = Money(pence: Int64(own.int(habit.pounds)) * 100)
            var now = draws(7, place, month.ordinal)
            guard now.chance(habit.chance) else { continue }
            let season = habit.season[month.month - 1]
            let level = level(place, month) * season / 100
            let prices = 1_000 + 3 * self.place(of: month)
            for _ in 0..<now.int(habit.times) {
                let amount = now.amount(around: typical.portion(level * prices, of: 100_000))
                writer.buy(habit.name, amount, .init(habit.category, isNeed: habit.isNeed), in: month, now.int(1...28))
            }
        }
    }

    /// What comes round once a year: about the same amount in the same month, one year in seven a month late.
    func addYearly(of month: Month, to writer: inout SyntheticWriter) {
        for (place, event) in SyntheticCatalogue.yearly.enumerated() {
            var own = draws(10, place)
            guard own.chance(event.chance) else { continue }
            let typical = Money(pence: Int64(own.int(event.pounds)) * 100)
            let home = own.int(1...12)
            for due in [month, month.previous] where due.month == home {
                var year = draws(11, place, due.year)
                let isLate = year.int(1...7) == 1
                guard isLate == (due != month) else { continue }
                let amount = typical.portion(year.int(85...118), of: 100)
                writer.buy(event.name, amount, .init(event.category, isNeed: event.isNeed), in: month, year.int(1...28))
            }
        }
    }

    /// A walk between 65 and 150 per cent.
    private func level(_ place: Int, _ month: Month) -> Int {
        months.prefix { $0 <= month }.reduce(100) { level, month in
            var draws = draws(8, place, month.ordinal)
            return min(150, max(65, level + draws.int(-7...7)))
        }
    }
}
