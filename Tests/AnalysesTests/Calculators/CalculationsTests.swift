import Analyses
import Finance
import TestKit
import Testing

@Suite("Stored calculations")
struct CalculationsTests {
    private func read(_ documents: CalculatorDocuments) -> Calculations {
        Calculations(documents, of: NamedPeople.mayaID)
    }

    @Test("the four documents of the sample data")
    func sample() {
        let made = read(StoredCalculations.all)
        #expect(made.savings.value?.totalBeforeTax == Money(pence: 77_641_14))
        #expect(made.loan.value?.monthlyPayment == Money(pence: 188_71))
        #expect(made.futureValue.value?.futureValue == Money(pence: 1_159_27))
        #expect(made.historical.value?.lost == Money(pence: 22_02))
        #expect(made.historical.value?.isFromWorldBank == true)
    }

    @Test("without documents there is nothing, and a stranger's or nameless document is nothing too")
    func none() {
        #expect(read(CalculatorDocuments()).savings == .none)
        let foreign = StoredCalculations.changed(StoredCalculations.loan, "userId", .id(NamedPeople.omarID.hex))
        #expect(read(CalculatorDocuments(loan: foreign)).loan == .none)
        let nameless = StoredCalculations.changed(StoredCalculations.loan, "_id", nil)
        #expect(read(CalculatorDocuments(loan: nameless)).loan == .none)
    }

    @Test(
        "numbers are read in whatever kind they are stored",
        arguments: [.int(5), .double(5), .decimal("5.00"), .string("5"), .string("5e0")] as [Document.Value])
    func kinds(rate: Document.Value) {
        let document = StoredCalculations.changed(StoredCalculations.loan, "annualInterestRate", rate)
        #expect(read(CalculatorDocuments(loan: document)).loan.value?.annualRate == 5)
    }

    @Test(
        "what is no number is a reason, never nothing",
        arguments: [nil, .null, .string("five"), .string("0x10"), .double(.nan), .bool(true), .decimal("NaN")]
            as [Document.Value?])
    func broken(rate: Document.Value?) {
        let document = StoredCalculations.changed(StoredCalculations.loan, "annualInterestRate", rate)
        #expect(read(CalculatorDocuments(loan: document)).loan == .unreadable(.unreadable("annualInterestRate")))
    }

    @Test("each field a formula needs is needed")
    func needed() {
        for field in ["amount", "returnRate", "years", "inflationRate", "taxRate"] {
            let document = StoredCalculations.changed(StoredCalculations.savings, field, nil)
            #expect(read(CalculatorDocuments(savings: document)).savings == .unreadable(.unreadable(field)))
        }
        for field in ["fromYear", "toYear", "amount"] {
            let document = StoredCalculations.changed(StoredCalculations.historical, field, nil)
            #expect(read(CalculatorDocuments(historical: document)).historical == .unreadable(.unreadable(field)))
        }
        let halfYear = StoredCalculations.changed(StoredCalculations.historical, "toYear", .double(2_024.5))
        #expect(read(CalculatorDocuments(historical: halfYear)).historical == .unreadable(.unreadable("toYear")))
    }

    @Test("a historical result is found from either stored amount, and without both there is none")
    func eitherResult() {
        var document = StoredCalculations.changed(StoredCalculations.historical, "equivalentAmountInToYear", nil)
        #expect(read(CalculatorDocuments(historical: document)).historical.value?.equivalent == Money(pence: 122_02))
        document = StoredCalculations.changed(document, "purchasingPowerLost", nil)
        #expect(
            read(CalculatorDocuments(historical: document)).historical
                == .unreadable(.unreadable("purchasingPowerLost")))
    }

    @Test("the rhythm is yearly unless it says monthly, as the backend has it")
    func rhythm() {
        let document = StoredCalculations.changed(StoredCalculations.savings, "frequency", .string("Fortnightly"))
        #expect(read(CalculatorDocuments(savings: document)).savings.value?.contributed == Money(pence: 5_000_00))
    }
}
