import Finance
import Ports
import Testing

@Suite("Amounts of dollars")
struct SpendTests {
    @Test(
        "dollars are read to the millionth",
        arguments: [
            ("0", 0), ("0.0", 0), ("2.50", 2_500_000), ("10", 10_000_000), ("0.000001", 1), ("007", 7_000_000),
            ("1000000", 1_000_000_000_000),
        ] as [(String, Int64)])
    func reads(text: String, micros: Int64) {
        #expect(Spend(dollars: text) == Spend(microdollars: micros))
    }

    @Test(
        "whatever else stands there is not read as some amount",
        arguments: [
            "", " ", "-1", "+1", "1e3", "1,000", "1.", ".5", "1.0000001", "0x10", "$2", "2 ", "٣", "nan",
            "1000000.000001",
            "10000000", "99999999999999999999", "1.2.3",
        ])
    func refuses(text: String) { #expect(Spend(dollars: text) == nil) }

    @Test(
        "an amount is told with as many decimals as it needs, two at least",
        arguments: [
            (0, "$0.00"), (1, "$0.000001"), (125, "$0.000125"), (2_500_000, "$2.50"), (-30_000, "-$0.03"),
            (1_234_500, "$1.2345"),
        ] as [(Int64, String)])
    func told(micros: Int64, text: String) { #expect("\(Spend(microdollars: micros))" == text) }
}
