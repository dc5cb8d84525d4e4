import Analyses
import Embedded
import Finance
import Ports
import Testing

@Suite("Demo people have used the calculators")
struct DemoCalculationsTests {
    private static let people = 224

    @Test("The featured person has one of each, and the tips made of them are real ones")
    func featured() async throws {
        try await withStore { store in
            try await store.fillWithDemoPeople(count: 3, now: DemoPeopleTests.now)
            let user = DemoPeople.featured
            let calculations = Calculations(try await Calculators.embedded(store).newest(user), of: user)
            #expect(calculations.savings.value?.input.amount == Money(pence: 150_00))
            #expect(calculations.loan.value?.monthlyPayment == Money(pence: 156_45))
            #expect(calculations.futureValue.value?.futureValue == Money(pence: 1_909_62))
            #expect(calculations.historical.value?.equivalent == Money(pence: 1_220_16))
            let admin = try await Calculators.embedded(store).newest(DemoPeople.admin)
            #expect(admin == CalculatorDocuments())
        }
    }

    @Test("Results that are stored are those the calculators give, for everyone who has any")
    func stored() throws {
        let people = DemoPeople(now: DemoPeopleTests.now)
        var counts: [String: Int] = [:]
        for number in 0..<Self.people {
            for (collection, documents) in people.documents(of: number) where collection.hasSuffix("calculations") {
                let document = try #require(documents.first)
                #expect(documents.count == 1 && document["isDeleted"] == nil)
                counts[collection, default: 0] += 1
                try check(document, in: collection)
            }
        }
        #expect(counts.count == 4 && counts.values.allSatisfy { $0 >= 20 }, "\(counts)")
    }

    private func check(_ document: Document, in collection: String) throws {
        guard case .id(let hex) = document["userId"], let user = UserID(hex) else {
            Issue.record("a calculation has an owner")
            return
        }
        switch collection {
        case "savingcalculations":
            let value = try #require(Calculations(CalculatorDocuments(savings: document), of: user).savings.value)
            #expect(Money.reading(document["afterTax"]).money == value.afterTax)
        case "loanrepaymentcalculations":
            let value = try #require(Calculations(CalculatorDocuments(loan: document), of: user).loan.value)
            #expect(Money.reading(document["totalPayableAmount"]).money == value.totalPayable)
        case "inflationcalculations":
            let documents = CalculatorDocuments(futureValue: document)
            let value = try #require(Calculations(documents, of: user).futureValue.value)
            #expect(Money.reading(document["futureValue"]).money == value.futureValue)
        default:
            let documents = CalculatorDocuments(historical: document)
            let value = try #require(Calculations(documents, of: user).historical.value)
            #expect(Money.reading(document["purchasingPowerLost"]).money == value.lost)
        }
    }
}
