import Analyses
import Finance
import FoundationEssentials
import TestKit
import Testing

@Suite("Calculator tips")
struct CalculatorTipsTests {
    private func tips(
        _ documents: CalculatorDocuments = StoredCalculations.all, _ person: SnapshotDocuments = NamedPeople.maya,
        change: (inout Snapshot) -> Void = { _ in }
    ) throws -> CalculatorTips {
        var snapshot = try NamedPeople.snapshot(of: person)
        snapshot.person.id = NamedPeople.mayaID
        change(&snapshot)
        return CalculatorTips(of: snapshot, documents: documents)
    }

    private func text(_ calculator: Calculator, _ tips: CalculatorTips) -> String { tips[calculator]?.text ?? "" }

    @Test("a calculator never used has the contract's placeholder, word for word")
    func placeholders() throws {
        #expect(
            try tips(CalculatorDocuments()).legacyJSON.text
                == #"{"savingsTip":"Please run a Savings calculation to receive a personalized tip.","#
                + #""loanTip":"Please run a Loan calculation to receive a personalized tip.","#
                + #""futureValueTip":"Please run a Future Value calculation to receive a personalized tip.","#
                + #""historicalTip":"Please run a Historical Inflation calculation to receive a personalized tip."}"#)
    }

    @Test("a savings tip with debts puts the debts and the real month first")
    func savingsWithDebts() throws {
        let lines = text(.savings, try tips()).split(separator: "\n")
        #expect(lines[0] == "Your savings plan: £500.00 a month for 10 years at 5% a year.")
        #expect(lines[5] == "- Today's money less what you paid in: -£4,853.03")
        #expect(
            lines[6]
                == "Your debts beside this plan: payments of £390.00 a month, of which £75.00 is Capital Loss (interest)."
        )
        #expect(lines[7] == "In April 2026 your income is £3,650.50, and £2,267.51 is left after expenses.")
        #expect(lines[8] == "- Your dearest debt costs 19.9% a year; the plan assumes a return of 5% a year.")
        #expect(lines[9].hasPrefix("- While a debt costs more than savings earn"))
    }

    @Test("the warning goes when the debt is not dearer than the return")
    func cheapDebt() throws {
        func warns(_ basisPoints: Int) throws -> Bool {
            let made = try tips { snapshot in
                for index in snapshot.debts.indices {
                    snapshot.debts[index].annualRate = Rate(basisPoints: basisPoints)
                }
            }
            return text(.savings, made).contains("While a debt costs more")
        }
        #expect(try warns(501))
        #expect(try !warns(500))
    }

    @Test("without debts it speaks of growth")
    func savingsWithoutDebts() throws {
        let made = try tips { $0.debts = [] }
        #expect(text(.savings, made).contains("£17,641.14 of the total before tax is growth"))
        #expect(text(.savings, made).contains("by about 3% each year"))
        #expect(!text(.savings, made).contains("Your debts beside"))
    }

    @Test("a loan tip holds the loan against the real month")
    func loan() throws {
        let lines = text(.loan, try tips()).split(separator: "\n")
        #expect(lines[0] == "Borrowing £10,000.00 over 5 years at 5% a year: £188.71 a month.")
        #expect(lines[1] == "- To pay back in all: £11,322.74, of which £1,322.74 is Capital Loss (interest)")
        #expect(lines[2] == "- Debt payments each month: £390.00 now, £578.71 with this loan")
        #expect(lines[3] == "- Share of income that goes to debts: 10.68% now, 15.85% with this loan")
        #expect(lines[5] == "- With this loan's payment, £2,078.80 would be left.")
    }

    @Test("a month without income says so and states no share; a deficit is not hidden")
    func months() throws {
        let none = text(.loan, try tips { $0.incomes = [] })
        #expect(none.contains("not known, no income is recorded for April 2026"))
        #expect(!none.contains("would be left"))
        #expect(text(.loan, try tips(StoredCalculations.all, NamedPeople.dana)).contains("-£385.40 is left after"))
    }

    @Test("a price tip names the rate entered as its source and only a goal of that very price")
    func futureValue() throws {
        let plain = text(.futureValue, try tips())
        #expect(plain.hasPrefix("What costs £1,000.00 today would cost £1,159.27 in 5 years at 3% inflation a year."))
        #expect(plain.contains("Source: the 3% a year that you entered") && !plain.contains("goal"))
        let goal = text(.futureValue, try tips { $0.goals[0].target = Money(pence: 1_000_00) })
        #expect(goal.contains("Your goal “Lisbon holiday” aims at the same £1,000.00"))
        let two = try tips { snapshot in
            for index in 0..<2 {
                snapshot.goals[index].target = Money(pence: 1_000_00)
                snapshot.goals[index].isCompleted = false
            }
        }
        #expect(!text(.futureValue, two).contains("Your goal"))
    }

    @Test("fractional years are said in full")
    func years() throws {
        for (years, words) in [(1.5, "1.5 years"), (1, "1 year"), (2.25, "2.25 years"), (0.04, "0.04 years")] {
            let document = StoredCalculations.changed(StoredCalculations.futureValue, "years", .double(years))
            #expect(
                text(.futureValue, try tips(CalculatorDocuments(futureValue: document))).contains(" in \(words) at"))
        }
    }

    @Test("the World Bank is named by the historical tip and by no other")
    func worldBank() throws {
        let made = try tips()
        for tip in made.tips {
            #expect(tip.text.lowercased().contains("worldbank") == (tip.calculator == .historical))
        }
        #expect(text(.historical, made).contains("What cost £100.00 in 2020 cost about £122.02 in 2024"))
        #expect(text(.historical, made).contains("lost 18% of its buying power (Capital Loss)"))
        let other = StoredCalculations.changed(StoredCalculations.historical, "dataSource", .string("Made up"))
        #expect(!text(.historical, try tips(CalculatorDocuments(historical: other))).contains("worldbank"))
        let cheaper = StoredCalculations.changed(
            StoredCalculations.historical, "equivalentAmountInToYear", .double(99.5))
        #expect(text(.historical, try tips(CalculatorDocuments(historical: cheaper))).contains("Prices did not rise"))
    }

    @Test("a calculation that cannot be used says why and is still a string")
    func unreadable() throws {
        let document = StoredCalculations.changed(StoredCalculations.loan, "principal", .null)
        let made = try tips(CalculatorDocuments(loan: document))
        #expect(text(.loan, made).hasPrefix("Your latest Loan calculation could not be used: principal is missing"))
        #expect(made[.loan]?.key == nil)
        #expect(made.json.text.contains(#""reason":"principal is missing or is not a number""#))
    }

    @Test("every amount, percentage and year of a tip is a figure it carries", arguments: NamedPeople.all.map(\.name))
    func figures(name: String) throws {
        let person = try #require(NamedPeople.all.first { $0.name == name }?.documents)
        let made = try tips(StoredCalculations.all, person)
        for tip in made.tips {
            let printed = Set(tip.figures.map(\.printed))
            #expect(!printed.contains("not known"))
            for match in tip.text.matches(of: /-?£[\d,]+\.\d\d|-?\d+(?:\.\d+)?%|\bin 20\d\d\b/) {
                #expect(
                    printed.contains(String(match.output.replacing("in ", with: ""))),
                    "\(match.output) in \(tip.calculator)")
            }
        }
        #expect(Set(made.figures.map(\.id)).count == made.figures.count)
        #expect(made.card.kind == .calculator && made.card.data == made.json)
    }

    @Test("house style: plain text, no markup, no order to do anything, the disclaimer under each")
    func style() throws {
        for (_, person) in NamedPeople.all {
            for tip in try tips(StoredCalculations.all, person).tips {
                for word in [
                    "*", "#", "`", "http", "should", "must ", "borrow from", "consolidat", "guaranteed return",
                ] {
                    #expect(!tip.text.contains(word), "\(word) in \(tip.calculator)")
                }
                #expect(tip.text.contains("general information, not financial advice"))
                #expect(!tip.text.contains("\n\n"))
            }
        }
    }

    @Test("a tip is valid for its calculation and its figures only")
    func key() throws {
        let first = try #require(try tips()[.loan]?.key)
        #expect(first.calculationID == "66200000000000000000f010" && first.inputHash.utf8.count == 16)
        #expect(try tips()[.loan]?.key == first)
        var again = StoredCalculations.all
        again.loan = StoredCalculations.changed(StoredCalculations.loan, "_id", .id("66200000000000000000f099"))
        #expect(try tips(again)[.loan]?.key?.inputHash == first.inputHash)
        #expect(try tips(again)[.loan]?.key != first)
        again.loan = StoredCalculations.changed(StoredCalculations.loan, "principal", .double(10_000.01))
        #expect(try tips(again)[.loan]?.key != first)
        #expect(try tips { $0.debts[0].monthlyPayment += Money(pence: 1) }[.loan]?.key != first)
        #expect(try JSONDecoder().decode(TipKey.self, from: JSONEncoder().encode(first)) == first)
    }
}
