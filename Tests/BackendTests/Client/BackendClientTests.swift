import Analyses
import Backend
import Finance
import Testing

@testable import Drafts
@testable import TestServers

@Suite("A call that is answered")
struct BackendClientTests {
    @Test("a draft arrives as it was made, with the person's token and the key, and its answer comes back whole")
    func roundTrip() async throws {
        try await Scene.with { scene in
            let token = try scene.fake.token(for: Scene.user)
            let answer = await scene.client.send(Scene.lunch(), token: token, idempotencyKey: "proposal-7.0")
            let seen = try await scene.fake.nextRequest()
            #expect(seen.method == "POST" && seen.uri == "/api/v1/expenses")
            #expect(seen.header("authorization") == "Bearer \(token)")
            #expect(seen.header("idempotency-key") == "proposal-7.0")
            #expect(seen.header("content-type") == "application/json")
            #expect(
                String(decoding: seen.body, as: UTF8.self)
                    == #"{"name":"Lunch","amount":12.4,"endDate":"2026-11-20","frequency":"on-off"}"#)
            guard case .answered(200, let body) = answer else { return #expect(Bool(false), "\(answer)") }
            #expect(String(decoding: body.bytes, as: UTF8.self).contains(#""success":true"#))
            #expect(scene.stored == 1)
        }
    }

    @Test("a change is a PATCH of its record")
    func change() async throws {
        try await Scene.with { scene in
            _ = try await scene.send()
            guard case .id(let id)? = scene.fake.records(.expenses).first?["_id"] else { throw Missing() }
            let answer = try await scene.send(
                BackendRequest(method: .patch, path: "/expenses/\(id)", body: [.init("amount", .int(9))]))
            guard case .answered(200, .json) = answer else { return #expect(Bool(false), "\(answer)") }
            #expect(scene.fake.requests.last?.method == "PATCH")
            #expect(scene.fake.records(.expenses).first?["amount"] == .int(9))
        }
    }

    @Test(
        "every status is an answer, and none makes the call a second time",
        arguments: [400, 401, 403, 404, 408, 409, 417, 421, 422, 429, 500, 502, 503])
    func statuses(status: Int) async throws {
        try await Scene.with { scene in
            scene.fake.misbehave(.status(status, retryAfter: "30"))
            guard case .answered(status, .json) = try await scene.send() else { throw Missing() }
            #expect(scene.fake.requests.count == 1 && scene.stored == 0)
        }
    }

    @Test("a page of a proxy is an answer whose body is no JSON", arguments: [200, 502])
    func page(status: Int) async throws {
        try await Scene.with { scene in
            scene.fake.misbehave(.page(status))
            let answer = try await scene.send()
            #expect(answer == .answered(status: status, body: .other(count: 25)))
        }
    }

    @Test("a redirect is an answer and is not followed")
    func redirect() async throws {
        try await FakeBackend.with { elsewhere in
            try await Scene.with { scene in
                scene.fake.misbehave(.redirect(to: elsewhere.baseURL + "/expenses"))
                let answer = try await scene.send()
                #expect(answer == .answered(status: 307, body: .other(count: 0)))
                #expect(elsewhere.connections == 0 && scene.fake.requests.count == 1)
            }
        }
    }

    @Test("an answer longer than the limit keeps its status and loses its body")
    func flood() async throws {
        try await Scene.with { scene in
            scene.fake.misbehave(.flood(300 << 10))
            guard case .answered(200, .partial(let count)) = try await scene.send() else { throw Missing() }
            #expect(count > 256 << 10 && count < 400 << 10 && scene.stored == 1)
        }
    }

    @Test("an answer up to the limit is read, one byte more is not")
    func limit() async throws {
        try await Scene.with { scene in
            guard case .answered(200, .json(let bytes)) = try await scene.send() else { throw Missing() }
            for (limit, isRead) in [(bytes.count, true), (bytes.count - 1, false)] {
                var settings = scene.client.settings
                settings.maxAnswerBytes = limit
                let client = try BackendClient(settings, logger: scene.lines.logger)
                let token = try scene.fake.token(for: Scene.user)
                let answer = await client.send(Scene.lunch(), token: token, idempotencyKey: "k")
                await client.close()
                if isRead, case .answered(200, .json) = answer { continue }
                #expect(!isRead && answer == .answered(status: 200, body: .partial(count: bytes.count)))
            }
        }
    }

    @Test("an answer whose body breaks off keeps its status")
    func half() async throws {
        try await Scene.with { scene in
            scene.fake.misbehave(.half)
            guard case .answered(200, .partial) = try await scene.send() else { throw Missing() }
        }
    }

    @Test("fifty at once are all made, each once")
    func crowd() async throws {
        try await Scene.with { scene in
            let answers = try await withThrowingTaskGroup(of: BackendAnswer.self) { group in
                for number in 0..<50 {
                    group.addTask { try await scene.send(Scene.lunch("Lunch \(number)"), key: "key-\(number)") }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(answers.allSatisfy { if case .answered(200, .json) = $0 { true } else { false } })
            #expect(Set(scene.fake.records(.expenses).map { $0["name"]?.json.text }).count == 50 && scene.stored == 50)
        }
    }

    struct Missing: Error {}
}
