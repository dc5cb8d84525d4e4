import Analyses
import Finance
import Foundation
import Hummingbird
import HummingbirdTesting
import Ports
import TestKit
import Testing

@testable import Routes

@Suite struct AdminRoutesTests {
    private static let maya = "/admin/user-dashboard/\(Stage.maya.hex)"
    private static let alertID = "6640000000000000000000a1"

    private static func stage() async throws -> Stage {
        let stage = try await Stage()
        for (place, message) in ["Debt is high", "Spending is up"].enumerated() {
            let alert = AdminAlert(
                id: "6640000000000000000000a\(place)", user: Stage.maya, email: "maya@example.org", message: message,
                category: "High Debt", createdAt: stage.clock.date.addingTimeInterval(Double(place)), key: "k\(place)")
            #expect(try await stage.stores.alerts.raise(alert))
        }
        return stage
    }

    private static func admin(_ stage: Stage) throws -> HTTPFields {
        [.authorization: "Bearer \(try stage.token(of: Stage.admin, role: .admin))"]
    }

    @Test("nobody but an administrator gets in, whatever the token claims")
    func closed() async throws {
        let stage = try await Self.stage()
        let forged: HTTPFields = [.authorization: "Bearer \(try stage.token(of: Stage.maya, role: .admin))"]
        let routes = Routes.all(stage.parts()).filter { $0.access == .admin }
        #expect(routes.count == 10)
        try await stage.run { client in
            for route in routes {
                let path = route.path.replacing("{id}", with: Self.alertID).replacing(
                    "{user_id}", with: Stage.maya.hex)
                let method = route.method
                #expect(try await client.send(method, path).status == .unauthorized, "\(path)")
                #expect(try await client.send(method, path, try stage.bearer()).status == .forbidden, "\(path)")
                let answer = try await client.send(method, path, forged)
                #expect(answer.status == .forbidden, "\(path)")
                #expect(answer.detail == "Access denied: Administrator privileges required.")
            }
        }
        #expect(try await stage.stores.alerts.newest(Stage.maya, 5).allSatisfy { $0.state == .open })
    }

    @Test("the dashboard has the old eight keys in order, then as-of and analysis, and notes the look")
    func dashboard() async throws {
        let stage = try await Self.stage()
        let headers = try Self.admin(stage)
        let text = try await stage.run { try await $0.send(.get, Self.maya, headers).text }
        let keys = [
            "totalMonthlySpending", "topOverspendingCategories", "spendingGrowthFromLastMonth", "spendingHeatmap",
            "currentAlerts", "aiTips", "debtStatuses", "peerComparison", "asOf", "analysis",
        ]
        let places = keys.map { text.range(of: #""\#($0)":"#)?.lowerBound }
        #expect(!places.contains(nil), "\(text)")
        let found = places.compactMap { $0 }
        #expect(found == found.sorted())
        #expect(text.hasPrefix(#"{"totalMonthlySpending":1382.99,"#))
        #expect(text.contains(#""alertMessage":"Spending is up""#))
        #expect(stage.log.text.contains("admin.looked_at"))
        #expect(!stage.log.text.contains(Stage.maya.hex))
    }

    @Test("an unknown person is 404, an id that is none is 400 in the old words")
    func unknown() async throws {
        let stage = try await Self.stage()
        let headers = try Self.admin(stage)
        try await stage.run { client in
            let nobody = try await client.send(.get, "/admin/user-dashboard/6620000000000000000000ff", headers)
            #expect(nobody.status == .notFound && nobody.detail == "User not found.")
            let odd = try await client.send(.get, "/admin/user-dashboard/me", headers)
            #expect(odd.status == .badRequest && odd.detail == "Invalid user_id format provided: me")
        }
    }

    @Test("whoever was looked at is in the triage list, which says that it is a screening aid")
    func triage() async throws {
        let stage = try await Self.stage()
        let headers = try Self.admin(stage)
        try await stage.run { client in
            _ = try await client.send(.get, Self.maya, headers)
            let list = try await client.send(.get, "/admin/users", headers)
            #expect(list.status == .ok && list.text.contains(Stage.maya.hex))
            #expect(list.text.contains(RiskAssessment.notice))
            let overview = try await client.send(.get, "/admin/overview", headers)
            #expect(overview.text.contains(#""assessed":1"#), "\(overview.text)")
            for (query, words) in [
                ("risk=huge", "one of low, medium, high"), ("cursor=x", "cursor of an earlier page"),
            ] {
                let refused = try await client.send(.get, "/admin/users?\(query)", headers)
                #expect(refused.status == .unprocessableContent && refused.text.contains(words))
            }
        }
    }

    @Test("a look is no night: what the last assessment left stays as it is, days later too")
    func lookIsNoNight() async throws {
        let stage = try await Self.stage()
        let headers = try Self.admin(stage)
        _ = try await stage.run { try await $0.send(.get, Self.maya, headers) }
        let first = try #require(try await stage.stores.triage.previous(Stage.maya))
        stage.clock.advance(by: .seconds(3 * 86_400))
        let later = try Self.admin(stage)
        #expect(try await stage.run { try await $0.send(.get, Self.maya, later) }.status == .ok)
        #expect(try await stage.stores.triage.previous(Stage.maya) == first)
    }

    @Test("alerts are listed newest first by page, and move through their states with owner and note")
    func alerts() async throws {
        let stage = try await Self.stage()
        let headers = try Self.admin(stage)
        try await stage.run { client in
            let first = try await client.send(.get, "/admin/alerts?limit=1", headers)
            #expect(first.text.contains("Spending is up") && first.text.contains(#""after":"\#(Self.alertID)""#))
            let second = try await client.send(.get, "/admin/alerts?limit=1&after=\(Self.alertID)", headers)
            #expect(second.text.contains("Debt is high") && second.text.contains(#""after":null"#))
            let path = "/admin/alerts/\(Self.alertID)"
            let acked = try await client.send(.post, path + "/ack", headers, body: #"{"note":"Called"}"#)
            #expect(acked.text.contains(#""state":"acknowledged""#) && acked.text.contains(#""note":"Called""#))
            #expect(acked.text.contains(#""owner":"\#(Stage.admin.hex)""#))
            let rest = try await client.send(.post, path + "/snooze", headers)
            #expect(rest.text.contains(#""snoozedUntil":"2026-04-27"#), "\(rest.text)")
            #expect(try await client.send(.post, path + "/resolve", headers).text.contains(#""state":"resolved""#))
            let open = try await client.send(.get, "/admin/alerts?state=open", headers)
            #expect(!open.text.contains("Spending is up") && open.text.contains("Debt is high"))
        }
    }

    @Test("every list, look, decision and wish is a line with who and about whom, by their names for logs")
    func audit() async throws {
        let stage = try await Self.stage()
        let headers = try Self.admin(stage)
        let asks: [(HTTPRequest.Method, String)] = [
            (.get, "/admin/users"), (.get, "/admin/alerts"), (.get, Self.maya),
            (.post, "/admin/alerts/\(Self.alertID)/ack"), (.post, "/admin/run-analysis?userId=\(Stage.maya.hex)"),
        ]
        try await stage.run { client async throws in
            for (method, path) in asks {
                #expect(try await client.send(method, path, headers).status == .ok, "\(path)")
            }
        }
        let lines = stage.log.lines.filter { $0.event.hasPrefix("admin.") }
        #expect(
            lines.map(\.event) == [
                "admin.listed", "admin.listed", "admin.looked_at", "admin.decided", "admin.run_asked",
            ])
        let name = stage.parts().logName
        #expect(lines.allSatisfy { $0.metadata["admin"] == name(Stage.admin) })
        #expect(lines.dropFirst(2).allSatisfy { $0.metadata["person"] == name(Stage.maya) })
        #expect(lines[1].metadata["alerts"] == "2" && lines[3].metadata["state"] == "acknowledged")
        for secret in [Stage.maya.hex, Stage.admin.hex, "maya@example.org", "Debt is high", Self.alertID] {
            #expect(!stage.log.text.contains(secret), "the log holds \(secret)")
        }
    }

    @Test("a decision that cannot be taken says why and changes nothing")
    func refusedDecisions() async throws {
        let stage = try await Self.stage()
        let headers = try Self.admin(stage)
        let long = String(repeating: "x", count: DecisionBody.longestNote + 1)
        try await stage.run { client in
            for (path, body, status) in [
                ("\(Self.alertID)/snooze", #"{"until":"yesterday"}"#, HTTPResponse.Status.unprocessableContent),
                ("\(Self.alertID)/snooze", #"{"until":"2026-01-01T00:00:00Z"}"#, .unprocessableContent),
                ("\(Self.alertID)/snooze", #"{"until":"2099-01-01T00:00:00Z"}"#, .unprocessableContent),
                ("\(Self.alertID)/ack", #"{"note":"\#(long)"}"#, .unprocessableContent),
                ("\(Self.alertID)/ack", #"{"note":5}"#, .unprocessableContent),
                ("\(Self.alertID)/ack", "x", .badRequest),
                ("6640000000000000000000ff/ack", "{}", .notFound), ("me/ack", "{}", .notFound),
            ] {
                let answer = try await client.send(.post, "/admin/alerts/\(path)", headers, body: body)
                #expect(answer.status == status, "\(path) \(body.prefix(40)): \(answer.text)")
            }
        }
        #expect(try await stage.stores.alerts.newest(Stage.maya, 5).allSatisfy { $0.state == .open })
    }
}
