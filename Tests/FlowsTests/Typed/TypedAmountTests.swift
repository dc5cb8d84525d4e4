import Finance
import Flows
import TestKit
import Testing

@Suite("Amounts people type")
struct TypedAmountTests {
    private func amount(_ text: String, _ span: FlowStep.Span = .inAll) -> Int64? {
        let step = FlowStep("q", "?", accepted: .money(least: .zero, most: .limit, span: span))
        return (try? step.value(of: .text(text)))?.money?.pence
    }

    @Test(
        "an amount is read as it is meant",
        arguments: [
            ("1200", 120_000), ("£1,200", 120_000), ("about 1200", 120_000), ("£1,200.50", 120_050),
            ("12.5", 1_250),
            ("~£300", 30_000), ("1.2k", 120_000), ("£1.25k", 125_000), ("2 grand", 200_000), ("50p", 50),
            ("£ 75", 7_500),
            ("I have about £1,200 in total.", 120_000), ("nothing", 0), ("0", 0),
            ("1200 pounds", 120_000),
            ("roughly 1,234,567", 123_456_700), ("Yes, 20 quid!", 2_000), ("£0.01", 1),
            ("around 5 thousand", 500_000),
            ("I’ve got 40", 4_000), ("£10000000000", 1_000_000_000_000),
        ] as [(String, Int64)])
    func read(text: String, pence: Int64) { #expect(amount(text) == pence) }

    @Test(
        "what could mean something else is asked back",
        arguments: [
            "", "lots", "-50", "minus 50", "between 1000 and 2000", "1000 or 2000", "1000-2000", "£1 200",
            "1,20",
            "1,2000", "1.234,56", "12.345", "1.2.3", "1e5", "not 1200", "less than 50", "$50", "50 euros",
            "50%",
            "nothing but 50", "50.5p", "£10000000000.01", "99999999999999999999", "1m", "k", "£",
            "1,,000", ",100",
            "１２", "10 000k", "999999999999999k", "1.k",
        ])
    func refused(text: String) { #expect(amount(text) == nil) }

    @Test(
        "an amount for a month is one in any of its spellings",
        arguments: [
            "£200 a month", "200 per month", "£200/month", "200 monthly", "200pcm", "£200 pm",
            "200 each month",
        ])
    func monthly(text: String) { #expect(amount(text, .monthly) == 20_000 && amount(text) == nil) }

    @Test("an amount that is printed is read back")
    func printed() {
        var random = SeededGenerator(3)
        for _ in 0..<500 {
            let money = Money(pence: Int64.random(in: 0...Money.limit.pence, using: &random))
            #expect(amount(money.description) == money.pence)
        }
    }
}
