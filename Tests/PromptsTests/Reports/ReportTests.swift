import Analyses
import Finance
import TestKit
import Testing

@testable import Prompts

@Suite("Reports")
struct ReportTests {
    @Test("without data: the old service's three texts, no points, the same keys")
    func noData() throws {
        let noah = try NamedPeople.snapshot(of: NamedPeople.noah)
        let texts = [
            "Report could not be generated. Please ensure you have added expenses.",
            "Report not yet generated. Please ensure you have set up income and budgets.",
            "Report could not be generated. Please ensure you have added debts.",
        ]
        for (kind, text) in zip(ReportKind.allCases, texts) {
            let report = Report(kind, of: noah)
            #expect(report.isEmpty && report.figures.isEmpty)
            #expect(report.legacyJSON.text == "{\"summary\":\"\(text)\",\"insights\":[]}")
        }
    }

    @Test("the body has the keys and types of the old service, every string there and not null")
    func legacy() throws {
        let maya = try NamedPeople.snapshot(of: NamedPeople.maya)
        for kind in ReportKind.allCases {
            let shape = "{summary:string,insights:[{insight:string,suggestion:string,category:string}]}"
            #expect(Report(kind, of: maya).legacyJSON.shape == shape)
        }
    }

    @Test("the analysis beside the words is that of the analysis routes")
    func analysis() throws {
        let maya = try NamedPeople.snapshot(of: NamedPeople.maya)
        let expense = Report(.expense, of: maya).analysis
        #expect(
            expense == [
                "spending": SpendingMonth(of: maya).json, "recurring": ExpenseAudit(of: maya).json,
            ])
        #expect(Report(.budget, of: maya).analysis == BudgetRule(of: maya).json)
        let debt = Report(.debt, of: maya).analysis
        #expect(debt == DebtPlan(of: maya).json)
        let keys = debt.members.map(\.key)
        for key in [
            "currency", "extraMonthly", "debts", "strategies", "neverClears", "avalancheVsSnowball",
        ] {
            #expect(keys.contains(key))
        }
    }

    @Test("figures of the analyses keep their ids and values")
    func figures() throws {
        let omar = try NamedPeople.snapshot(of: NamedPeople.omar)
        let known = Dictionary(
            (Review(of: omar).figures + DebtPlan(of: omar).figures).map { ($0.id, $0.value) }
        ) { first, _ in first }
        let report = Report(.debt, of: omar)
        for figure in report.figures where !figure.id.hasPrefix("report.") {
            #expect(known[figure.id] == figure.value, "\(figure.id)")
        }
        #expect(report.figures.count { known[$0.id] != nil } > 10)
    }

    @Test("the hash changes with a figure and with a name, and with nothing else")
    func hash() throws {
        let base = Report(.debt, of: try NamedPeople.snapshot(of: NamedPeople.maya))
        func hash(_ change: (inout SnapshotDocuments) -> Void) throws -> String {
            var documents = NamedPeople.maya
            change(&documents)
            return Report(.debt, of: try NamedPeople.snapshot(of: documents)).inputHash
        }
        #expect(base.inputHash.hasSuffix("-w\(Report.wording)"))
        #expect(try hash { _ in } == base.inputHash)
        #expect(try hash { $0.debts[0].fields["amount"] = .int(2_401) } != base.inputHash)
        #expect(try hash { $0.debts[0].fields["name"] = .string("Blue card") } != base.inputHash)
        #expect(try hash { $0.user.fields["name"] = .string("May") } != base.inputHash)
        #expect(try hash { $0.savingGoals = [] } == base.inputHash)
    }

    @Test("a name that is none is left out, and the sentence still begins with a capital")
    func nameless() throws {
        var documents = NamedPeople.maya
        documents.user.fields["name"] = .string("maya@example.com")
        let snapshot = try NamedPeople.snapshot(of: documents)
        #expect(Report(.expense, of: snapshot).summary.hasPrefix("You have £1,382.99"))
        #expect(Report(.budget, of: snapshot).summary.hasPrefix("The 50/30/20 guide"))
        #expect(Report(.debt, of: snapshot).summary.hasPrefix("Your income"))
    }
}
