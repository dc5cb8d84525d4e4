import Finance
import Foundation
import Testing

@testable import TestServers

/// The rows "list" of contract 7.
@Suite("Reading from the fake backend")
struct FakeRouteTests {
    @Test("lists hold a person's own live records; with none, budgets and debts are 404", arguments: FakeKind.allCases)
    func lists(kind: FakeKind) async throws {
        try await FakeBackend.with { fake in
            fake.seed(
                kind, Document(["_id": .id(NamedID.next()), "userId": .id(Scene.user.hex), "isDeleted": .bool(true)]))
            let empty = try await fake.ask("GET", "/\(kind.rawValue)")
            #expect(empty.status == (kind == .budgets || kind == .debts ? 404 : 200))
            _ = try await fake.ask("POST", "/\(kind.rawValue)", Bodies.good[kind] ?? "")
            _ = try await fake.ask("POST", "/\(kind.rawValue)", Bodies.good[kind] ?? "", as: Scene.other)
            let told = try await fake.ask("GET", "/\(kind.rawValue)?frequency=monthly")
            let goals = told.data.map { $0["goals"] }
            guard case .array(let list)? = kind == .goals ? goals ?? nil : told.body["data"]
            else { throw WaitedInVain("a list") }
            #expect(told.status == 200 && list.count == 1)
        }
    }

    @Test("one record is read by its id, whoever's it is; budgets have no such route")
    func single() async throws {
        let paths: [FakeKind: String] = [
            .incomes: "/incomes/income/", .expenses: "/expenses/expense/", .debts: "/debts/single/",
            .goals: "/saving-goals/",
        ]
        try await FakeBackend.with { fake in
            for (kind, path) in paths {
                _ = try await fake.ask("POST", "/\(kind.rawValue)", Bodies.good[kind] ?? "")
                let id = try fake.newest(kind)
                let told = try await fake.ask("GET", path + id, as: Scene.other)
                #expect(told.status == 200 && told.data?["_id"] == .string(id))
                #expect(try await fake.ask("GET", path + NamedID.next()).status == 404)
            }
            _ = try await fake.ask("POST", "/budgets", Bodies.good[.budgets] ?? "")
            #expect(try await fake.ask("GET", "/budgets/\(try fake.newest(.budgets))").message == "Not found")
        }
    }

    @Test("the current list of expenses shows what each is linked to, the older has no links")
    func populated() async throws {
        try await FakeBackend.with { fake in
            _ = try await fake.ask("POST", "/expenses", Bodies.linked)
            let list = try #require(try await fake.ask("GET", "/expenses").list)
            guard case .document(let expense)? = list.first, case .document(let budget)? = expense["budgetId"]
            else { throw WaitedInVain("a link") }
            #expect(
                budget.fields == [
                    "_id": .string(try fake.newest(.budgets)), "type": .string("personal"),
                    "category": .string("Discretionary(Wants)"),
                ])
        }
    }
}
