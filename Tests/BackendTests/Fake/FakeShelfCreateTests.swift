import Finance
import Foundation
import Testing

@testable import TestServers

/// The rows "add …" of contract 7, with the stored fields of contract 1.2 to 1.6.
@Suite("New records of the fake backend")
struct FakeShelfCreateTests {
    static let noon = Date.reading(text: "2026-04-20T10:00:00.120Z")

    private func with(_ shape: FakeBackend.Shape = .current, _ body: (FakeBackend) async throws -> Void) async throws {
        let noon = try #require(Self.noon)
        try await FakeBackend.with(shape, now: { noon }, body)
    }

    @Test("incomes and expenses answer 200, the others 201", arguments: FakeBackend.Shape.allCases, FakeKind.allCases)
    func statuses(shape: FakeBackend.Shape, kind: FakeKind) async throws {
        try await with(shape) { fake in
            let told = try await fake.ask("POST", "/\(kind.rawValue)", Bodies.good[kind] ?? "")
            #expect(told.status == (kind == .incomes || kind == .expenses ? 200 : 201))
            #expect(told.body["statusCode"] == .int(Int64(told.status)))
            let stored = try #require(fake.records(kind).first)
            #expect(stored["userId"] == .id(Scene.user.hex) && stored["isDeleted"] == .bool(false))
            #expect(stored["__v"] == .int(0) && stored["createdAt"] == .at("2026-04-20T10:00:00.120Z"))
        }
    }

    @Test(
        "an expense with a category comes back as the contract's example, and its budget stands in the expense's month")
    func linked() async throws {
        try await with { fake in
            let told = try await fake.ask("POST", "/expenses", Bodies.linked)
            let budget = try fake.newest(.budgets)
            var data = try #require(told.data)
            #expect(data["_id"] == .string(try fake.newest(.expenses)) && data["budgetId"] == .string(budget))
            data.fields["_id"] = nil
            data.fields["budgetId"] = nil
            #expect(
                data.fields == [
                    "name": .string("Gym"), "amount": .int(35), "endDate": .string("2026-05-02T00:00:00.000Z"),
                    "frequency": .string("monthly"), "userId": .string(Scene.user.hex), "isDeleted": .bool(false),
                    "createdAt": .string("2026-04-20T10:00:00.120Z"), "updatedAt": .string("2026-04-20T10:00:00.120Z"),
                    "__v": .int(0),
                ])
            let stored = try #require(fake.records(.budgets).first)
            #expect(stored["createdAt"] == .at("2026-05-02") && stored["updatedAt"] == .at("2026-05-02"))
            #expect(stored.text("category") == "Discretionary(Wants)" && stored.text("type") == "personal")
            #expect(stored["amount"] == .int(35) && stored.text("name") == "Gym")
            #expect(stored["expensesId"] == .id(try fake.newest(.expenses)))
        }
    }

    @Test(
        "the budget repeats monthly unless the expense is a single one",
        arguments: [("on-off", "on-off"), ("weekly", "monthly"), ("monthly", "monthly"), ("yearly", "monthly")])
    func budgetFrequency(expense: String, budget: String) async throws {
        try await with { fake in
            let body = Bodies.linked.replacingOccurrences(of: "\"monthly\"", with: "\"\(expense)\"")
            _ = try await fake.ask("POST", "/expenses", body)
            #expect(fake.records(.budgets).first?.text("frequency") == budget)
        }
    }

    @Test("the older backend knows no category of an expense, and one half of a category makes no budget")
    func noCategory() async throws {
        try await with(.older) { fake in
            let told = try await fake.ask("POST", "/expenses", Bodies.linked)
            #expect(told.status == 200 && told.data?["budgetId"] == nil && told.data?["category"] == nil)
            #expect(fake.records(.budgets).isEmpty)
        }
        try await with { fake in
            let body = Bodies.linked.replacingOccurrences(of: #""type":"personal","#, with: "")
            let told = try await fake.ask("POST", "/expenses", body)
            #expect(told.status == 200 && told.data?["budgetId"] == nil)
            #expect(fake.records(.budgets).isEmpty)
        }
    }

    @Test("an impossible kind of budget is refused after the expense was stored")
    func lateRefusal() async throws {
        try await with { fake in
            let body = Bodies.linked.replacingOccurrences(of: "personal", with: "secret")
            let told = try await fake.ask("POST", "/expenses", body)
            #expect(told.status == 400 && told.message != "Validation Error" && told.paths == ["type"])
            #expect(fake.records(.expenses).count == 1 && fake.records(.budgets).isEmpty)
            #expect(fake.records(.expenses).first?["budgetId"] == nil)
        }
    }

    @Test(
        "the current backend keeps the calendar day of an instant; the older keeps the instant, and texts as they come")
    func days() async throws {
        let instant = "2026-05-03T23:30:00.000Z"
        for (shape, date) in [(FakeBackend.Shape.current, "2026-05-03"), (.older, instant)] {
            try await with(shape) { fake in
                for (kind, key) in [(FakeKind.incomes, "receiveDate"), (.expenses, "endDate")] {
                    let body = #"{"name":"Any","amount":1,"\#(key)":"\#(instant)"}"#
                    _ = try await fake.ask("POST", "/\(kind.rawValue)", body)
                    #expect(fake.records(kind).first?[key] == .at(date))
                    #expect(fake.records(kind).first?.text("frequency") == "on-off")
                }
                _ = try await fake.ask("POST", "/debts", Bodies.debt(instant))
                let due = fake.records(.debts).first?["payDueDate"]
                #expect(due == (shape == .current ? .at(date) : .string(instant)))
            }
        }
    }

    @Test("a date that is none is 400; for the older backend a due day is any text")
    func noDate() async throws {
        try await with { fake in
            for (kind, body) in Bodies.good where kind != .budgets {
                let spoilt = body.replacing(#/"20\d\d-\d\d-\d\d"/#, with: "\"soon\"")
                let told = try await fake.ask("POST", "/\(kind.rawValue)", spoilt)
                #expect(told.status == 400)
                #expect(fake.records(kind).isEmpty)
            }
        }
        try await with(.older) { fake in
            let told = try await fake.ask("POST", "/debts", Bodies.debt("the 3rd"))
            #expect(told.status == 201)
            #expect(fake.records(.debts).first?["payDueDate"] == .string("the 3rd"))
        }
    }

    @Test(
        "rates of debts, ratios and repetitions of budgets are kept by the current backend alone",
        arguments: FakeBackend.Shape.allCases)
    func kept(shape: FakeBackend.Shape) async throws {
        try await with(shape) { fake in
            _ = try await fake.ask("POST", "/debts", Bodies.debt("2026-05-03", #","userInterestRate":24.9"#))
            #expect(fake.records(.debts).first?["userInterestRate"] == (shape == .current ? .double(24.9) : nil))
            #expect(fake.records(.debts).first?["completionRatio"] == (shape == .current ? .int(0) : nil))
            _ = try await fake.ask("POST", "/budgets", Bodies.good[.budgets] ?? "")
            #expect(fake.records(.budgets).first?.text("frequency") == (shape == .current ? "monthly" : nil))
        }
    }

    @Test("a key that is a field is stored though nobody documents it; another owner is not")
    func notStripped() async throws {
        try await with { fake in
            let body =
                #"{"name":"Pay","amount":1,"receiveDate":"2026-05-01","isDeleted":true,"userId":"\#(Scene.other)","x":1}"#
            _ = try await fake.ask("POST", "/incomes", body)
            let stored = try #require(fake.records(.incomes).first)
            #expect(stored["isDeleted"] == .bool(true) && stored["x"] == nil && stored["userId"] == .id(Scene.user.hex))
        }
    }
}
