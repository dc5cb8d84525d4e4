import Analyses
import Finance
import TestKit

/// Calculator documents as the backend stores them (contract 1.13), Maya's unless said otherwise.
enum StoredCalculations {
    static let savings = document(
        "66200000000000000000f009",
        [
            "amount": .int(500), "frequency": .string("Monthly"), "returnRate": .int(5), "years": .int(10),
            "inflationRate": .int(3), "taxRate": .int(20), "totalSavedBeforeTax": .double(77_641.14),
        ])
    static let loan = document(
        "66200000000000000000f010",
        ["principal": .int(10_000), "annualInterestRate": .int(5), "loanTermYears": .int(5)])
    static let futureValue = document(
        "66200000000000000000f011",
        ["initialAmount": .int(1_000), "annualInflationRate": .int(3), "years": .int(5)])
    static let historical = document(
        "66200000000000000000f012",
        [
            "fromYear": .int(2_020), "toYear": .int(2_024), "amount": .int(100),
            "equivalentAmountInToYear": .double(122.02), "purchasingPowerLost": .double(22.02),
            "countryCode": .string("GB"), "dataSource": .string("World Bank API"),
        ])

    static var all: CalculatorDocuments {
        CalculatorDocuments(savings: savings, loan: loan, futureValue: futureValue, historical: historical)
    }

    static func document(_ id: String, _ fields: [String: Document.Value]) -> Document {
        var fields = fields
        fields["_id"] = .id(id)
        fields["userId"] = .id(NamedPeople.mayaID.hex)
        return Document(fields)
    }

    /// A document with one field changed; nil takes it away.
    static func changed(_ document: Document, _ field: String, _ value: Document.Value?) -> Document {
        var document = document
        document.fields[field] = value
        return document
    }
}
