internal import Analyses
internal import Finance
public import Mongo
public import Ports

extension Calculators {
    /// Calculations that the main backend stores, read only. An older backend has no such collections, and reading one
    /// that is not there finds nothing.
    public static func mongo(_ client: MongoClient) -> Calculators {
        Calculators { user async throws(PortError) in
            async let savings = newest(CalculatorCollection.savings, of: user, client)
            async let loan = newest(.loan, of: user, client)
            async let futureValue = newest(.futureValue, of: user, client)
            async let historical = newest(.historical, of: user, client)
            // Every part is waited for, so that none is cut short by another's failure and reported as cancelled.
            let parts = await (savings, loan, futureValue, historical)
            return CalculatorDocuments(
                savings: try parts.0.get(), loan: try parts.1.get(), futureValue: try parts.2.get(),
                historical: try parts.3.get())
        }
    }

    private static func newest(
        _ collection: CalculatorCollection, of user: UserID, _ client: MongoClient
    ) async -> Result<Document?, PortError> {
        let query = MongoQuery(
            ["userId": BSON(user)], projection: collection.projection, sort: ["_id": -1], limit: 1)
        do throws(MongoError) {
            return .success(try await client.findOne(query, in: collection.rawValue).map { Document($0) })
        } catch {
            return .failure(PortError(error))
        }
    }
}

/// Collections of calculations, with the fields that are read.
enum CalculatorCollection: String, CaseIterable {
    case savings = "savingcalculations"
    case loan = "loanrepaymentcalculations"
    case futureValue = "inflationcalculations"
    case historical = "inflationapicalculations"

    /// The fields, and whose it is.
    var projection: BSONDocument {
        BSONDocument((["userId", "createdAt"] + fields).map { BSONDocument.Element($0, 1) })
    }

    private var fields: [String] {
        switch self {
        case .savings: ["amount", "frequency", "returnRate", "years", "inflationRate", "taxRate"]
        case .loan: ["principal", "annualInterestRate", "loanTermYears"]
        case .futureValue: ["initialAmount", "annualInflationRate", "years"]
        case .historical:
            ["fromYear", "toYear", "amount", "equivalentAmountInToYear", "purchasingPowerLost", "dataSource"]
        }
    }
}
