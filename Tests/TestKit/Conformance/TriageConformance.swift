import Analyses
import Finance
public import Ports
import Testing

/// What every store of risk assessments promises. Run with `@Test(arguments: TriageConformance.checks)`. Pages and counts
/// are about everyone, so each check wants a store of its own.
public enum TriageConformance {
    /// Every promise.
    public static let checks: [ConformanceCheck<Triage>] = [
        ConformanceCheck("Nobody assessed is an empty list, no counts and no night before") { store async throws in
            #expect(try await store.page(nil, nil, 5).isEmpty)
            #expect(try await store.counts().isEmpty)
            #expect(try await store.previous(Fresh.user()) == nil)
        },
        ConformanceCheck("A row and a night are read back field by field, assessed or not") { store async throws in
            for level in [RiskBand.high, nil] {
                let row = try row(level, score: level.map { _ in 62 }, neverClearing: 2)
                let night = try night(level)
                try await store.save(row, night)
                #expect(try await store.page(nil, nil, 9).contains(row))
                #expect(try await store.previous(row.userID) == night)
            }
        },
        ConformanceCheck("The next assessment takes the place of the last, in list, counts and memory") {
            store async throws in
            var row = try row(.high, score: 80)
            try await store.save(row, try night(.high))
            row.level = .low
            row.score = 3
            try await store.save(row, try night(.low))
            #expect(try await store.page(nil, nil, 9) == [row])
            #expect(try await store.page(.high, nil, 9).isEmpty)
            #expect(try await store.counts() == [.low: 1])
            #expect(try await store.previous(row.userID) == night(.low))
        },
        ConformanceCheck("Pages go through everyone in the order of the rows, each once, the not assessed last") {
            try await pages($0, of: nil)
        },
        ConformanceCheck("Pages of a level go through that level alone, in the same order") { store async throws in
            for level in RiskBand.allCases { try await pages(store, of: level) }
        },
        ConformanceCheck("Counts are of people at each level, the not assessed under none") { store async throws in
            for (level, people) in [(RiskBand.low, 3), (.medium, 2), (.high, 1), (nil, 4)] as [(RiskBand?, Int)] {
                for _ in 0..<people { try await store.save(try row(level, score: 1), try night(level)) }
            }
            #expect(try await store.counts() == [.low: 3, .medium: 2, .high: 1, nil: 4])
        },
        ConformanceCheck("Of 20 assessments of one person saved at once one stands, row and night together") {
            store async throws in
            let row = try row(.low, score: 0)
            let night = try night(.low)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for score in 0..<20 {
                    group.addTask {
                        var (row, night) = (row, night)
                        row.score = score
                        night.score = score
                        try await store.save(row, night)
                    }
                }
                try await group.waitForAll()
            }
            let rows = try await store.page(nil, nil, 9)
            #expect(rows.count == 1)
            #expect(try await store.previous(row.userID)?.score == rows.first?.score)
        },
    ]

    private static func pages(_ store: Triage, of level: RiskBand?) async throws {
        var expected = try await store.page(nil, nil, 1_000)
        for index in 0..<24 {
            let band: RiskBand? = index % 4 == 3 ? nil : RiskBand.allCases[index % 4]
            // Few scores, so that most rows share one and their ids decide.
            let row = try row(band, score: band == nil ? nil : index % 3, neverClearing: index % 5 == 0 ? 1 : 0)
            expected.append(row)
            try await store.save(row, try night(band))
        }
        expected = expected.filter { level == nil || $0.level == level }.sorted { $0.cursor < $1.cursor }
        var seen: [TriageRow] = []
        while seen.count < 200 {
            let after = try seen.last.map { try #require(TriageCursor($0.cursor.description)) }
            let page = try await store.page(level, after, 5)
            #expect(page.count <= 5)
            guard !page.isEmpty else { break }
            seen += page
        }
        #expect(seen == expected)
    }

    private static func row(_ level: RiskBand?, score: Int?, neverClearing: Int = 0) throws -> TriageRow {
        var row = TriageRow(of: RiskAssessment(of: try NamedPeople.snapshot(of: NamedPeople.maya)))
        row.userID = try Fresh.user()
        row.level = level
        row.score = score
        row.neverClearing = neverClearing
        row.topReason = "£5 – naïve 家計 \"quoted\""
        return row
    }

    private static func night(_ level: RiskBand?) throws -> PreviousRisk {
        let day = Day(NamedPeople.now)
        return PreviousRisk(
            day: day, level: level, candidate: .medium, nights: 3, score: level.map { $0.rank * 30 },
            balances: [BalancePoint(day: day.advanced(by: -40), balance: Money(pence: -1_234_56))])
    }
}
