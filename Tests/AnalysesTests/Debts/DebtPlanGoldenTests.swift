import Analyses
import Finance
import Testing

/// The published vectors, to the penny.
@Suite("Golden debt plans")
struct DebtPlanGoldenTests {
    /// What one strategy must give.
    struct Expected: Sendable {
        var strategy: Strategy
        var months: Int
        var pence: Int64
        var order: [String]
        var remaining: [Int64] = []
    }

    private func check(_ plan: DebtPlan, _ expected: Expected) throws {
        let result = try #require(plan.plans[expected.strategy])
        #expect(result.clears && result.months == expected.months, "\(expected.strategy)")
        #expect(result.totalInterest == Money(pence: expected.pence), "\(expected.strategy)")
        #expect(result.payoffs.map { "\($0.name) \($0.month ?? -1)" } == expected.order)
        guard !expected.remaining.isEmpty else { return }
        #expect([1, 6, 12, 24].map { result.remaining(after: $0).pence } == expected.remaining)
    }

    @Test(
        "G1 with £50.00 extra",
        arguments: [
            Expected(
                strategy: .minimumOnly, months: 58, pence: 418_284,
                order: ["Overdraft loan 24", "Store card 28", "Car loan 47", "Card A 58"],
                remaining: [1_320_550, 1_194_193, 1_032_945, 678_549]),
            Expected(
                strategy: .avalanche, months: 36, pence: 276_283,
                order: ["Store card 9", "Overdraft loan 24", "Card A 28", "Car loan 36"],
                remaining: [1_315_550, 1_161_925, 962_620, 514_310]),
            Expected(
                strategy: .snowball, months: 37, pence: 279_974,
                order: ["Store card 9", "Overdraft loan 15", "Card A 28", "Car loan 37"],
                remaining: [1_315_550, 1_161_925, 962_856, 517_527]),
            Expected(
                strategy: .minimumRollover, months: 43, pence: 364_518,
                order: ["Overdraft loan 24", "Store card 25", "Card A 39", "Car loan 43"]),
        ])
    func g1(expected: Expected) throws { try check(Portfolios.plan(Portfolios.g1, extra: 50), expected) }

    @Test("G1 with a lump sum of £500.00 in the sixth month")
    func g1Lump() throws {
        try check(
            Portfolios.plan(Portfolios.g1, extra: 50) { $0.lumpSums = [6: Money(pence: 50_000)] },
            Expected(
                strategy: .avalanche, months: 35, pence: 245_257,
                order: ["Store card 6", "Overdraft loan 24", "Card A 25", "Car loan 35"]))
    }

    @Test("G1 without extra money is the same in either order, and the same as minimums with rollover")
    func g1NoExtra() throws {
        let order = ["Overdraft loan 24", "Store card 25", "Card A 39", "Car loan 43"]
        for strategy in [Strategy.avalanche, .snowball, .minimumRollover] {
            try check(
                Portfolios.plan(Portfolios.g1),
                Expected(strategy: strategy, months: 43, pence: 364_518, order: order))
        }
    }

    @Test(
        "G1 with £200.00 extra",
        arguments: [
            Expected(
                strategy: .avalanche, months: 26, pence: 172_999,
                order: ["Store card 3", "Card A 14", "Overdraft loan 15", "Car loan 26"]),
            Expected(
                strategy: .snowball, months: 26, pence: 179_278,
                order: ["Store card 3", "Overdraft loan 7", "Card A 16", "Car loan 26"]),
        ])
    func g1More(expected: Expected) throws { try check(Portfolios.plan(Portfolios.g1, extra: 200), expected) }

    @Test(
        "G2 with £150.00 extra",
        arguments: [
            Expected(
                strategy: .minimumOnly, months: 73, pence: 726_715, order: ["Small 20", "Loan 38", "Big card 73"],
                remaining: [888_388, 828_620, 752_849, 595_898]),
            Expected(
                strategy: .avalanche, months: 27, pence: 233_907, order: ["Small 20", "Big card 25", "Loan 27"],
                remaining: [873_388, 732_824, 546_011, 100_780]),
            Expected(
                strategy: .snowball, months: 29, pence: 314_802, order: ["Small 3", "Loan 13", "Big card 29"],
                remaining: [873_388, 738_275, 569_046, 171_349]),
        ])
    func g2(expected: Expected) throws { try check(Portfolios.plan(Portfolios.g2, extra: 150), expected) }

    @Test("G2: the smallest first and then by rate costs £162.17 more and clears a first debt in month 3")
    func g2FirstWin() throws {
        let choices = Portfolios.plan(Portfolios.g2, extra: 150).firstWins
        #expect(choices.map(\.count) == [0, 1, 2, 3])
        #expect(choices.map(\.price) == [0, 16_217, 80_895, 80_895].map { Money(pence: $0) })
        #expect(choices[1].plan.totalInterest == Money(pence: 250_124))
        #expect(choices[1].plan.months == 27 && choices[1].plan.firstWinMonth == 3)
        #expect(choices[1].plan.payoffs.map(\.name) == ["Small", "Big card", "Loan"])
    }

    @Test("G3: one debt takes 25 months and £2,266.06, whatever the strategy")
    func g3() throws {
        for strategy in [Strategy.minimumOnly, .minimumRollover, .avalanche, .snowball] {
            try check(
                Portfolios.plan(Portfolios.g3),
                Expected(strategy: strategy, months: 25, pence: 226_606, order: ["Card 25"]))
        }
    }

    @Test("G4 never clears, is flagged from month 1 and needs at least £166.26 a month")
    func g4() throws {
        let plan = Portfolios.plan(Portfolios.g4)
        let minimums = try #require(plan.plans[.minimumOnly])
        #expect(!minimums.clears && minimums.months == nil && minimums.totalInterest == nil)
        let debt = try #require(plan.neverClears.first)
        #expect(debt.monthlyInterest == Money(pence: 16_625) && debt.fromMonth == 1)
        #expect(debt.breakEvenPayment.description == "£166.26")
        #expect(plan.json.text.contains(#""minimum_only":{"clears":false,"months":null,"debtFreeOn":null"#))
        #expect(plan.json.text.contains(#""monthlyInterest":166.25,"breakEvenPayment":166.26"#))
    }
}
