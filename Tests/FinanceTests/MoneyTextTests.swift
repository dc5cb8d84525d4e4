import Finance
import Testing

@Suite("Money in text")
struct MoneyTextTests {
    @Test(
        "has a pound sign, separators and two decimals",
        arguments: [
            (0, "£0.00"), (5, "£0.05"), (-500, "-£5.00"), (123_456, "£1,234.56"), (99_999, "£999.99"),
            (100_000, "£1,000.00"), (123_456_789_012, "£1,234,567,890.12"), (-100, "-£1.00"),
            (Int64.min, "-£92,233,720,368,547,758.08"),
        ] as [(Int64, String)])
    func description(pence: Int64, text: String) { #expect(Money(pence: pence).description == text) }

    @Test("a share of nothing is not a number but absent")
    func percent() {
        #expect(Money(pence: 50).percent(of: Money(pence: 200)) == 25)
        #expect(Money(pence: 50).percent(of: .zero) == nil)
        #expect(Money(pence: 50).percent(of: Money(pence: -1)) == nil)
    }

    @Test("a sum adds the chosen part")
    func total() { #expect([1, 2, 3].total { Money(pence: $0) } == Money(pence: 6)) }
}
