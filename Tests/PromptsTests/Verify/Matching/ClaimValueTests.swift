import Finance
import Testing

@testable import Prompts

@Suite("Rounding that a hedge allows")
struct ClaimValueTests {
    private func states(_ text: String, _ exact: Backing.Exact, isChange: Bool = false) -> Bool {
        ClaimReader.claims(in: Lexeme.all(in: text)).first?.states(exact, isChange: isChange) == true
    }

    @Test(
        "money rounds to the last digit written, and only with a hedge",
        arguments: [
            ("£3,650.50", 365_050, true), ("£3,650.50", 365_051, false), ("£3,651", 365_050, false),
            ("about £3,651", 365_050, true), ("about £3,650", 365_050, true), ("about £3,652", 365_050, false),
            ("about £1,200", 115_000, true), ("about £1,200", 114_999, false), ("about £1,200", 124_999, true),
            ("about £10,000", 1_060_000, false), ("about £10,000", 1_050_000, true), ("about £13", 1_299, true),
            ("over £2,200", 226_751, true), ("over £2,300", 226_751, false), ("over £1,000", 120_001, false),
            ("over £1,000", 119_999, true), ("nearly £2,300", 226_751, true), ("nearly £2,200", 226_751, false),
            ("under £0", 0, true), ("£5", -500, true),
        ] as [(String, Int64, Bool)])
    func money(text: String, pence: Int64, states expected: Bool) {
        #expect(states(text, .money(pence)) == expected, "\(text) for \(pence)")
    }

    @Test(
        "percentages and shares in words",
        arguments: [
            ("19.9%", 1_990, true), ("20%", 1_990, false), ("about 20%", 1_990, true), ("about 83%", 8_315, true),
            ("about 84%", 8_315, false), ("half of", 5_050, true), ("half of", 5_051, false),
            ("about half of", 5_250, true), ("about half of", 5_251, false), ("over half of", 5_500, true),
            ("over half of", 4_999, false), ("nearly half of", 4_500, true), ("nearly half of", 5_001, false),
            ("a third of", 3_333, true),
        ] as [(String, Int64, Bool)])
    func percent(text: String, hundredths: Int64, states expected: Bool) {
        #expect(states(text, .percent(hundredths)) == expected, "\(text) for \(hundredths)")
    }

    @Test("a doubling is a change of a hundred per cent")
    func change() {
        #expect(states("doubled", .percent(10_000), isChange: true) && !states("doubled", .percent(10_000)))
        #expect(states("doubled", .percent(20_000)))
    }

    @Test(
        "lengths: exact without a hedge, to the nearest quarter of a year with one",
        arguments: [
            ("36 months", 36, true), ("36 months", 35, false), ("3 years", 36, true), ("about 3 years", 39, true),
            ("about 3 years", 40, false), ("over 3 years", 47, true), ("over 3 years", 48, false),
            ("nearly 3 years", 25, true), ("nearly 3 years", 24, false), ("about 7 months", 8, false),
        ])
    func lengths(text: String, months: Int, states expected: Bool) {
        #expect(states(text, .months(months)) == expected, "\(text) for \(months)")
    }

    @Test("a day matches in what is written of it")
    func days() throws {
        let day = try #require(Day("2026-05-05"))
        for text in ["5 May 2026", "5 May", "on the 5th"] { #expect(states(text, .day(day)), "\(text)") }
        for text in ["6 May 2026", "5 June", "5 May 2027", "on the 6th"] {
            #expect(!states(text, .day(day)), "\(text)")
        }
    }

    @Test("one unit never states another, and the largest numbers do not trap")
    func units() {
        #expect(!states("£5", .percent(500)) && !states("5%", .money(500)) && !states("5 months", .money(500)))
        #expect(!states("about £999999999999999", .money(.max)) && !states("about £9", .money(.min)))
        #expect(!states("half of", .percent(.max)) && !states("about 5%", .percent(.min)))
    }
}
