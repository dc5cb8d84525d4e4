import Analyses
import Finance
import Foundation
import Prompts
import TestKit
import Testing

@testable import Tools

@Suite("Toolbox")
struct ToolboxTests {
    @Test("Every tool has a title, a summary, and a closed schema; none takes anything that names a person")
    func specs() throws {
        #expect(Set(Toolbox.specs.map(\.name)).count == Toolbox.specs.count)
        for spec in Toolbox.specs {
            #expect(!spec.summary.isEmpty && Toolbox.title(of: spec.name) == spec.title)
            let schema = try #require(
                try JSONSerialization.jsonObject(with: Data(spec.parameters.text.utf8)) as? [String: Any])
            #expect(schema["additionalProperties"] as? Bool == false)
            let names = try #require(schema["properties"] as? [String: Any]).keys
            #expect(names.allSatisfy { !$0.lowercased().contains("user") && !$0.lowercased().hasSuffix("id") })
        }
    }

    @Test("What a model writes wrongly is told as data with a hint, and ends nothing")
    func faults() async throws {
        var bench = try Bench()
        let wrong = [
            ("get_money", "{}", "get_month"), ("get_month", #"{"user":"x"}"#, "allowed: month"),
            ("get_month", #"{"month":"April"}"#, "YYYY-MM"), ("get_month", #"{"month":4}"#, "must be text"),
            ("get_month", "[1]", "not a JSON object"), ("get_month", #"{"month":"#, "not a JSON object"),
            ("get_debts", #"{"all":true}"#, "no arguments"), ("compare_months", "{}", "first is missing"),
            ("list_transactions", #"{"limit":26}"#, "from 1 to 25"),
            ("list_transactions", #"{"kind":"all"}"#, "expenses, incomes"),
            ("list_transactions", #"{"min":-1}"#, "£0"), ("afford", #"{"amount":1e300}"#, "£100,000,000"),
            ("afford", #"{"amount":0}"#, "£0.01"), ("get_week", #"{"week":"17"}"#, "YYYY-Www"),
            ("simulate_debts", #"{"lump_sum":5,"lump_sum_month":0}"#, "from 1 to 1200"),
            ("what_if_goal", #"{"goal":"boat","monthly":5}"#, "no one open goal"),
            ("what_if_goal", #"{"goal":"boat"}"#, "nothing is changed"),
            ("compare_purchases", #"{"first_name":"a","first_price":7,"second_name":"b","second_price":8}"#, "£7.00"),
            ("compare_purchases", #"{"first_name":"a","first_price":7}"#, "no price the person named"),
            ("get_month", #"{"month":"\#(String(repeating: "x", count: 5_000))"}"#, "too long"),
        ]
        for (name, arguments, words) in wrong {
            let result = await bench.call(name, arguments)
            #expect(!result.isGood && result.figures.isEmpty && result.card == nil)
            #expect(result.text.contains(words), "\(name) \(arguments.prefix(60)): \(result.text)")
            #expect(result.text.contains(#""hint""#))
        }
    }

    private struct Told: Decodable { var facts: [String] }

    @Test("Every tool answers for every named person within its bytes, a line for each figure it gives and no other")
    func bounded() async throws {
        for person in [NamedPeople.maya, NamedPeople.dana, NamedPeople.omar, NamedPeople.mallory, NamedPeople.noah] {
            var bench = try Bench(person, question: "Can I afford £80?")
            for (name, arguments) in [
                ("get_month", "{}"), ("compare_months", #"{"first":"2026-03"}"#), ("get_budgets", ""),
                ("get_goals", "{}"), ("get_debts", "{}"), ("list_transactions", "{}"), ("afford", #"{"amount":80}"#),
                ("simulate_debts", #"{"extra":50,"lump_sum":500,"lump_sum_month":6}"#), ("budget_rule", "{}"),
                ("get_recurring", "{}"), ("get_week", #"{"week":"2026-W15"}"#), ("forecast", "{}"),
                ("afford", #"{"amount":80,"on":"2026-06-01","instalments":6}"#),
            ] {
                let result = await bench.call(name, arguments)
                #expect(result.isGood, "\(name): \(result.text.prefix(200))")
                #expect(result.text.utf8.count <= ToolAnswer.mostBytes)
                let told = try JSONDecoder().decode(Told.self, from: Data(result.text.utf8))
                #expect(told.facts.count == result.figures.count, "\(name)")
                for (line, figure) in zip(told.facts, result.figures) { #expect(line.contains(figure.printed)) }
            }
        }
    }

    @Test("A look-up of another month is of that month")
    func otherMonth() async throws {
        var bench = try Bench()
        let march = await bench.call("get_month", #"{"month":"2026-03"}"#)
        #expect(march.text.contains("Income in March 2026"))
        #expect(march.figures.first?.window == "2026-03")
    }

    @Test("Things to buy are compared at the prices the person wrote, a goal is tried out under its own name")
    func advice() async throws {
        var bench = try Bench(question: "The phone for £601 or that one at 23 a month for two years?")
        let prices = #"{"first_name":"phone","first_price":601,"second_name":"other","second_monthly":23}"#
        let compared = await bench.call("compare_purchases", prices)
        #expect(compared.isGood && compared.card?.kind == .comparison, "\(compared.text.prefix(300))")
        #expect(compared.figures.contains { $0.printed == "£601.00" })
        let goal = try #require(bench.review.snapshot.goals.first { !$0.isCompleted })
        let tried = await bench.call("what_if_goal", #"{"goal":"\#(goal.name.uppercased())","once":5}"#)
        #expect(tried.isGood && tried.card?.title == "What if: \(goal.name)", "\(tried.text.prefix(300))")
    }

    @Test("Without a published group there is no number about other people, and the reason is said")
    func peers() async throws {
        var none = try Bench()
        let refused = await none.call("peers")
        #expect(!refused.isGood && refused.text.contains("no peer data here"))
        let figure = try #require(none.review.figures.first)
        let card = Card(kind: .peer, title: "People like you", data: .null)
        var some = try Bench(peers: { .found([figure], card) })
        let found = await some.call("peers")
        #expect(found.isGood && found.figures == [figure] && found.card == card)
    }
}
