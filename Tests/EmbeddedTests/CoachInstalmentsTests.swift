import Finance
import Testing

@testable import Embedded

@Suite("The coach reads instalments as people write them")
struct CoachInstalmentsTests {
    @Test(
        "count and whole price",
        arguments: [
            ("can i afford 3 instalments of £40", 3, 120_00), ("3 x £40", 3, 120_00), ("3x£40", 3, 120_00),
            ("£40 x 3", 3, 120_00), ("3 × 40", 3, 120_00), ("4 monthly payments of £25.50?", 4, 102_00),
            ("£120 in 3 instalments", 3, 120_00), ("£1.2k over 12 payments", 12, 1_200_00),
            ("2 payments at £5", 2, 10_00),
            ("60 x £1", 60, 60_00),
        ])
    func read(_ text: String, _ count: Int, _ pence: Int64) {
        let read = CoachInstalments(text)
        #expect(read?.count == count && read?.price == Money(pence: pence))
    }

    @Test(
        "what is no price in parts",
        arguments: [
            "", "£40", "3 debts of £40", "x £40", "3 x", "1 x £40", "61 x £1", "an xbox for £400", "3 payments",
            "in 3 instalments",
            "50 x £9999999999", "2 tickets for £80", "3 instalments of joy", "£120 in 3 months",
        ])
    func others(_ text: String) {
        #expect(CoachInstalments(text) == nil)
    }
}
