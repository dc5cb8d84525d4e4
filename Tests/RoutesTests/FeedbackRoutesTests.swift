import Analyses
import Finance
import FoundationEssentials
import Hummingbird
import HummingbirdTesting
import NIOConcurrencyHelpers
import Ports
import Prompts
import TestKit
import Testing

@testable import Routes

@Suite struct FeedbackRoutesTests {
    private struct Body: Decodable {
        var summary: String
        var insights: [ReportInsight]
        var generatedAt: String
        var source: String
    }

    private static func read(_ stage: Stage, _ path: String, _ parts: RouteParts? = nil) async throws -> Body {
        try await Application(router: Routes.router(parts ?? stage.parts())).test(.router) { client in
            let answer = try await client.send(.get, "/feedback/\(path)", try stage.bearer())
            #expect(answer.status == .ok, "\(answer.text)")
            return try JSONDecoder().decode(Body.self, from: Data(answer.text.utf8))
        }
    }

    private static func report(_ kind: ReportKind) throws -> Report {
        Report(kind, of: try NamedPeople.snapshot(of: NamedPeople.maya))
    }

    @Test(
        "without a model the words are ours and complete, the old keys first",
        arguments: [("optimize-expenses", ReportKind.expense), ("optimize-budget", .budget), ("optimize-debt", .debt)])
    func template(path: String, kind: ReportKind) async throws {
        let stage = try await Stage()
        let body = try await Self.read(stage, path)
        let report = try Self.report(kind)
        #expect(body.summary == report.summary && body.insights == report.insights && body.source == "template")
        let text = try await stage.run { try await $0.send(.get, "/feedback/\(path)", try stage.bearer()).text }
        #expect(text.hasPrefix(#"{"summary":"#))
        #expect(text.contains(report.analysis.text))
        let stored = try await stage.stores.reports.all(Stage.maya)
        #expect(stored.map(\.kind) == [kind] && stored.first?.inputHash == report.inputHash)
    }

    @Test("stored words are served while their input is unchanged, and renewed when it is not or when asked")
    func stored() async throws {
        let stage = try await Stage()
        let report = try Self.report(.debt)
        var kept = StoredReport(
            kind: .debt, summary: "Kept words", insights: report.insights,
            createdAt: stage.clock.date.addingTimeInterval(-60), inputHash: report.inputHash, source: .model)
        try await stage.stores.reports.save(Stage.maya, kept)
        let served = try await Self.read(stage, "optimize-debt")
        #expect(served.summary == "Kept words" && served.source == "model")
        #expect(try await Self.read(stage, "optimize-debt?refresh=true").summary == report.summary)
        kept.inputHash = "other"
        kept.createdAt = stage.clock.date.addingTimeInterval(60)
        try await stage.stores.reports.save(Stage.maya, kept)
        #expect(try await Self.read(stage, "optimize-debt").summary == report.summary)
    }

    @Test("a model's words are used once and kept; when it gives none ours stand")
    func reworded() async throws {
        let stage = try await Stage()
        let asked = NIOLockedValueBox(0)
        var parts = stage.parts()
        let reply = try Self.report(.budget).legacyJSON.text
        parts.reword = { report, _ in
            asked.withLockedValue { $0 += 1 }
            return ReportRewording.accept(reply: reply, for: report)
        }
        let first = try await Self.read(stage, "optimize-budget", parts)
        let again = try await Self.read(stage, "optimize-budget", parts)
        #expect(first.source == "model" && again.source == "model" && first.summary == again.summary)
        #expect(asked.withLockedValue { $0 } == 1)
        parts.reword = { _, _ in nil }
        #expect(try await Self.read(stage, "optimize-expenses", parts).source == "template")
    }

    @Test("without records it says what is missing, word for word as the old service, and keeps nothing")
    func empty() async throws {
        let stage = try await Stage()
        try await stage.run { client in
            for (path, kind) in [("expenses", ReportKind.expense), ("budget", .budget), ("debt", .debt)] {
                let headers = try stage.bearer(Stage.noah)
                let answer = try await client.send(.get, "/feedback/optimize-\(path)", headers)
                let body = try JSONDecoder().decode(Body.self, from: Data(answer.text.utf8))
                #expect(body.summary == kind.noData && body.insights.isEmpty)
            }
        }
        #expect(try await stage.stores.reports.all(Stage.noah).isEmpty)
    }

    @Test("a store that is away costs the keeping, not the report")
    func away() async throws {
        let stage = try await Stage()
        var parts = stage.parts()
        parts.stores.reports = Reports(
            all: { _ throws(PortError) in throw PortError(.unavailable, "away") },
            save: { _, _ throws(PortError) in throw PortError(.unavailable, "away") })
        let expected = try Self.report(.debt).summary
        #expect(try await Self.read(stage, "optimize-debt", parts).summary == expected)
    }
}
