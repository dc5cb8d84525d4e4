import Analyses
import Finance
import Prompts
import TestKit
import Testing

/// `Amount` is seen through `Unverified`: without figures every amount of a text is unbacked.
@Suite("Amounts in prose")
struct AmountTests {
    private func amounts(_ text: String, _ values: [Figure.Value] = []) -> [String] {
        let figures = values.map {
            Figure(id: "x", label: "X", value: $0, window: nil, asOf: NamedPeople.now, basis: "test")
        }
        return Unverified.amounts(in: text, figures: figures, question: "")
    }

    @Test(
        "are read in every spelling",
        arguments: [
            "£1,234.50", "-£5", "£1.2k", "£3M", "1,200 pounds", "GBP 7.5", "19.9%", "5 per cent", "12 percent", "8 %",
        ])
    func reads(text: String) { #expect(amounts("So \(text), roughly.") == [text]) }

    @Test(
        "bare numbers, dates and times are none", arguments: ["2 things", "5 May 2026", "at 10:30", "£ and %", "1kg"])
    func none(text: String) { #expect(amounts(text).isEmpty) }

    @Test("two amounts in a row are two")
    func several() { #expect(amounts("£1,000, £2 and 3%") == ["£1,000", "£2", "3%"]) }

    @Test(
        "a number states a value that rounds to it, or is cut to it, at the decimals written",
        arguments: [
            ("£3,651", 365_050, true), ("£3,651", 365_199, true), ("£3,651", 365_049, false),
            ("£3,651", 365_200, false), ("£3.7k", 365_050, true), ("£3.6k", 365_050, true), ("£3.8k", 365_050, false),
            ("-£5.00", -500, true), ("£5.00", -500, true), ("£5.01", -500, false),
        ] as [(String, Int64, Bool)])
    func rounding(text: String, pence: Int64, states: Bool) {
        #expect(amounts(text, [.money(Money(pence: pence))]).isEmpty == states)
    }

    @Test("pounds never state a percentage, a count or a date")
    func units() {
        let others: [Figure.Value] = [.percent(5), .count(5), .months(5), .day(Day(number: 5))]
        #expect(amounts("£5 is not 5", others) == ["£5"])
        #expect(amounts("5%", [.money(Money(pence: 500)), .count(5)]) == ["5%"])
    }
}
