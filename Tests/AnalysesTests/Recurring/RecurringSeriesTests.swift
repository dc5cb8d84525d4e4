import Analyses
import Finance
import Testing

@Suite("Recurring series")
struct RecurringSeriesTests {
    private static func series(
        _ expenses: [Expense], today: String = "2026-11-21", doubled: [[String]] = []
    ) throws -> [RecurringSeries] {
        RecurringSeries.all(in: .holding(expenses: expenses, today: try #require(Day(today)), doubled: doubled))
    }

    private static func days(from first: String, _ gaps: [Int]) throws -> [String] {
        var day = try #require(Day(first))
        return [first]
            + gaps.map { gap in
                day = day.advanced(by: gap)
                return day.description
            }
    }

    @Test(
        "three days make a rhythm, each interval within the tolerance itself",
        arguments: [
            ([7, 10], Cadence.weekly), ([7, 4], .weekly), ([7, 11], nil), ([7, 3], nil), ([7], nil),
            ([30, 36], .monthly), ([30, 37], nil), ([30, 26], .monthly), ([30, 25], nil),
            ([365, 380], .yearly), ([365, 381], nil), ([365, 350], .yearly), ([365, 349], nil),
        ] as [([Int], Cadence?)])
    func tolerance(gaps: [Int], cadence: Cadence?) throws {
        // From 2 September: the next months have 30 and 31 days.
        let first = gaps[0] > 300 ? "2023-11-01" : "2026-09-02"
        let found = try Self.series(Snapshot.expenses("Thing", Self.days(from: first, gaps), pence: [5_00]))
        #expect(found.map(\.cadence) == (cadence.map { [$0] } ?? []))
    }

    @Test("half of the intervals lie within half the tolerance, or it is chance")
    func typical() throws {
        let near = try Self.series(
            Snapshot.expenses("Shop", Self.days(from: "2026-09-02", [8, 10, 6, 4]), pence: [5_00]))
        #expect(near.map(\.cadence) == [.weekly])
        let far = try Self.series(
            Snapshot.expenses("Shop", Self.days(from: "2026-09-02", [9, 10, 5, 4]), pence: [5_00]))
        #expect(far.isEmpty)
    }

    @Test("one month in four intervals may be left out, a week may not")
    func gaps() throws {
        let year = try Self.series(
            Snapshot.expenses(
                "A", ["2026-05-01", "2026-06-01", "2026-07-01", "2026-09-01", "2026-10-01"], pence: [5_00]))
        #expect(year.map(\.cadence) == [.monthly])
        let short = try Self.series(
            Snapshot.expenses("A", ["2026-06-01", "2026-07-01", "2026-09-01", "2026-10-01"], pence: [5_00]))
        #expect(short.isEmpty)
        let weeks = try Self.series(
            Snapshot.expenses("A", Self.days(from: "2026-09-01", [7, 7, 14, 7]), pence: [5_00]))
        #expect(weeks.isEmpty)
    }

    @Test("a label is believed from the first record, an unknown spelling is not one")
    func labels() throws {
        let one = try Self.series(Snapshot.expenses("Rent", ["2026-11-01"], pence: [900_00], .monthly))
        #expect(one.map(\.key) == ["monthly/rent"] && one.map(\.source) == [.labelled])
        #expect(try Self.series(Snapshot.expenses("Rent", ["2026-11-01"], pence: [1], .unknown("often"))).isEmpty)
    }

    @Test("records that forgot the label join when their amount is within a quarter")
    func joining() throws {
        let label = Snapshot.expenses("Gym", ["2026-11-01"], pence: [40_00], .monthly)
        let near = Snapshot.expenses("GYM membership", ["2026-10-01", "2026-09-01"], pence: [30_00, 50_00])
        let far = Snapshot.expenses("gym 2026", ["2026-10-02"], pence: [29_99])
        let found = try Self.series(label + near + far)
        #expect(found.map(\.key) == ["monthly/gym"])
        #expect(found.first?.paid.map(\.amount.pence) == [50_00, 30_00, 40_00])
    }

    @Test("one name with two prices is two series with keys of their own")
    func twoPrices() throws {
        let days = ["2026-08-03", "2026-09-03", "2026-10-03", "2026-11-03"]
        let found = try Self.series(
            Snapshot.expenses("Apple", days, pence: [99])
                + Snapshot.expenses("apple", days.map { $0.dropLast(2) + "19" }.map(String.init), pence: [10_99]))
        #expect(found.map(\.key) == ["monthly/apple", "monthly/apple#2"])
        #expect(found.map(\.amount.pence) == [99, 10_99])
    }

    @Test("amounts that vary by more than a fifth are no series unless labelled")
    func amounts() throws {
        let days = ["2026-08-03", "2026-09-03", "2026-10-03"]
        #expect(try Self.series(Snapshot.expenses("Power", days, pence: [80_00, 100_00, 120_00])).count == 1)
        #expect(try Self.series(Snapshot.expenses("Power", days, pence: [79_99, 100_00, 120_01])).isEmpty)
        #expect(try Self.series(Snapshot.expenses("Power", days, pence: [50_00, 100_00, 160_00], .monthly)).count == 1)
    }

    @Test("entries that a job made twice count once, and make no rhythm")
    func doubled() throws {
        var expenses = Snapshot.expenses("Gym", ["2026-09-01", "2026-10-01", "2026-11-01"], pence: [30_00], .monthly)
        var copy = expenses[2]
        copy.id = "Gym-copy"
        expenses.append(copy)
        let found = try Self.series(expenses, doubled: [["Gym-2", "Gym-copy"]])
        #expect(found.first?.paid.map(\.amount.pence) == [30_00, 30_00, 30_00])
        let twice = Snapshot.expenses("Coffee", ["2026-10-01", "2026-10-08", "2026-10-08"], pence: [3_00])
        #expect(try Self.series(twice).isEmpty)
    }

    @Test("missing only when the tolerance is over, ended when a second one is")
    func missing() throws {
        let rent = Snapshot.expenses("Rent", ["2026-08-10", "2026-09-10", "2026-10-10"], pence: [900_00], .monthly)
        func status(_ today: String) throws -> RecurringSeries.Status? {
            try Self.series(rent, today: today).first?.status
        }
        #expect(try status("2026-11-15") == .running)
        #expect(try status("2026-11-16") == .missing(try #require(Day("2026-11-10"))))
        #expect(try status("2026-12-15") == .missing(try #require(Day("2026-11-10"))))
        #expect(try status("2026-12-16") == .stopped)
    }

    @Test("the copy the backend enters a period ahead is the next payment, not a past one")
    func entered() throws {
        let rent = Snapshot.expenses("Rent", ["2026-10-31", "2026-11-30"], pence: [900_00, 950_00], .monthly)
        let one = try #require(try Self.series(rent).first)
        #expect(one.status == .running && one.paid.count == 1 && one.entered.count == 1)
        #expect(one.amount == Money(pence: 900_00) && one.paidInYear == Money(pence: 900_00))
        #expect(one.nextDays(3).map(\.description) == ["2026-11-30", "2026-12-30", "2027-01-30"])
    }

    @Test("next days are counted from the last one, so the 31st comes back")
    func next() throws {
        let one = try #require(
            try Self.series(Snapshot.expenses("Rent", ["2026-10-31"], pence: [1_00], .monthly)).first)
        #expect(one.nextDays(3).map(\.description) == ["2026-11-30", "2026-12-31", "2027-01-31"])
    }

    @Test(
        "a year is 52, 12 or 1 payments and a month a twelfth of that",
        arguments: [
            (Frequency.weekly, 10_00, 520_00, 43_33), (.monthly, 10_00, 120_00, 10_00), (.yearly, 10_00, 10_00, 83),
            (.yearly, 10_02, 10_02, 84), (.yearly, 10_01, 10_01, 83),
        ] as [(Frequency, Int64, Int64, Int64)])
    func estimates(frequency: Frequency, pence: Int64, yearly: Int64, monthly: Int64) throws {
        let one = try #require(
            try Self.series(Snapshot.expenses("Thing", ["2026-11-20"], pence: [pence], frequency)).first)
        #expect(one.yearly == Money(pence: yearly) && one.monthly == Money(pence: monthly))
    }

    @Test("steady amounts count as the latest one, varying ones as their median; a twentieth is the border")
    func steady() throws {
        let days = ["2026-08-03", "2026-09-03", "2026-10-03", "2026-11-03"]
        func series(_ pence: [Int64]) throws -> RecurringSeries {
            try #require(try Self.series(Snapshot.expenses("Power", days, pence: pence, .monthly)).first)
        }
        let steady = try series([100_00, 95_00, 100_00, 105_00])
        #expect(steady.isSteady && steady.amount == Money(pence: 105_00))
        let varying = try series([94_99, 100_00, 105_01, 105_01])
        #expect(!varying.isSteady && varying.amount == Money(pence: 100_00))
    }

    @Test("negative, empty and huge amounts never trap")
    func dirty() throws {
        let days = ["2026-08-03", "2026-09-03", "2026-10-03", "2026-11-03"]
        let found = try Self.series(
            Snapshot.expenses("A", days, pence: [-5], .weekly) + Snapshot.expenses("B", days, pence: [0], .monthly)
                + Snapshot.expenses("!!", days, pence: [5_00])
                + Snapshot.expenses("C", days, pence: [Money.limit.pence]))
        #expect(found.map(\.key) == ["monthly/c"])
        #expect(found.first?.yearly == Money(pence: Money.limit.pence * 12))
    }
}
