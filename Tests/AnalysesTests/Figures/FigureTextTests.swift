import Analyses
import Finance
import FoundationEssentials
import TestKit
import Testing

@Suite("A figure in text and JSON")
struct FigureTextTests {
    private func figure(_ value: Figure.Value?) -> Figure {
        Figure(id: "x", label: "X", value: value, window: "2026-04", asOf: NamedPeople.now, basis: "why")
    }

    @Test(
        "is printed one way",
        arguments: [
            (.money(Money(pence: 123_456)), "£1,234.56"), (.money(Money(pence: -500)), "-£5.00"),
            (.percent(19.9), "19.9%"), (.percent(5.1234), "5.12%"), (.percent(45.4545), "45.45%"),
            (.percent(50), "50%"),
            (.percent(-0.05), "-0.05%"), (.percent(0.004), "0%"), (.percent(.nan), "not known"),
            (.percent(1e300), "not known"),
            (.count(3), "3"), (.months(1), "1 month"), (.months(8), "8 months"),
            (.day(Day(year: 2026, month: 5, clampedDay: 5)), "5 May 2026"), (nil, "not known"),
        ] as [(Figure.Value?, String)])
    func printed(value: Figure.Value?, text: String) { #expect(figure(value).printed == text) }

    @Test(
        "a source holds value, unit, window, as-of and basis",
        arguments: [
            (.money(Money(pence: 150)), #""value":1.5,"unit":"GBP""#),
            (.percent(5.1234), #""value":5.12,"unit":"percent""#),
            (.count(2), #""value":2,"unit":"count""#), (.months(2), #""value":2,"unit":"months""#),
            (.day(Day(year: 2026, month: 5, clampedDay: 5)), #""value":"2026-05-05","unit":"date""#),
            (nil, #""value":null,"unit":null"#),
        ] as [(Figure.Value?, String)])
    func json(value: Figure.Value?, part: String) {
        let head = #"{"id":"x","label":"X",\#(part),"window":"2026-04","asOf":"2026-04-20T10:00:00Z","#
        #expect(figure(value).json.text == head + #""basis":"why","records":null,"coverage":"full"}"#)
    }
}
