import Finance

extension DemoProfile {
    /// The person the demo token belongs to: something of everything, nothing extreme.
    static let featured = DemoProfile(
        number: 0, name: "Maya Hartwell", partner: 1,
        receipts: [
            Receipt(name: "Salary", amount: pounds(2_850), day: 25),
            Receipt(name: "Pottery classes", amount: pounds(240), day: 12),
        ],
        bills: featuredBills, habits: featuredHabits,
        allocations: [
            Allocation(name: "Food shop", amount: pounds(360), category: .needs, isHousehold: true),
            Allocation(name: "Eating out", amount: pounds(120), category: .wants),
            Allocation(name: "Fun", amount: pounds(90), category: .wants),
            Allocation(name: "Rainy day pot", amount: pounds(200), category: .savings),
        ],
        debts: [
            Owed(
                name: "Credit card", balance: pounds(2_400), rate: Rate(basisPoints: 1_990), payment: pounds(150),
                day: 5),
            Owed(
                name: "Car loan", balance: pounds(6_180), rate: Rate(basisPoints: 690), payment: pounds(215),
                extra: pounds(25), day: 14, isRateStated: false),
            Owed(
                name: "Store card", balance: pounds(320), rate: Rate(basisPoints: 2_990), payment: pounds(30), day: 21),
        ],
        goals: [
            Goal(name: "Lisbon holiday", target: pounds(1_800), saved: pounds(750), monthly: pounds(150)),
            Goal(name: "Emergency fund", target: pounds(6_000), saved: pounds(2_100), monthly: pounds(200)),
            Goal(name: "New bicycle", target: pounds(650), saved: pounds(650), monthly: pounds(65)),
        ])

    /// The featured person's partner, whose household budgets she sees.
    static let featuredPartner = DemoProfile(
        number: 1, name: "Daniel Hartwell", partner: 0,
        receipts: [Receipt(name: "Salary", amount: pounds(2_310), day: 28)],
        bills: [
            Bill(name: "Phone", amount: Money(pence: 21_00), category: .needs, day: 9),
            Bill(name: "Season ticket", amount: pounds(142), category: .needs, day: 2),
        ],
        habits: [Habit(name: "Five-a-side", typical: pounds(8), category: .wants, times: 2...4)],
        allocations: [
            Allocation(name: "House repairs", amount: pounds(150), category: .needs, isHousehold: true),
            Allocation(name: "Lunches", amount: pounds(80), category: .wants),
        ],
        goals: [Goal(name: "Running watch", target: pounds(300), saved: pounds(120), monthly: pounds(40))])

    /// Who may look at everyone.
    static let admin = DemoProfile(number: 2, name: "Priya Desmond", isAdmin: true)

    private static let featuredBills = [
        Bill(name: "Rent", amount: pounds(895), category: .needs, day: 1),
        Bill(name: "Council tax", amount: pounds(148), category: .needs, day: 3),
        Bill(name: "Energy", amount: Money(pence: 121_40), category: .needs, day: 8),
        Bill(name: "Water", amount: pounds(36), category: .needs, day: 11),
        Bill(name: "Broadband", amount: Money(pence: 29_99), category: .needs, day: 13),
        Bill(name: "Mobile", amount: pounds(15), category: .needs, day: 18),
        Bill(name: "Groceries", amount: Money(pence: 68_50), category: .needs, day: 6, rhythm: .weekly),
        Bill(name: "Petrol", amount: pounds(32), category: .needs, day: 4, rhythm: .weekly),
        Bill(name: "Car insurance", amount: Money(pence: 46_20), category: .needs, day: 20),
        Bill(name: "Netflix", amount: Money(pence: 12_99), category: .wants, day: 12),
        Bill(name: "Spotify", amount: Money(pence: 11_99), category: .wants, day: 16),
        Bill(name: "Gym", amount: Money(pence: 34_00), category: .wants, day: 2),
        Bill(name: "Rainy day transfer", amount: pounds(150), category: .savings, day: 26),
    ]

    private static let featuredHabits = [
        Habit(name: "Eating out", typical: pounds(31), category: .wants, times: 2...4, budget: "Eating out"),
        Habit(name: "Takeaway", typical: pounds(21), category: .wants, times: 1...2, budget: "Eating out"),
        Habit(name: "Coffee", typical: Money(pence: 3_80), category: .wants, times: 3...5, budget: "Fun"),
        Habit(name: "Cinema", typical: pounds(24), category: .wants, times: 0...2, budget: "Fun"),
        Habit(name: "Clothes", typical: pounds(48), category: .wants, times: 0...1),
        Habit(name: "Pharmacy", typical: pounds(12), category: .needs, times: 0...1),
    ]

    private static func pounds(_ value: Int64) -> Money { Money(pence: value * 100) }
}
