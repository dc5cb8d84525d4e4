import Analyses
import Finance
import TestKit
import Testing

@Suite("Purchases side by side")
struct PurchaseComparisonTests {
    private func option(_ name: String, _ pence: Int64, monthly: Int64? = nil, months: Int? = nil) -> PurchaseOption {
        PurchaseOption(
            name: name, price: Money(pence: pence), monthly: monthly.map { Money(pence: $0) }, months: months)
    }

    private func maya(_ options: PurchaseOption..., left: Money? = nil) throws -> PurchaseComparison {
        try PurchaseComparison(options, in: NamedPeople.snapshot(of: NamedPeople.maya), expectedLeft: left)
    }

    @Test("what each option costs in all, this month, and leaves")
    func costs() throws {
        let comparison = try maya(option("New", 600_00), option("Plan", 50_00, monthly: 30_00, months: 24))
        #expect(comparison.effects.map(\.option.total) == [600_00, 770_00].map { Money(pence: $0) })
        #expect(comparison.effects.map(\.option.first) == [600_00, 80_00].map { Money(pence: $0) })
        #expect(comparison.effects.map(\.leftAfter) == [1_667_51, 2_187_51].map { Money(pence: $0) })
        #expect(comparison.effects.map(\.leftMonthly) == [nil, Money(pence: 2_037_51)])
        #expect(comparison.effects.map(\.verdict) == [.comfortable, .comfortable])
        #expect(
            comparison.findings.prefix(2).joined(separator: "|")
                == "“New” has the least in what is paid in all: £600.00.|“Plan” has the least in what is paid this month: £80.00."
        )
    }

    @Test("the delays are those of the same price asked about alone")
    func delays() throws {
        let snapshot = try NamedPeople.snapshot(of: NamedPeople.maya)
        let alone = Affordability(of: Money(pence: 3_000_00), in: snapshot)
        let effect = try maya(option("A", 3_000_00), option("B", 1_00)).effects[0]
        #expect(effect.goalMonths == alone.delays.goalMonths && effect.goalMonths == 5)
        #expect(effect.debtMonths == alone.delays.debtMonths)
    }

    @Test("a monthly cost beyond what a month leaves is short each month")
    func monthlyShort() throws {
        // £2,067.51 is left each month after saving: £32.49 short in the first, and so in each of the others.
        let effect = try maya(option("A", 0, monthly: 2_100_00, months: 3), option("B", 1_00)).effects[0]
        #expect(effect.delays?.shortfall == Money(pence: 3 * 32_49))
        #expect(effect.leftMonthly == Money(pence: -32_49))
        #expect(effect.goalMonths == 1)
    }

    @Test("a monthly cost without an end has no total and no delays, and says so")
    func endless() throws {
        let comparison = try maya(option("A", 0, monthly: 10_00), option("B", 1_00))
        #expect(comparison.effects[0].option.total == nil && comparison.effects[0].delays == nil)
        #expect(comparison.effects[0].reason == "its monthly cost has no end")
        #expect(!comparison.findings.contains { $0.contains("in all") })
        #expect(comparison.figures.first { $0.id == "compare_purchase.1.total" }?.basis == "it has no end")
    }

    @Test("ties are said as such")
    func ties() throws {
        let same = try maya(option("A", 10_00), option("B", 10_00))
        #expect(same.findings.first == "All options are the same in what is paid in all: £10.00.")
        let two = try maya(option("A", 10_00), option("B", 10_00), option("C", 20_00))
        #expect(two.findings.first == "“A” and “B” tie for the least in what is paid in all: £10.00.")
        #expect(
            two.findings.last == "All options are the same in months by which the debt-free date would move: 0 months.")
    }

    @Test("two to five options, each with a name and a price")
    func faults() throws {
        #expect(throws: PurchaseFault.tooFew) { try maya(option("A", 1)) }
        let six = (1...6).map { option("\($0)", 1) }
        let snapshot = try NamedPeople.snapshot(of: NamedPeople.maya)
        #expect(throws: PurchaseFault.tooMany) { try PurchaseComparison(six, in: snapshot) }
        #expect(try PurchaseComparison(Array(six.prefix(5)), in: snapshot).effects.count == 5)
        #expect(throws: PurchaseFault.noName(2)) { try maya(option("A", 1), option(" ", 1)) }
        #expect(throws: PurchaseFault.noPrice(1)) { try maya(option("A", -1), option("B", 1)) }
        #expect(PurchaseFault.tooMany.words == "At most 5 options can be compared at a time.")
    }

    @Test("a forecast's left takes the place of the records'")
    func forecast() throws {
        let comparison = try maya(option("A", 10_00), option("B", 20_00), left: Money(pence: 100_00))
        #expect(comparison.effects.map(\.leftAfter) == [90_00, 80_00].map { Money(pence: $0) })
    }

    @Test("without income nothing is made up")
    func noIncome() throws {
        let snapshot = try NamedPeople.snapshot(of: NamedPeople.noah)
        let comparison = try PurchaseComparison(
            [option("A", 10_00), option("B", 10_00, monthly: 1_00, months: 2)], in: snapshot)
        #expect(comparison.effects.allSatisfy { $0.verdict == .unknown && $0.leftAfter == nil })
        #expect(comparison.effects[1].reason == "what is left is not known")
        #expect(
            comparison.figures.filter { $0.id.hasSuffix(".left") }.allSatisfy { $0.value == nil && !$0.basis.isEmpty })
    }

    @Test("the table names every column it fills, and no amount makes it trap")
    func table() throws {
        let huge = Int64.max
        let comparison = try maya(
            option("A", huge, monthly: huge, months: 999), option("B", 5, monthly: huge, months: 0))
        #expect(comparison.effects[0].option.months == 120 && comparison.effects[1].option.months == 1)
        #expect(Set(comparison.figures.map(\.id)).count == 10 && comparison.card.kind == .comparison)
        let text = comparison.json.text
        for key in ["name", "total", "first", "verdict", "leftAfter", "goalMonths", "debtMonths", "debtFreeOn"] {
            #expect(text.contains("{\"key\":\"\(key)\"") && text.contains("\"\(key)\":"), "\(key)")
        }
        for word in ["recommend", "best", "should", "winner", "pick"] { #expect(!text.contains(word)) }
    }
}
