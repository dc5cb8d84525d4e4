import Analyses
import Finance
import TestKit
import Testing

@Suite("Debt overview")
struct DebtOverviewTests {
    @Test("Maya's debts to the penny")
    func maya() throws {
        let review = try Reviews.of(NamedPeople.maya)
        #expect(review.printed("debts.balance") == "£10,600.00")
        #expect(review.printed("debts.payment") == "£390.00")
        #expect(review.printed("debts.interest") == "£75.00")
        #expect(review.printed("debts.dti") == "10.68%")
        #expect(review.printed("debts.next_due") == "5 May 2026")
        #expect(review.printed("debt.66200000000000000000d001.rate") == "19.9%")
        #expect(review.printed("debt.66200000000000000000d002.rate") == "5.12%")
        #expect(review.basis("debt.66200000000000000000d002.rate")?.hasPrefix("estimate") == true)
    }

    @Test("all of many debts count; the cleared one is not shown; a growing one is marked")
    func omar() throws {
        let debts = try Reviews.of(NamedPeople.omar).debts
        #expect(debts.rows.map(\.debt.name) == ["Car", "Family", "Card A", "Payday loan", "Store card"])
        #expect(debts.totals.balance == Money(pence: 3_145_000))
        #expect(
            debts.card.data.text.contains(#""name":"Payday loan","balance":1200,"apr":110,"aprSource":"estimated""#))
        #expect(debts.card.data.text.components(of: #""isGrowing":true"#) == 1)
    }

    @Test("a share of no income is absent with the reason")
    func noIncome() throws {
        var documents = NamedPeople.omar
        documents.incomes = []
        let review = try Reviews.of(documents)
        #expect(review.printed("debts.dti") == "not known")
        #expect(review.basis("debts.dti") == "no income in April 2026")
    }

    @Test("without debts nothing is owed and nothing is due")
    func none() throws {
        let review = try Reviews.of(NamedPeople.noah)
        #expect(review.printed("debts.count") == "0")
        #expect(review.printed("debts.balance") == "not known")
        #expect(review.basis("debts.balance") == "no debts are recorded")
        #expect(review.printed("debts.next_due") == "not known")
        #expect(review.figures.first { $0.id == "debts.balance" }?.coverage == Coverage.none)
    }
}

extension String {
    fileprivate func components(of part: String) -> Int { ranges(of: part).count }
}
