import Analyses
import Finance
import FoundationEssentials
import Ports
import Prompts
import Testing

extension NightWritesConformance {
    /// A result with every part in it, made at `second`, from the revision `after` of everything.
    static func result(
        _ user: UserID, _ text: String, at second: Double = 0, after: Int = 0
    ) throws -> NightResult {
        var result = NightResult(user: user)
        result.reports = ReportKind.allCases.map { report($0, text, at: second) }
        result.tips = StoredTips(
            texts: Dictionary(uniqueKeysWithValues: Calculator.allCases.map { ($0, "\(text) £ 家 \($0.key)") }),
            createdAt: Thread.instant(second))
        var row = TriageRow(of: RiskAssessment(of: try NamedPeople.snapshot(of: NamedPeople.maya)))
        row.userID = user
        row.topReason = text
        let night = PreviousRisk(
            day: Day(NamedPeople.now), level: .high, candidate: .high, nights: Int(second) + 1, score: 70)
        result.triage = NightResult.Triaged(row: row, night: night)
        result.alerts = [alert(user, text, at: second)]
        // Night first, to see that the order of writing is not that of the list.
        result.states = [.night, .insights, .nudges].map { kind in
            PersonalState.Change(
                user: user, kind: kind, text: text, after: after, due: kind == .nudges ? Thread.instant(second) : nil)
        }
        return result
    }

    static func report(_ kind: ReportKind, _ text: String, at second: Double) -> StoredReport {
        StoredReport(
            kind: kind, summary: text, insights: [ReportInsight(insight: text, suggestion: "s", category: "c")],
            createdAt: Thread.instant(second), inputHash: text, source: .template)
    }

    /// An alert with an id that follows from whom it is about, its key and its time, as a night makes them.
    static func alert(_ user: UserID, _ text: String, at second: Double, key: String = "debt") -> AdminAlert {
        var hash = ContentHash()
        for part in [user.hex, key, "\(second)"] { hash.add(part) }
        return AdminAlert(
            id: "00000000" + hash.digits, user: user, message: text, category: "High Debt",
            createdAt: Thread.instant(second), key: key)
    }

    /// Looks at every part through its own port; tips have none and are looked at as they are held.
    static func expectStored(_ result: NightResult, in store: NightStores) async throws {
        let user = result.user
        #expect(try await store.reports.all(user) == result.reports)
        #expect(try await store.triage.previous(user) == result.triage?.night)
        #expect(try await store.triage.page(nil, nil, 99).contains { $0 == result.triage?.row })
        #expect(try await store.alerts.newest(user, 9) == result.alerts)
        for change in result.states {
            let kept = try await store.state.read(change.kind, [user])[user]
            #expect(kept == PersonalState.Kept(revision: change.after + 1, text: change.text))
        }
        let text = try await store.holdings.export(user).map { part in part.documents.map(\.text).joined() }.joined()
        for tip in try #require(result.tips).texts.values { #expect(text.contains(tip)) }
    }
}
