import Finance
import Testing

@testable import Embedded

@Suite("The coach reads amounts as people write them")
struct CoachAmountTests {
    @Test(
        "A price is read from its usual spellings",
        arguments: [
            ("£200", 200_00), ("£1,200.50?", 1_200_50), ("a £49.9 game", 49_90), ("1.2k", 1_200_00), ("£3k", 3_000_00),
            ("200 quid", 200_00), ("350 pounds.", 350_00), ("2 grand", 2_000_00), ("a grand", 1_000_00),
            ("fifty pounds", 50_00), ("afford 80", 80_00), ("£0.99", 99), ("(£75)", 75_00), ("2,500 GBP", 2_500_00),
        ])
    func spellings(_ text: String, _ pence: Int64) {
        #expect(CoachAmount.all(in: text.lowercased()) == [Money(pence: pence)])
    }

    @Test(
        "What only looks like a price is none",
        arguments: [
            "", "in 3 months", "since 2024", "50/30/20", "the 5 debts", "10%", "20 percent", "£", "£0", "£-5", "£1.234",
            "£99999999999999999999", "1,2,k", "10 may", "hundred people", "£١٢",
        ])
    func others(_ text: String) {
        #expect(CoachAmount.all(in: text) == [])
    }

    @Test("A marked amount is meant before a bare number")
    func marked() {
        #expect(CoachAmount.all(in: "2 tickets for £80 each, 3 of us") == [Money(pence: 80_00)])
    }
}
