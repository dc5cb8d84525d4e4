import Analyses
import Finance
import TestKit
import Testing

@testable import Prompts

/// A model copies facts as they are given. Whatever an analysis prints must therefore pass the check as it stands.
@Suite("Every figure as its own fact line")
struct FigureLabelTests {
    private func figures(_ documents: SnapshotDocuments) throws -> [Figure] {
        let snapshot = try NamedPeople.snapshot(of: documents)
        let review = Review(of: snapshot)
        let plans = DebtPlan(of: snapshot).figures + review.affordability(of: Money(pence: 700_00)).figures
        let months = SpendingMonth(of: snapshot).figures + WeeklySummary(of: snapshot).figures
        return review.figures + plans + months + BudgetRule(of: snapshot).figures + ExpenseAudit(of: snapshot).figures
            + RiskAssessment(of: snapshot).figures + UpcomingPayments(of: snapshot).figures
    }

    @Test("“label: value” is backed for every figure of every analysis", arguments: NamedPeople.all.map(\.name))
    func backed(name: String) throws {
        let documents = try #require(NamedPeople.all.first { $0.name == name }?.documents)
        let figures = try figures(documents).filter { $0.value != nil }
        let evidence = Evidence(figures: figures)
        for figure in figures {
            let text = "\(FactsBlock.data(figure.label)): \(figure.printed)"
            #expect(NumberCheck(text, against: evidence).unverified == [], "\(figure.id): \(text)")
        }
    }
}
