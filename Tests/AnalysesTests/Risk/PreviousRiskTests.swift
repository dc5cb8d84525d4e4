import Analyses
import Finance
import FoundationEssentials
import TestKit
import Testing

@Suite("What one night remembers for the next")
struct PreviousRiskTests {
    private static let start = 20_000

    /// Runs nights whose rules give these bands, one a day; a nil band is a night with nothing recorded.
    private func levels(_ candidates: [RiskBand?], days: [Int]? = nil) -> [RiskBand?] {
        var previous: PreviousRisk?
        return candidates.enumerated().map { index, band in
            let day = Day(number: Self.start + (days?[index] ?? index))
            let assessment = RiskAssessment(of: Self.snapshot(band, on: day), previous: previous)
            previous = assessment.night
            #expect(assessment.candidate == band)
            return assessment.level
        }
    }

    private static func snapshot(_ band: RiskBand?, on day: Day) -> Snapshot {
        let payments: [RiskBand: Int64] = [.low: 1, .medium: 500_00, .high: 900_00]
        var cases = RiskCases(day: day.description)
        if let payment = band.flatMap({ payments[$0] }) { cases.debts = [RiskCases.debt(payment: payment)] }
        if band == nil { cases.income = nil }
        return cases.snapshot
    }

    @Test("a first night holds at once")
    func first() { #expect(levels([.medium]) == [.medium]) }

    @Test("the neighbouring level holds on its second night running")
    func second() {
        #expect(levels([.low, .medium, .medium]) == [.low, .low, .medium])
        #expect(levels([.high, .medium, .medium, .medium]) == [.high, .high, .medium, .medium])
    }

    @Test("a level that comes and goes changes nothing")
    func flapping() {
        #expect(levels([.low, .medium, .low, .medium, .low]) == [.low, .low, .low, .low, .low])
    }

    @Test("a jump over a whole level holds at once, both ways")
    func jump() { #expect(levels([.low, .high, .low]) == [.low, .high, .low]) }

    @Test("a second run of the same day is not a second night")
    func rerun() {
        #expect(levels([.low, .medium, .medium, .medium], days: [0, 1, 1, 2]) == [.low, .low, .low, .medium])
    }

    @Test("a missed night does not break a run of nights")
    func missed() { #expect(levels([.low, .medium, .medium], days: [0, 1, 5]) == [.low, .low, .medium]) }

    @Test("records that appear or vanish have nothing to settle")
    func unknown() { #expect(levels([nil, .medium, nil, .low]) == [nil, .medium, nil, .low]) }

    @Test("a higher candidate never gives a lower level, whatever the night before")
    func monotone() {
        let bands = RiskBand.allCases
        for stood in bands {
            for held in bands {
                for nights in 1...2 {
                    let night = PreviousRisk(
                        day: Day(number: Self.start), level: stood, candidate: held, nights: nights, score: 0)
                    let next = bands.map { band in
                        RiskAssessment(of: Self.snapshot(band, on: Day(number: Self.start + 1)), previous: night).level
                    }
                    #expect(next.compactMap { $0 } == next.compactMap { $0 }.sorted())
                }
            }
        }
    }

    @Test("one balance a month is remembered, four at most, and survives being stored")
    func balances() throws {
        var previous: PreviousRisk?
        for day in stride(from: 0, to: 200, by: 5) {
            let snapshot = Self.snapshot(.low, on: Day(number: Self.start + day))
            previous = RiskAssessment(of: snapshot, previous: previous).night
        }
        let night = try #require(previous)
        #expect(night.balances.count == BalancePoint.kept)
        #expect(Set(night.balances.map { Month(containing: $0.day.start) }).count == BalancePoint.kept)
        #expect(night.nights == 40)
        let stored = try JSONEncoder().encode(night)
        #expect(try JSONDecoder().decode(PreviousRisk.self, from: stored) == night)
    }
}
