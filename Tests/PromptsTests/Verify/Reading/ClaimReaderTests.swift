import Finance
import Testing

@testable import Prompts

@Suite("Claims in prose")
struct ClaimReaderTests {
    private func values(_ text: String) -> [Claim.Value] { ClaimReader.claims(in: Lexeme.all(in: text)).map(\.value) }

    @Test(
        "money in every spelling is pence",
        arguments: [
            ("£1,200.00", 120_000), ("£1.2k", 120_000), ("1,200 pounds", 120_000), ("1,200.00", 120_000),
            ("12.40", 1_240), ("1240p", 1_240), ("50 pence", 50), ("GBP 7.5", 750), ("£3M", 300_000_000),
            ("£ 390", 39_000), ("two thousand pounds", 200_000), ("one hundred and fifty quid", 15_000),
            ("a hundred pounds", 10_000), ("£2 million", 200_000_000), ("**£5**", 500), ("£５０", 5_000),
        ] as [(String, Int64)])
    func money(text: String, pence: Int64) { #expect(values("So \(text), then.") == [.money(pence)]) }

    @Test(
        "percentages, lengths, shares and multiples are read",
        arguments: [
            ("19.9%", [.percent(1_990)]), ("5 per cent", [.percent(500)]), ("12 percent", [.percent(1_200)]),
            ("8 %", [.percent(800)]), ("5pp", [.percent(500)]), ("twenty per cent", [.percent(2_000)]),
            ("3 percentage points", [.percent(300)]), ("36 months", [.months(36)]), ("3 years", [.months(36)]),
            ("three years", [.months(36)]), ("2 years and 3 months", [.months(27)]), ("18-month plan", [.months(18)]),
            ("2.5 years", [.months(30)]), ("half of it", [.share(5_000)]), ("a third of", [.share(3_333)]),
            ("two-thirds of", [.share(6_666)]), ("three quarters of", [.share(7_500)]),
            ("twice what", [.share(20_000)]), ("it doubled", [.share(20_000)]), ("3 times as much", [.share(30_000)]),
            ("three times as much", [.share(30_000)]), ("1 in 4", [.share(2_500)]), ("3:1", [.share(30_000)]),
        ] as [(String, [Claim.Value])])
    func measures(text: String, expected: [Claim.Value]) { #expect(values(text) == expected) }

    @Test(
        "dates in every spelling are days, months or years",
        arguments: [
            ("22 May 2026", .day(day: 22, month: 5, year: 2026)), ("22nd of May", .day(day: 22, month: 5, year: nil)),
            ("May 22, 2026", .day(day: 22, month: 5, year: 2026)), ("May 22nd", .day(day: 22, month: 5, year: nil)),
            ("22/05/2026", .day(day: 22, month: 5, year: 2026)), ("22/5/26", .day(day: 22, month: 5, year: 2026)),
            ("2026-05-22", .day(day: 22, month: 5, year: 2026)), ("on the 5th", .day(day: 5, month: nil, year: nil)),
            ("5 Sept", .day(day: 5, month: 9, year: nil)), ("by 2031", .year(2031)), ("end of 2031", .year(2031)),
        ] as [(String, Claim.Value)])
    func dates(text: String, value: Claim.Value) { #expect(values(text) == [value]) }

    @Test("a month with its year is a claim, a bare one is not, and a verb is no month")
    func months() throws {
        let may = try #require(Month("2026-05"))
        #expect(values("May 2026") == [.month(may)] && values("2026-05") == [.month(may)])
        #expect(values("in May and June, you may march on").isEmpty)
        #expect(values("In May 2 payments are due").isEmpty)
    }

    @Test(
        "what no figure can be held against is unverifiable",
        arguments: [
            "twelve hundred", "12 hundred", "£12 hundred", "a couple of hundred pounds", "hundreds of pounds",
            "$50", "€1,000", "50 euros", "£0.005", "£12345678901234567", "two thousand on rent", "£05",
        ])
    func unverifiable(text: String) { #expect(values(text) == [.unverifiable]) }

    @Test(
        "times, counts, list numbers, telephones and idioms are no claims",
        arguments: [
            "2 things", "at 10:30", "at 12.40", "£ and %", "1kg", "1. First", "50/30/20", "one of your debts",
            "a few months", "a year", "one month", "the second half", "half an hour", "a quarter of an hour",
            "0808 808 4000", "1,200 miles", "version 1.2.3", "three times a week", "the last six months", "5 days",
            "several of them", "a third debt", "at any time", "a thousand thanks", "of 100: 4",
        ])
    func none(text: String) { #expect(values(text) == []) }

    @Test("signs and hedges are part of a claim")
    func signs() throws {
        for text in ["-£5", "£-5", "−£5", "(-£5)", "minus £5", "is –£5"] {
            #expect(ClaimReader.claims(in: Lexeme.all(in: text)).map(\.isNegative) == [true], "\(text)")
        }
        for text in ["- £5", "£1-5 pounds", "up-£5", "£3–£5"] {
            #expect(ClaimReader.claims(in: Lexeme.all(in: text)).last?.isNegative == false, "\(text)")
        }
        let hedges: [(String, Hedge)] = [
            ("about £5", .about), ("approx. £5", .about), ("~£5", .about), ("£5 or so", .about), ("over £5", .over),
            ("more than £5", .over), ("nearly £5", .under), ("up to £5", .under), ("exactly £5", .none), ("£5", .none),
        ]
        for (text, hedge) in hedges {
            #expect(ClaimReader.claims(in: Lexeme.all(in: text)).map(\.hedge) == [hedge], "\(text)")
        }
    }
}
