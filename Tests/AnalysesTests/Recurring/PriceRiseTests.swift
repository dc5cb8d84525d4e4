import Analyses
import Finance
import Testing

@Suite("Price rise")
struct PriceRiseTests {
    private static let days = [
        "2026-04-05", "2026-05-05", "2026-06-05", "2026-07-05", "2026-08-05", "2026-09-05", "2026-10-05", "2026-11-05",
    ]

    private static func rise(_ pence: [Int64], today: String = "2026-11-21") throws -> PriceRise? {
        let day = try #require(Day(today))
        let expenses = Snapshot.expenses("Thing", days.suffix(pence.count), pence: pence, .monthly)
        return RecurringSeries.all(in: .holding(expenses: expenses, today: day)).first?.rise
    }

    @Test("a rise that is paid twice, with its day and its effect a year")
    func held() throws {
        let rise = try #require(try Self.rise([10_99, 10_99, 10_99, 12_99, 12_99]))
        #expect(rise.before == Money(pence: 10_99) && rise.after == Money(pence: 12_99))
        #expect(rise.since == Day("2026-10-05") && rise.yearly == Money(pence: 24_00))
    }

    @Test("one high payment is no rise, nor one that came down again")
    func once() throws {
        #expect(try Self.rise([10_99, 10_99, 10_99, 10_99, 12_99]) == nil)
        #expect(try Self.rise([10_00, 10_00, 10_00, 15_00, 10_00, 10_00]) == nil)
        #expect(try Self.rise([10_00, 10_00, 10_00, 15_00, 15_00, 10_00]) == nil)
    }

    @Test(
        "at least 5 % and at least £1, themselves included",
        arguments: [
            (20_00, 21_00, true), (20_00, 20_99, false), (40_00, 42_00, true), (40_00, 41_99, false),
            (5_00, 6_00, true), (5_00, 5_99, false), (20_00, 19_00, false),
        ] as [(Int64, Int64, Bool)])
    func thresholds(before: Int64, after: Int64, isRise: Bool) throws {
        #expect((try Self.rise([before, before, before, after, after]) != nil) == isRise)
    }

    @Test("the base is the median of the last three before it, and there must be three")
    func base() throws {
        #expect(try Self.rise([20_00, 20_00, 19_00, 21_00, 21_00])?.before == Money(pence: 20_00))
        #expect(try Self.rise([20_00, 20_00, 22_00, 22_00]) == nil)
    }

    @Test("a metered bill that varies anyway claims nothing")
    func metered() throws {
        #expect(try Self.rise([60_00, 45_00, 52_00, 80_00, 82_00]) == nil)
        #expect(try Self.rise([95_00, 105_00, 100_00, 120_00, 120_00])?.before == Money(pence: 100_00))
        #expect(try Self.rise([94_99, 105_01, 100_00, 120_00, 120_00]) == nil)
    }

    @Test("a rise is told for a year after its first payment")
    func year() throws {
        let first = try #require(Day("2025-06-21"))
        let days = (0..<17).map { first.advanced(byMonths: $0).description }
        let pence = (0..<17).map { Int64($0 < 5 ? 10_00 : 12_00) }
        func rise(_ today: String) throws -> PriceRise? {
            let expenses = Snapshot.expenses("Thing", days, pence: pence, .monthly)
            return RecurringSeries.all(in: .holding(expenses: expenses, today: try #require(Day(today)))).first?.rise
        }
        #expect(try rise("2026-11-20")?.since == Day("2025-11-21"))
        #expect(try rise("2026-11-21") == nil)
    }

    @Test("of two rises the latest is told, from its first payment")
    func latest() throws {
        let pence: [Int64] = [10_00, 10_00, 10_00, 12_00, 12_00, 12_00, 14_00, 14_00]
        #expect(try Self.rise(pence)?.before == Money(pence: 12_00))
        let older: [Int64] = [10_00, 10_00, 10_00, 12_00, 12_00, 12_00, 12_00, 12_00]
        #expect(try Self.rise(older)?.since == Day("2026-07-05"))
    }

    @Test("a payment entered for a later day holds no rise")
    func future() throws {
        #expect(try Self.rise([10_00, 10_00, 10_00, 12_00, 12_00], today: "2026-11-04") == nil)
    }
}
