import Analyses
import Finance
import TestKit
import Testing

@testable import Prompts

@Suite("Whether a figure of the right value is meant")
struct BackingSettingTests {
    private func holds(_ text: String, _ label: String, _ value: Figure.Value, window: String? = nil) -> Bool {
        let figure = Figure(
            id: "x", label: label, value: value, window: window, asOf: NamedPeople.now, basis: "as entered")
        return NumberCheck(text, against: Evidence(figures: [figure])).isClean
    }
    private let five = Figure.Value.money(Money(pence: 500))
    private let short = Figure.Value.money(Money(pence: -500))

    @Test(
        "a balance is of now: of no month gone by, but beside any month to come",
        arguments: [
            ("You owe £5.", true), ("You owe £5 in April 2026.", true), ("In March you owed £5.", false),
            ("£5 in March 2025", false), ("£5 since March", true), ("£5 in May 2026", false),
        ])
    func balance(text: String, expected: Bool) {
        // May 2026 itself is no month that any figure speaks of.
        #expect(holds(text, "Owed in all", five) == expected, "\(text)")
    }

    @Test(
        "a figure of a month is of that month, by name or number or distance",
        arguments: [
            ("£5 in April", true), ("£5 this month", true), ("£5 in April 2026", true), ("£5 last month", false),
            ("£5 in April 2025", false), ("£5 this year", false), ("£5 in 2026", false), ("£5", true),
        ])
    func month(text: String, expected: Bool) {
        #expect(holds(text, "Income in April 2026", five, window: "2026-04") == expected, "\(text)")
    }

    @Test("a figure of several months is of each of them, and of a year only with twelve")
    func span() {
        #expect(holds("£5 in March", "Spent", five, window: "2026-02..2026-04"))
        #expect(!holds("£5 in January", "Spent", five, window: "2026-02..2026-04"))
        #expect(!holds("£5 last year", "Spent", five, window: "2025-02..2025-12"))
        #expect(holds("£5 last year", "Spent", five, window: "2025-01..2025-12"))
    }

    @Test(
        "a pace is the label's; a month's total may be called monthly, a change and a balance may not",
        arguments: [
            ("£5 a month", "Payment each month", nil, true), ("£5 a year", "Payment each month", nil, false),
            ("£5 a week", "Payment each month", nil, false), ("£5", "Payment each month", nil, true),
            ("£5 this year", "Payment each month", nil, false), ("£5 a year", "Yearly cost", nil, true),
            ("£5 a month", "Yearly cost", nil, false), ("£5 a month", "Spent in April 2026", "2026-04", true),
            ("£5 a year", "Spent in April 2026", "2026-04", false), ("£5 a month", "Balance", nil, false),
            ("£5 more a month", "Change of expenses", "2026-04", false), ("£5 a day", "Left a day", nil, true),
        ] as [(String, String, String?, Bool)])
    func pace(text: String, label: String, window: String?, expected: Bool) {
        #expect(holds(text, label, five, window: window) == expected, "\(text): \(label)")
    }

    @Test(
        "what is short is never told as left, nor the other way round",
        arguments: [
            ("£5 left", "Left over", 5, true), ("£5", "Left over", 5, true), ("£5 short", "Left over", 5, false),
            ("-£5", "Left over", 5, false), ("£5 short", "Left over", -5, true), ("-£5", "Left over", -5, true),
            ("£5 left", "Left over", -5, false), ("£5", "Left over", -5, false),
            ("a gap of £5", "Left over", -5, true), ("you overspent by £5", "Left over", -5, true),
            ("5 pounds more", "Change", 5, true), ("5 pounds less", "Change", 5, false),
            ("5 pounds less", "Change", -5, true), ("5 pounds more", "Change", -5, false),
            ("5 pounds", "Change", -5, false), ("-£5", "Change", -5, true), ("-£5", "Change", 5, false),
        ] as [(String, String, Int64, Bool)])
    func signs(text: String, label: String, pounds: Int64, expected: Bool) {
        #expect(holds(text, label, .money(Money(pence: pounds * 100))) == expected, "\(text): \(label) \(pounds)")
    }

    @Test(
        "a record's number is told of that record; a total is no record's",
        arguments: [
            ("Rent: £5", "Spent on “Rent”", true), ("Food: £5", "Spent on “Rent”", true),
            ("“Food”: £5", "Spent on “Rent”", false), ("“Rent”: £5", "Spent in all", false),
            ("Your expenses are £5", "Spent on “Rent”", false), ("Your income is £5", "Spent in all", false),
            ("Your expenses are £5", "Spent in all", true),
        ])
    func records(text: String, label: String, expected: Bool) {
        #expect(holds(text, label, five) == expected, "\(text): \(label)")
    }
}
