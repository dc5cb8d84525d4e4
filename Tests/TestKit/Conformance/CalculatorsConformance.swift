import Analyses
import Finance
import FoundationEssentials
public import Ports
import Testing

/// What every reader of calculations promises. Run with `@Test(arguments: CalculatorsConformance.checks)`.
public enum CalculatorsConformance {
    /// Every promise.
    public static let checks: [ConformanceCheck<Seeded<Calculators>>] = [
        ConformanceCheck("Whoever never used a calculator, or whose backend keeps none, has no calculation") {
            store async throws in
            #expect(try await store.port.newest(Fresh.user()) == CalculatorDocuments())
        },
        ConformanceCheck("The newest of each calculator is read with what was typed and what came out") {
            store async throws in
            let user = try Fresh.user()
            var expected = CalculatorDocuments()
            for second in [2, 9, 4] {
                let made = documents(of: user, second)
                for (collection, document) in made { try await store.insert(collection, [document]) }
                if second == 9 {
                    expected = CalculatorDocuments(
                        savings: made[0].1, loan: made[1].1, futureValue: made[2].1, historical: made[3].1)
                }
            }
            #expect(try await store.port.newest(user) == expected)
            let read = Calculations(expected, of: user)
            #expect(read.savings.value?.input.amount == Money(pence: 250_00))
            #expect(read.historical.value?.equivalent == Money(pence: 122_02))
        },
        ConformanceCheck("A calculator never used is none beside one that was") { store async throws in
            let user = try Fresh.user()
            let (collection, loan) = documents(of: user, 1)[1]
            try await store.insert(collection, [loan])
            #expect(try await store.port.newest(user) == CalculatorDocuments(loan: loan))
        },
        ConformanceCheck("Nobody is shown another person's calculation, however new") { store async throws in
            let (hers, his) = (try Fresh.user(), try Fresh.user())
            let own = documents(of: hers, 1)
            for (collection, document) in own + documents(of: his, 8) { try await store.insert(collection, [document]) }
            #expect(try await store.port.newest(hers).savings == own[0].1)
        },
    ]

    /// One use of each calculator, made at `second`, which its id begins with.
    private static func documents(of user: UserID, _ second: Int) -> [(String, Document)] {
        func document(_ fields: [String: Document.Value]) -> Document {
            let owned: [String: Document.Value] = [
                "_id": .id("0000000\(second)" + Fresh.id().dropFirst(8)), "userId": .id(user.hex),
                "createdAt": .date(Thread.instant(Double(second))),
            ]
            return Document(fields.merging(owned) { $1 })
        }
        return [
            (
                "savingcalculations",
                document([
                    "amount": .int(250), "frequency": .string("Monthly"), "returnRate": .double(4.5), "years": .int(5),
                    "inflationRate": .double(2.5), "taxRate": .int(20),
                ])
            ),
            (
                "loanrepaymentcalculations",
                document(["principal": .int(10_000), "annualInterestRate": .int(5), "loanTermYears": .int(5)])
            ),
            (
                "inflationcalculations",
                document(["initialAmount": .int(250), "annualInflationRate": .double(2.5), "years": .double(1.5)])
            ),
            (
                "inflationapicalculations",
                document([
                    "fromYear": .int(2020), "toYear": .int(2024), "amount": .int(100),
                    "equivalentAmountInToYear": .double(122.02), "purchasingPowerLost": .double(22.02),
                    "dataSource": .string("World Bank API"),
                ])
            ),
        ]
    }
}
