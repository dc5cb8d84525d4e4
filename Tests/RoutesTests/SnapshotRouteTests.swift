import FoundationEssentials
import Hummingbird
import HummingbirdTesting
import Ports
import TestKit
import Testing

@testable import Routes

@Suite struct SnapshotRouteTests {
    private struct Body: Decodable {
        struct Figure: Decodable {
            var id: String
            var window: String?
            var asOf: String
            var basis: String
        }
        struct Remark: Decodable { var reason: String }
        struct Overview: Decodable {
            var income: Double?
            var expenses: Double?
            var leftOver: Double?
        }
        var currency: String
        var month: String
        var asOf: String
        var coverage: String
        var overview: Overview
        var figures: [Figure]
        var skipped: [Remark]
    }

    private static func read(_ stage: Stage, _ query: String = "", of user: Bool = true) async throws -> Body {
        try await stage.run { client in
            let headers = try stage.bearer(user ? Stage.maya : Stage.noah)
            let answer = try await client.send(.get, "/analysis/snapshot\(query)", headers)
            #expect(answer.status == .ok, "\(answer.text)")
            return try JSONDecoder().decode(Body.self, from: Data(answer.text.utf8))
        }
    }

    @Test("the worked example comes out to the penny, each figure with its basis and its time")
    func worked() async throws {
        let body = try await Self.read(try await Stage())
        #expect(body.currency == "GBP" && body.month == "2026-04" && body.coverage != "none")
        #expect(body.asOf == "2026-04-20T10:00:00Z")
        #expect(body.overview.income == 3_650.5)
        #expect(body.overview.expenses == 1_382.99)
        #expect(body.overview.leftOver == 2_267.51)
        #expect(body.figures.count > 5)
        #expect(body.figures.allSatisfy { !$0.basis.isEmpty && $0.asOf == body.asOf })
    }

    @Test("a person without records has null amounts and a reason, never zeros")
    func empty() async throws {
        let body = try await Self.read(try await Stage(), of: false)
        #expect(body.coverage == "none")
        #expect(body.overview.income == nil && body.overview.leftOver == nil)
    }

    @Test("another month is read as asked, and refresh reads past the cache")
    func asked() async throws {
        let stage = try await Stage()
        #expect(try await Self.read(stage, "?month=2026-03").month == "2026-03")
        var parts = stage.parts()
        parts.snapshots = .unexpected
        try await Application(router: Routes.router(parts)).test(.router) { client in
            let answer = try await client.send(.get, "/analysis/snapshot?refresh=true", try stage.bearer())
            #expect(answer.status == .ok)
        }
    }
}
