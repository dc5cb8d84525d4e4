import Finance
import FoundationEssentials
public import Ports
import Prompts
import Testing

/// What every store of reports promises. Run with `@Test(arguments: ReportsConformance.checks)`.
public enum ReportsConformance {
    /// Every promise.
    public static let checks: [ConformanceCheck<Reports>] = [
        ConformanceCheck("A person without reports has none") { store async throws in
            #expect(try await store.all(Fresh.user()).isEmpty)
        },
        ConformanceCheck("A report is read back field by field, one of each kind, in a fixed order") {
            store async throws in
            let user = try Fresh.user()
            var written = ReportKind.allCases.map { report($0, "£1,234.56 – naïve 家計 \"quoted\"\n\($0)") }
            written[1].insights = []
            written[1].inputHash = nil
            written[2].source = .model
            for report in written.reversed() { try await store.save(user, report) }
            #expect(try await store.all(user) == written)
        },
        ConformanceCheck("A newer report, and one of the same moment, takes the place of the one before, whole") {
            store async throws in
            let user = try Fresh.user()
            try await store.save(user, report(.debt, "first"))
            for (text, second) in [("second", 0.0), ("third", 60)] {
                var next = report(.debt, text, at: second)
                next.insights = []
                next.inputHash = nil
                next.source = .model
                try await store.save(user, next)
                #expect(try await store.all(user) == [next])
            }
        },
        ConformanceCheck("An older report never takes the place of a newer one") { store async throws in
            let user = try Fresh.user()
            let newer = report(.budget, "newer", at: 1)
            try await store.save(user, newer)
            try await store.save(user, report(.budget, "older"))
            #expect(try await store.all(user) == [newer])
        },
        ConformanceCheck("Of 20 reports saved at once the newest stays") { store async throws in
            let user = try Fresh.user()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for second in (0..<20).shuffled() {
                    group.addTask { try await store.save(user, report(.expense, "\(second)", at: Double(second))) }
                }
                try await group.waitForAll()
            }
            #expect(try await store.all(user).map(\.summary) == ["19"])
        },
        ConformanceCheck("Nobody sees or replaces another person's report") { store async throws in
            let (hers, his) = (try Fresh.user(), try Fresh.user())
            try await store.save(hers, report(.debt, "hers"))
            try await store.save(his, report(.debt, "his", at: 5))
            try await store.save(his, report(.budget, "his", at: 5))
            #expect(try await store.all(hers).map(\.summary) == ["hers"])
            #expect(try await store.all(his).map(\.kind) == [.budget, .debt])
        },
    ]

    private static func report(_ kind: ReportKind, _ summary: String, at second: Double = 0) -> StoredReport {
        StoredReport(
            kind: kind, summary: summary,
            insights: [
                ReportInsight(insight: "Card £5", suggestion: "It clears in May.", category: "Debt"),
                ReportInsight(insight: "", suggestion: "’ \\ \u{1F4B7}", category: "Budget"),
            ], createdAt: Thread.instant(second), inputHash: "hash-\(summary)", source: .template)
    }
}
