import Finance
import Foundation
import Testing

@testable import TestServers

/// The bold keys and bounds of contract 7.
@Suite("What the fake backend refuses")
struct FakeRulesTests {
    static let required: [FakeKind: Set<String>] = [
        .incomes: ["name", "amount", "receiveDate"], .expenses: ["name", "amount", "endDate"],
        .budgets: ["name", "amount", "type", "category"],
        .debts: [
            "name", "amount", "monthlyPayment", "AdHocPayment", "capitalRepayment", "interestRepayment", "payDueDate",
        ], .goals: ["name", "totalAmount", "monthlyTarget", "date"],
    ]

    @Test("every missing key is named in one answer", arguments: FakeKind.allCases)
    func missing(kind: FakeKind) async throws {
        try await FakeBackend.with { fake in
            let told = try await fake.ask("POST", "/\(kind.rawValue)", "{}")
            #expect(told.status == 400 && told.message == "Validation Error")
            #expect(Set(told.paths) == Self.required[kind] && told.body["statusCode"] == .int(400))
            #expect(fake.records(kind).isEmpty)
        }
    }

    @Test(
        "names have two letters, amounts are not below zero, and both are of their kind",
        arguments: [
            (#""Pay""#, #""P""#, ["name"]), (#""Pay""#, #""Pa""#, []), (#""Pay""#, "7", ["name"]),
            ("2000", "-0.01", ["amount"]), ("2000", "0", []), ("2000", #""2000""#, ["amount"]),
            ("2000", "null", ["amount"]),
            (#""2026-05-01""#, "5", ["receiveDate"]), (#""monthly""#, "5", ["frequency"]),
        ])
    func bounds(old: String, new: String, paths: [String]) async throws {
        try await FakeBackend.with { fake in
            let body = (Bodies.good[.incomes] ?? "").replacingOccurrences(of: old, with: new)
            let told = try await fake.ask("POST", "/incomes", body)
            #expect(told.paths == paths && told.status == (paths.isEmpty ? 200 : 400))
        }
    }

    @Test(
        "a repetition that is none is refused with the database's words, when a record is made",
        arguments: [
            (FakeKind.incomes, "weekly"), (.expenses, "daily"), (.budgets, "yearly"), (.incomes, "one-off"),
        ])
    func repetition(kind: FakeKind, word: String) async throws {
        try await FakeBackend.with { fake in
            let body = (Bodies.good[kind] ?? "").replacing(
                #/(,"frequency":"monthly")?}$/#, with: #","frequency":"\#(word)"}"#)
            let told = try await fake.ask("POST", "/\(kind.rawValue)", body)
            #expect(told.status == 400 && told.message != "Validation Error" && told.paths == ["frequency"])
            #expect(fake.records(kind).isEmpty)
        }
    }

    @Test("a kind of budget that is none is refused by the validator")
    func budgetType() async throws {
        try await FakeBackend.with { fake in
            let body = (Bodies.good[.budgets] ?? "").replacingOccurrences(of: "personal", with: "secret")
            let told = try await fake.ask("POST", "/budgets", body)
            #expect(told.status == 400 && told.message == "Validation Error" && told.paths == ["type"])
        }
    }
}
