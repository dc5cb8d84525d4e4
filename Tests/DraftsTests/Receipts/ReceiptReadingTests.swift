import Analyses
import Finance
import Testing

@testable import Drafts

@Suite("A receipt as a model read it")
struct ReceiptReadingTests {
    @Test("a plain receipt is read into values, without a doubt")
    func plain() {
        let reading = Paper().reading
        #expect(reading.sort == .receipt && reading.merchant == "Corner Bakery" && reading.kind == "eating out")
        #expect(reading.total == Money(pence: 1_240) && reading.days == [Rosa.day("2026-11-19")])
        #expect(reading.lines.map(\.text) == ["Sandwich", "Tea"])
        #expect(reading.lines.map(\.amount) == [Money(pence: 840), Money(pence: 400)])
        #expect(reading.doubts(today: Rosa.today).isEmpty)
    }

    @Test("words and fences around the object do not matter, amounts may be numbers, unknown members are passed over")
    func lenient() {
        let answer = """
            Here you are:
            ```json
            {"sort":"receipt","merchant":"Fuel stop","total":30.5,"currency":"gbp","date":"2026-11-20","extra":[1],
             "lines":[{"text":"Fuel","amount":30.50}],"tax":null}
            ```
            """
        let reading = ReceiptReading(answer: answer, today: Rosa.today)
        #expect(reading.merchant == "Fuel stop" && reading.total == Money(pence: 3_050) && reading.currency == "GBP")
        #expect(reading.doubts(today: Rosa.today).isEmpty)
    }

    @Test(
        "what is no object in that shape is a receipt that could not be made out",
        arguments: ["", "Sorry, I cannot help.", "[]", "{", "}{", "{}", #"{"sort":5}"#, #"{"sort":"Receipt!"}"#])
    func unreadable(answer: String) {
        let reading = ReceiptReading(answer: answer, today: Rosa.today)
        #expect(reading.sort == .unreadable)
        #expect(reading.doubts(today: Rosa.today) == [.unreadable])
    }

    @Test("an answer longer than was asked for is not read at all")
    func tooLong() {
        let padding = ReceiptPrompt.mostBytes - Paper().answer.utf8.count
        let whole = Paper().answer + String(repeating: " ", count: padding)
        #expect(ReceiptReading(answer: whole, today: Rosa.today).sort == .receipt)
        #expect(ReceiptReading(answer: whole + " ", today: Rosa.today).sort == .unreadable)
    }

    @Test("a member of the wrong kind is missing and does not cost the rest")
    func wrongKinds() {
        let answer = """
            {"sort":"receipt","merchant":["x"],"total":{"a":1},"currency":7,"date":20261119,"lines":"none","tip":"free"}
            """
        let codes = ReceiptReading(answer: answer, today: Rosa.today).doubts(today: Rosa.today).map(\.code)
        #expect(codes == ["unreadable"])
        let lines = #"{"sort":"receipt","merchant":"Shop","total":"5","lines":[3,{"text":1},{"amount":"x"}]}"#
        let reading = ReceiptReading(answer: lines, today: Rosa.today)
        #expect(reading.lines.count == 3 && reading.lines.allSatisfy { $0.amount == nil })
    }

    @Test("of very many lines a hundred are kept and thirty shown")
    func manyLines() {
        let paper = Paper { $0.lines = Array(repeating: ("Bun", "0.10"), count: 101) }
        #expect(paper.reading.lines.count == ReceiptReading.mostLines)
        #expect(paper.reading.json.text.split(separator: "Bun").count - 1 == ReceiptReading.mostShown)
    }
}
