import Analyses
import Backend
import CoreMetrics
import Foundation
import TestKit
import TestServers
import Testing

@testable import Drafts

@Suite("What a call leaves behind")
struct BackendSecrecyTests {
    /// Calls with every kind of end; gives their answers.
    private func everything(_ scene: Scene, _ token: String) async -> [BackendAnswer] {
        var answers: [BackendAnswer] = []
        func send(_ token: String, _ request: BackendRequest = Scene.lunch("CNRY-name")) async {
            answers.append(await scene.client.send(request, token: token, idempotencyKey: "CNRY-key"))
        }
        let mischief: [BackendMischief] = [
            .status(401), .status(403), .status(500), .page(502), .redirect(to: "/x"), .hang, .reset, .close, .half,
            .flood(300 << 10), .garbage,
        ]
        await send(token)
        for one in mischief {
            scene.fake.misbehave(one, afterDoing: true)
            await send(token)
        }
        await send(token + " ")
        await send(token, BackendRequest(method: .post, path: "/CNRY-path/..", body: []))
        let change = BackendRequest(method: .patch, path: "/expenses/661f0a1b2c3d4e5f607182aa", body: [])
        await send(token, change)
        return answers
    }

    @Test("no line, answer or description holds the token, the key, a name, an amount, an id or an address")
    func secrecy() async throws {
        try await Scene.with(settings: BackendClientOutcomeTests.soon) { scene in
            let token = try scene.fake.token(for: Scene.user)
            let answers = await everything(scene, token)
            #expect(scene.lines.all.count == answers.count && answers.count == 15)
            var told = scene.lines.all.joined(separator: "\n")
            // The backend's own words may hold what was sent; everything else of an answer may not.
            for answer in answers {
                if case .answered(_, .json) = answer { continue }
                told += "\(answer) " + String(reflecting: answer)
            }
            dump((scene.client, scene.client.settings), to: &told)
            let parts = token.split(separator: ".").map(String.init)
            for secret in parts + ["CNRY", "12.4", "661f0a1b2c3d4e5f607182aa", "Bearer"] {
                #expect(!told.contains(secret), "\(secret.prefix(12)) was told")
            }
            let lines = scene.lines.all.joined(separator: "\n")
            #expect(!lines.contains("127.0.0.1") && !lines.contains("\(scene.fake.port)"))
        }
    }

    @Test("a line tells operation, outcome and why, and is a warning when somebody should look")
    func lines() async throws {
        try await Scene.with(settings: BackendClientOutcomeTests.soon) { scene in
            _ = try await scene.send()
            scene.fake.misbehave(.status(500))
            _ = try await scene.send()
            scene.fake.misbehave(.hang)
            _ = try await scene.send()
            _ = try await scene.send(key: "")
            #expect(
                scene.lines.all == [
                    "info backend.called operation=expenses.create outcome=2xx status=200",
                    "warning backend.called operation=expenses.create outcome=5xx status=500",
                    "warning backend.called operation=expenses.create outcome=unknown reason=timeout",
                    "warning backend.called operation=expenses.create outcome=not_sent reason=badKey",
                ])
        }
    }

    @Test("each call is timed once, by operation and outcome")
    func metrics() async throws {
        let timers = TimerNames()
        try await withMetricsFactory(timers) {
            try await Scene.with { scene in
                _ = try await scene.send()
                scene.fake.misbehave(.status(404))
                let change = BackendRequest(method: .patch, path: "/debts/661f0a1b2c3d4e5f607182aa", body: [])
                _ = try await scene.send(change)
                _ = try await scene.send(BackendRequest(method: .post, path: "/users/x", body: []), key: "")
            }
        }
        let ends = ["expenses.create/2xx", "debts.change/4xx", "other.create/not_sent"]
        #expect(timers.all == ends.map { "sidecar_backend_call_seconds/\($0)" })
    }
}
