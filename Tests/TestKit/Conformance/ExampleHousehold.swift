import Finance
import FoundationEssentials
import Ports
import Testing

/// The worked example of the contract as documents, with ids of its own each time so that many fit in one store.
struct ExampleHousehold {
    static let now = Date(timeIntervalSince1970: 1_776_679_200)
    static let april = Month(containing: now)

    let user: UserID
    let partner: UserID
    var isDeleted = false

    init() throws {
        user = try Fresh.user()
        partner = try Fresh.user()
    }

    func read(_ snapshots: Snapshots) async throws -> Snapshot {
        try await snapshots.read(user, Self.april, Self.now)
    }

    /// By collection. `Cash` is beyond the example: a record without a flag, without a frequency, with a decimal.
    var documents: [(collection: String, documents: [Document])] {
        let needs = "Essential(Needs)"
        let rent = budget("Rent", 1150, needs, on: "2026-04-01", household: true)
        let car = budget("Car repair", 220, needs, on: "2026-04-17")
        var partners = budget("Groceries", 400, needs, on: "2026-04-05", household: true)
        var private1 = budget("Partner's gifts", 90, "Discretionary(Wants)", on: "2026-04-05")
        var salary = income("Partner's salary", .int(2500), on: "2026-04-25")
        for key in ["userId"] {
            partners.fields[key] = .id(partner.hex)
            private1.fields[key] = .id(partner.hex)
            salary.fields[key] = .id(partner.hex)
        }
        let stand = [
            budget("Eating out", 180, "Discretionary(Wants)", on: "2026-04-03"),
            budget("Emergency fund", 300, "Savings", on: "2026-04-03"),
        ]
        return [
            ("users", users), ("incomes", incomes + [salary]), ("budgets", [rent, car, partners, private1] + stand),
            ("expenses", expenses(rent: rent["_id"], car: car["_id"])), ("debts", debts), ("savinggoals", goals),
        ]
    }

    var users: [Document] {
        [person("Maya Thornton", user, with: partner), person("Daniel Thornton", partner, with: user)]
    }

    private func person(_ name: String, _ id: UserID, with other: UserID) -> Document {
        Document([
            "_id": .id(id.hex), "name": .string(name), "role": .string("USER"), "status": .string("active"),
            "email": .string("\(id.hex)@example.com"), "password": .string("never read"), "verified": .bool(true),
            "isDeleted": .bool(isDeleted && id == user), "partnerId": .id(other.hex),
        ])
    }

    private var incomes: [Document] {
        [
            income("Salary", .int(3200), on: "2026-04-25"), income("Salary", .int(3200), on: "2026-03-25"),
            income("Freelance design", .double(450.5), on: "2026-04-08", frequency: "on-off"),
        ]
    }

    private func expenses(rent: Document.Value?, car: Document.Value?) -> [Document] {
        var gym = expense("Gym", .int(35), on: "2026-04-05")
        gym.fields["isDeleted"] = .bool(true)
        var cash = expense("Cash", .decimal("10.00"), on: "2026-04-30")
        for key in ["isDeleted", "frequency"] { cash.fields[key] = nil }
        return [
            expense("Rent", .int(1150), on: "2026-04-01", budget: rent), expense("Rent", .int(1150), on: "2026-03-01"),
            expense("Rent", .int(1150), on: "2026-05-01"), expense("Netflix", .double(12.99), on: "2026-03-12"),
            expense("Netflix", .double(12.99), on: "2026-04-12"), expense("Netflix", .double(12.99), on: "2026-05-12"),
            expense("Car repair", .int(220), on: "2026-04-17", budget: car, frequency: "on-off"), gym, cash,
        ]
    }

    private var debts: [Document] {
        [
            debt("Credit card", 2400, pays: 150, capital: 110, interest: 40, ["userInterestRate": .double(19.9)]),
            debt("Car loan", 8200, pays: 240, capital: 205, interest: 35),
            debt("Store card", 0, pays: 0, capital: 0, interest: 0, ["payDueDate": .string("2025-11-30")]),
        ]
    }

    private var goals: [Document] {
        [
            goal("Lisbon holiday", 2400, saved: 600, monthly: 200, from: date("2026-01-05"), to: date("2027-01-05")),
            goal(
                "New laptop", 900, saved: 900, monthly: 150, from: .string("2025-09-01T00:00:00.000Z"),
                to: .string("2026-03-01T00:00:00.000Z")),
        ]
    }
}

extension ExampleHousehold {
    func income(_ name: String, _ amount: Document.Value, on day: String, frequency: String = "monthly") -> Document {
        record(["name": .string(name), "amount": amount, "receiveDate": date(day), "frequency": .string(frequency)])
    }

    func expense(
        _ name: String, _ amount: Document.Value, on day: String, budget: Document.Value? = nil,
        frequency: String = "monthly"
    ) -> Document {
        var document = record([
            "name": .string(name), "amount": amount, "endDate": date(day), "frequency": .string(frequency),
        ])
        document.fields["budgetId"] = budget
        return document
    }

    private func budget(_ name: String, _ amount: Int64, _ category: String, on day: String, household: Bool = false)
        -> Document
    {
        record([
            "name": .string(name), "amount": .int(amount), "category": .string(category), "createdAt": date(day),
            "type": .string(household ? "household" : "personal"), "frequency": .string("monthly"),
        ])
    }

    private func debt(
        _ name: String, _ balance: Int64, pays: Int64, capital: Int64, interest: Int64,
        _ others: [String: Document.Value] = [:]
    ) -> Document {
        var document = record([
            "name": .string(name), "amount": .int(balance), "monthlyPayment": .int(pays), "AdHocPayment": .int(0),
            "capitalRepayment": .int(capital), "interestRepayment": .int(interest), "payDueDate": date("2026-05-05"),
        ])
        document.fields.merge(others) { $1 }
        return document
    }

    private func goal(
        _ name: String, _ target: Int64, saved: Int64, monthly: Int64, from: Document.Value, to: Document.Value
    ) -> Document {
        record([
            "name": .string(name), "totalAmount": .int(target), "monthlyTarget": .int(monthly),
            "savedMoney": .int(saved), "date": from, "completeDate": to, "isCompleted": .bool(saved >= target),
            "completionRation": .double(Double(saved) / Double(target) * 100),
        ])
    }

    private func record(_ fields: [String: Document.Value]) -> Document {
        let owned: [String: Document.Value] = [
            "_id": .id(Fresh.id()), "userId": .id(user.hex), "isDeleted": .bool(false), "createdAt": date("2026-02-10"),
        ]
        return Document(fields.merging(owned) { given, _ in given })
    }

    private func date(_ text: String) -> Document.Value {
        guard let day = Day(text) else { preconditionFailure("\(text) is no day") }
        return .date(day.start)
    }
}
