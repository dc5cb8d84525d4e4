import Finance

/// What invented households pay for. Names and amounts are invented, meant to be plausible for the United Kingdom.
enum SyntheticCatalogue {
    /// What repeats: pounds, chance in per cent of having it, months between price rises, rise in per cent.
    struct Bill: Sendable {
        let name: String
        let category: String
        let isNeed: Bool
        let pounds: ClosedRange<Int>
        let chance: Int
        let rhythm: Frequency
        /// Month of the year in which the price rises, and by how much.
        let rise: (month: Int, percent: ClosedRange<Int>)?
        /// Months of the year without a payment.
        var pause: Set<Int> = []
    }

    /// What is bought now and then: pounds each time, times a month, chance of buying any in a month, and what twelve
    /// months make of it in per cent.
    struct Habit: Sendable {
        let name: String
        let category: String
        let isNeed: Bool
        let pounds: ClosedRange<Int>
        let times: ClosedRange<Int>
        let chance: Int
        var season = [Int](repeating: 100, count: 12)
    }

    /// Energy is paid by the month at one price, or by topping up a meter, which follows the cold.
    static let fixedEnergy = "Gas and electricity"
    static let meter = "Meter top-up"
    static let meterShare = 28

    static let bills: [Bill] = [
        bill("Council tax", "Home", 110...190, 90, rise: (4, 4...5), pause: [2, 3]),
        bill(fixedEnergy, "Utilities", 85...190, 100, rise: (10, -6...12)),
        bill("Water", "Utilities", 28...52, 80, rise: (4, 5...10)),
        bill("Broadband", "Utilities", 24...45, 88, rise: (4, 3...8)),
        bill("Mobile phone", "Utilities", 9...38, 85, rise: (4, 3...8)),
        bill("TV licence", "Home", 13...15, 60, rise: (4, 1...3)),
        bill("Car insurance", "Car", 30...75, 55, rise: (9, -5...18)),
        bill("Home insurance", "Home", 110...320, 55, rhythm: .yearly, rise: (1, 2...9)),
        bill("Nursery", "Children", 55...130, 14, rhythm: .weekly, rise: (9, 3...7), pause: [8]),
        bill("Video streaming", "Subscriptions", 6...18, 62, isNeed: false, rise: (6, 8...18)),
        bill("Music streaming", "Subscriptions", 10...18, 45, isNeed: false, rise: (8, 5...10)),
        bill("Gym", "Leisure", 20...48, 38, isNeed: false, rise: (1, 0...8)),
        bill("Transfer to savings", "Savings", 25...200, 45, isNeed: false),
        bill("Charity", "Giving", 5...25, 25, isNeed: false),
    ]

    static let habits: [Habit] = [
        habit("Groceries", "Groceries", 22...62, 5...9, 100, season: [11: 128, 0: 94]),
        habit(
            meter, "Utilities", 10...25, 3...6, 100,
            season: [0: 175, 1: 160, 2: 135, 4: 75, 5: 60, 6: 52, 7: 52, 8: 65, 10: 135, 11: 170]),
        habit("Petrol", "Car", 32...60, 1...4, 62, season: [6: 112, 7: 118]),
        habit("Bus and train", "Transport", 4...22, 2...8, 60, season: [7: 70, 11: 80]),
        habit("Eating out", "Eating out", 15...48, 1...5, 88, isNeed: false, season: [11: 155, 0: 70, 6: 115]),
        habit("Takeaway", "Eating out", 12...30, 1...4, 74, isNeed: false),
        habit("Pub", "Leisure", 12...38, 1...4, 58, isNeed: false, season: [11: 160, 0: 55]),
        habit("Clothes", "Clothes", 22...70, 1...2, 66, isNeed: false, season: [8: 125, 10: 130, 11: 120, 1: 70]),
        habit("Home and garden", "Home", 15...60, 1...3, 60, season: [3: 145, 4: 140, 11: 85, 1: 70]),
        habit("School things", "Children", 15...60, 1...2, 34, season: [8: 230, 7: 160]),
        habit("Chemist", "Health", 6...18, 1...2, 58),
        habit("Dentist", "Health", 26...75, 1...1, 10),
        habit("Car repair", "Car", 120...420, 1...1, 9),
        habit("Presents", "Giving", 15...55, 1...2, 36, isNeed: false, season: [11: 330, 10: 180, 0: 40]),
        habit("Holiday", "Holidays", 260...900, 1...1, 11, isNeed: false, season: [6: 190, 7: 210, 11: 60]),
        habit("Haircut", "Health", 12...45, 1...1, 55, isNeed: false),
    ]

    /// What comes round once a year in a month of the household's own, entered by hand: pounds, chance of having it.
    struct Yearly: Sendable {
        let name: String
        let category: String
        let isNeed: Bool
        let pounds: ClosedRange<Int>
        let chance: Int
    }

    static let yearly: [Yearly] = [
        Yearly(name: "Car tax", category: "Car", isNeed: true, pounds: 35...195, chance: 55),
        Yearly(name: "MOT and service", category: "Car", isNeed: true, pounds: 120...390, chance: 55),
        Yearly(name: "Boiler service", category: "Home", isNeed: true, pounds: 75...120, chance: 35),
        Yearly(name: "Vet check", category: "Pets", isNeed: true, pounds: 60...140, chance: 26),
        Yearly(name: "Summer holiday", category: "Holidays", isNeed: false, pounds: 500...2_200, chance: 60),
        Yearly(name: "School trip", category: "Children", isNeed: true, pounds: 60...260, chance: 25),
        Yearly(name: "Birthday presents", category: "Giving", isNeed: false, pounds: 40...160, chance: 70),
        Yearly(name: "More birthday presents", category: "Giving", isNeed: false, pounds: 30...110, chance: 50),
        Yearly(name: "Club membership", category: "Leisure", isNeed: false, pounds: 40...260, chance: 25),
        Yearly(name: "Glasses", category: "Health", isNeed: true, pounds: 60...240, chance: 20),
    ]

    static let work = ["Salary", "Wages", "NHS salary", "Teaching salary"]

    private static func bill(
        _ name: String, _ category: String, _ pounds: ClosedRange<Int>, _ chance: Int, isNeed: Bool = true,
        rhythm: Frequency = .monthly, rise: (month: Int, percent: ClosedRange<Int>)? = nil, pause: Set<Int> = []
    ) -> Bill {
        Bill(
            name: name, category: category, isNeed: isNeed, pounds: pounds, chance: chance, rhythm: rhythm, rise: rise,
            pause: pause)
    }

    private static func habit(
        _ name: String, _ category: String, _ pounds: ClosedRange<Int>, _ times: ClosedRange<Int>, _ chance: Int,
        isNeed: Bool = true, season: [Int: Int] = [:]
    ) -> Habit {
        Habit(
            name: name, category: category, isNeed: isNeed, pounds: pounds, times: times, chance: chance,
            season: (0..<12).map { season[$0] ?? 100 })
    }
}
