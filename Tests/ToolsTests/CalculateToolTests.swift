import Analyses
import Finance
import TestKit
import Testing

@testable import Tools

@Suite("Calculate")
struct CalculateToolTests {
    private func value(_ arguments: String, question: String = "") async throws -> Figure.Value? {
        var bench = try Bench(question: question)
        return await bench.call("calculate", arguments).figures.first?.value
    }

    /// Income of April 2026 in the worked example.
    private var income: Money { get throws { try #require(try Bench().review.snapshot.thisMonth.incomeIfAny) } }

    @Test("Known amounts and small whole numbers may be worked with, to the penny")
    func known() async throws {
        let income = try income
        let pounds = "\(Double(income.pence) / 100)"
        #expect(
            try await value(#"{"operation":"multiply","amount":\#(pounds),"number":12}"#)
                == .money(Money(pence: income.pence * 12)))
        #expect(
            try await value(#"{"operation":"subtract","amount":\#(pounds),"number":50}"#, question: "minus £50?")
                == .money(Money(pence: income.pence - 5_000)))
        #expect(
            try await value(#"{"operation":"percent_of","amount":\#(pounds),"number":10}"#, question: "10% of it")
                == .money(Money(pence: (income.pence + 5) / 10)))
    }

    @Test("A number from nowhere is refused, as amount and as operand")
    func invented() async throws {
        #expect(try await value(#"{"operation":"multiply","amount":4321.09,"number":12}"#) == nil)
        let pounds = "\(Double(try income.pence) / 100)"
        #expect(try await value(#"{"operation":"add","amount":\#(pounds),"number":77.77}"#) == nil)
        #expect(try await value(#"{"operation":"multiply","amount":\#(pounds),"number":121}"#) == nil)
        #expect(try await value(#"{"operation":"multiply","amount":\#(pounds),"number":1.5}"#) == nil)
        #expect(try await value(#"{"operation":"percent_of","amount":\#(pounds),"number":17}"#) == nil)
    }

    @Test("A result may be worked with in turn")
    func chained() async throws {
        var bench = try Bench(question: "£100 and £20")
        let first = await bench.call("calculate", #"{"operation":"subtract","amount":100,"number":20}"#)
        #expect(first.figures.first?.id == "calc.1")
        let second = await bench.call("calculate", #"{"operation":"divide","amount":80,"number":3}"#)
        #expect(second.figures.first?.value == .money(Money(pence: 2_667)))
        #expect(second.figures.first?.id == "calc.2")
    }

    @Test("Nothing is divided by nothing, and nothing grows without bound")
    func limits() async throws {
        let question = "£999,999,999 and 0"
        #expect(try await value(#"{"operation":"divide","amount":999999999,"number":0}"#, question: question) == nil)
        #expect(try await value(#"{"operation":"share","amount":999999999,"number":0}"#, question: question) == nil)
        #expect(try await value(#"{"operation":"add","amount":1e12,"number":1}"#, question: question) == nil)
    }
}
