import Finance
import Foundation
import Testing

@testable import TestServers

/// The rows "edit …" of contract 7 and its paragraph on safety.
@Suite("Changes by the fake backend")
struct FakeShelfChangeTests {
    @Test("nobody checks whose record it is", arguments: FakeKind.allCases)
    func noOwner(kind: FakeKind) async throws {
        try await FakeBackend.with { fake in
            _ = try await fake.ask("POST", "/\(kind.rawValue)", Bodies.good[kind] ?? "")
            let path = "/\(kind.rawValue)/\(try fake.newest(kind))"
            let told = try await fake.ask("PATCH", path, #"{"name":"Taken"}"#, as: Scene.other)
            #expect(told.status == 200 && told.data?.text("name") == "Taken")
            #expect(fake.records(kind).first?["userId"] == .id(Scene.user.hex))
        }
    }

    @Test("a change may even give the record away or delete it: bodies are not stripped")
    func notStripped() async throws {
        try await FakeBackend.with { fake in
            _ = try await fake.ask("POST", "/incomes", Bodies.good[.incomes] ?? "")
            let path = "/incomes/\(try fake.newest(.incomes))"
            _ = try await fake.ask("PATCH", path, #"{"userId":"\#(Scene.other)","isDeleted":true,"other":1}"#)
            let stored = try #require(fake.records(.incomes).first)
            #expect(stored["userId"] == .id(Scene.other.hex) && stored["isDeleted"] == .bool(true))
            #expect(stored["other"] == nil)
        }
    }

    @Test("a record that is gone, deleted or never was is 404, an id that is none 400", arguments: FakeKind.allCases)
    func gone(kind: FakeKind) async throws {
        try await FakeBackend.with { fake in
            let id = NamedID.next()
            fake.seed(kind, Document(["_id": .id(id), "userId": .id(Scene.user.hex), "isDeleted": .bool(true)]))
            for (name, status) in [(id, 404), (NamedID.next(), 404), ("nonsense", 400)] {
                let told = try await fake.ask("PATCH", "/\(kind.rawValue)/\(name)", "{}")
                #expect(told.status == status)
            }
        }
    }

    @Test("a change looks at kinds of values and at no list of words")
    func noLists() async throws {
        try await FakeBackend.with { fake in
            _ = try await fake.ask("POST", "/expenses", Bodies.good[.expenses] ?? "")
            let path = "/expenses/\(try fake.newest(.expenses))"
            #expect(try await fake.ask("PATCH", path, #"{"frequency":"now and then"}"#).status == 200)
            #expect(fake.records(.expenses).first?.text("frequency") == "now and then")
            #expect(try await fake.ask("PATCH", path, #"{"amount":"5"}"#).paths == ["amount"])
            #expect(try await fake.ask("PATCH", path, #"{"endDate":"soon"}"#).status == 400)
        }
    }

    @Test("a changed date keeps its time of day")
    func timeOfDay() async throws {
        try await FakeBackend.with { fake in
            _ = try await fake.ask("POST", "/incomes", Bodies.good[.incomes] ?? "")
            let path = "/incomes/\(try fake.newest(.incomes))"
            let told = try await fake.ask("PATCH", path, #"{"receiveDate":"2026-05-04T15:20:00+01:00"}"#)
            #expect(told.data?.text("receiveDate") == "2026-05-04T14:20:00.000Z")
        }
    }

    @Test("the linked budget follows only when all four are sent")
    func linkedBudget() async throws {
        let four = ["category": #""Savings""#, "type": #""household""#, "amount": "40", "frequency": #""on-off""#]
        for left in Array(four.keys).map(Optional.some) + [nil] {
            try await FakeBackend.with { fake in
                _ = try await fake.ask("POST", "/expenses", Bodies.linked)
                let sent = four.filter { $0.key != left }.map { #""\#($0.key)":\#($0.value)"# }.joined(separator: ",")
                _ = try await fake.ask("PATCH", "/expenses/\(try fake.newest(.expenses))", "{\(sent)}")
                let budget = try #require(fake.records(.budgets).first)
                let isMoved = left == nil
                #expect(budget["amount"] == .int(isMoved ? 40 : 35))
                #expect(budget.text("category") == (isMoved ? "Savings" : "Discretionary(Wants)"))
                #expect(budget.text("type") == (isMoved ? "household" : "personal"))
                #expect(budget.text("frequency") == (isMoved ? "on-off" : "monthly"))
                #expect(fake.records(.expenses).first?["category"] == nil)
            }
        }
    }

    @Test("a changed debt has one month's payment as its ratio, at most 100, in the current backend alone")
    func ratio() async throws {
        for shape in FakeBackend.Shape.allCases {
            try await FakeBackend.with(shape) { fake in
                _ = try await fake.ask("POST", "/debts", Bodies.debt("2026-05-03"))
                let path = "/debts/\(try fake.newest(.debts))"
                for (amount, ratio) in [("500", 12.0), ("60", 100), ("10", 100)] {
                    _ = try await fake.ask("PATCH", path, #"{"amount":\#(amount)}"#)
                    let stored = fake.records(.debts).first?["completionRatio"]
                    #expect(stored == (shape == .current ? .number(ratio) : nil))
                }
            }
        }
    }

    @Test("a change is dated and the making is not touched")
    func dates() async throws {
        let clock = Watched(try #require(Date.reading(text: "2026-05-01T10:00:00.000Z")))
        try await FakeBackend.with(now: { clock.read { $0 } }) { fake in
            _ = try await fake.ask("POST", "/budgets", Bodies.good[.budgets] ?? "")
            clock.change { $0.addTimeInterval(60) }
            let path = "/budgets/\(try fake.newest(.budgets))"
            _ = try await fake.ask("PATCH", path, #"{"amount":1,"createdAt":"2020-01-01"}"#)
            let stored = try #require(fake.records(.budgets).first)
            #expect(stored["createdAt"] == .at("2026-05-01T10:00:00.000Z"))
            #expect(stored["updatedAt"] == .at("2026-05-01T10:01:00.000Z"))
        }
    }
}
