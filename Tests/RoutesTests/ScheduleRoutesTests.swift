import Finance
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Ports
import TestKit
import Testing

@testable import Routes

@Suite struct ScheduleRoutesTests {
    private static let key = "a-scheduler-key-of-some-length"
    private static let start = "/schedule/run-daily-ai-jobs"

    private static func stage(key: String? = key) async throws -> Stage {
        var stage = try await Stage()
        stage.settings.schedulerKey = key
        return stage
    }

    private static func headers(_ key: String = key) throws -> HTTPFields {
        [try #require(HTTPField.Name("X-API-KEY")): key]
    }

    @Test("the old service's words for a start, and the run can be looked up and stopped")
    func start() async throws {
        let stage = try await Self.stage()
        let headers = try Self.headers()
        try await stage.run { client in
            let begun = try await client.send(.post, Self.start, headers)
            #expect(begun.status == .ok)
            #expect(begun.text.contains("Daily AI analysis and reporting jobs have been started in the background."))
            let run = try #require(try await stage.stores.runs.next())
            #expect(run.trigger == .key && run.only == nil && begun.text.contains(run.id))
            let one = try await client.send(.get, "/schedule/runs/\(run.id)", headers)
            #expect(one.text.contains(#""state":"wanted""#))
            #expect(try await client.send(.get, "/schedule/runs", headers).text.contains(run.id))
            let stopped = try await client.send(.post, "/schedule/runs/\(run.id)/stop", headers)
            #expect(stopped.text.contains(#""isStopping":true"#))
        }
    }

    @Test("asking again while one is under way starts nothing twice")
    func twice() async throws {
        let stage = try await Self.stage()
        let headers = try Self.headers()
        try await stage.run { client in
            let (one, two) = (
                try await client.send(.post, Self.start, headers), try await client.send(.post, Self.start, headers)
            )
            #expect(one.text == two.text)
            #expect(try await stage.stores.runs.newest(9).count == 1)
        }
    }

    @Test(
        "a missing, wrong, longer, shorter or doubled key gets in nowhere",
        arguments: ["", "a", key + "x", String(key.dropLast()), key + key, key.uppercased()])
    func refused(given: String) async throws {
        let stage = try await Self.stage()
        let headers = try Self.headers(given)
        try await stage.run { client in
            for route in Routes.all(stage.parts()) where route.access == .key {
                let path = route.path.replacing("{id}", with: "nightly-2026-04-20")
                for headers in [headers, [:]] {
                    let answer = try await client.send(route.method, path, headers)
                    #expect(answer.status == .unauthorized, "\(path)")
                    #expect(answer.detail == "Invalid or missing scheduler API Key")
                }
            }
        }
        #expect(try await stage.stores.runs.newest(9).isEmpty)
    }

    @Test("without a configured key nobody gets in, with an empty one neither")
    func closed() async throws {
        let stage = try await Self.stage(key: nil)
        for headers in [try Self.headers(), try Self.headers("")] {
            let status = try await stage.run { try await $0.send(.post, Self.start, headers).status }
            #expect(status == .unauthorized)
        }
    }

    @Test("a run nobody knows is not found")
    func unknown() async throws {
        let stage = try await Self.stage()
        let headers = try Self.headers()
        try await stage.run { client async throws in
            #expect(try await client.send(.get, "/schedule/runs/never", headers).code == "not_found")
            #expect(try await client.send(.post, "/schedule/runs/never/stop", headers).code == "not_found")
            #expect(try await client.send(.get, "/schedule/runs?limit=0", headers).status == .unprocessableContent)
        }
    }

    @Test("an administrator asks for everyone or for one person; what is no id is refused")
    func admin() async throws {
        let stage = try await Self.stage()
        let headers: HTTPFields = [.authorization: "Bearer \(try stage.token(of: Stage.admin, role: .admin))"]
        try await stage.run { client in
            let one = try await client.send(.post, "/admin/run-analysis?userId=\(Stage.maya.hex)", headers)
            #expect(one.text.contains(Stage.maya.hex))
            #expect(try await client.send(.post, "/admin/run-analysis?userId=x", headers).status.code == 422)
            #expect(try await client.send(.post, "/admin/run-analysis", headers).status == .ok)
        }
        let runs = try await stage.stores.runs.newest(9)
        #expect(runs.count == 2 && runs.allSatisfy { $0.trigger == .admin })
    }

    @Test("the overview has four weeks of moves between levels, from runs for everyone")
    func weeks() async throws {
        let stage = try await Self.stage()
        let day = Day(stage.clock.date)
        for (place, only) in [nil, Stage.maya].enumerated() {
            var run = RunRecord(
                id: "nightly-\(place)", night: day, asOf: stage.clock.date, trigger: .clock, only: only,
                at: stage.clock.date)
            run.tally.levels = ["low>high": 2, "low>low": 40]
            _ = try await stage.stores.runs.want(run)
        }
        let headers: HTTPFields = [.authorization: "Bearer \(try stage.token(of: Stage.admin, role: .admin))"]
        let answer = try await stage.run { try await $0.send(.get, "/admin/overview", headers) }
        #expect(answer.text.contains(#""weeks":[{"week":"2026-W17","nights":1,"rose":2,"fell":0"#), "\(answer.text)")
        #expect(answer.text.components(separatedBy: #""nights":0"#).count == 4)
    }
}
