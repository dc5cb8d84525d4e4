import Logging
import Mongo
import TestServers
import Testing

extension RealServer {
    @Suite("A server that fails")
    struct MongoClientTests {
        private let quiet = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

        @Test(
            "an address that can never work is refused at once, without showing it",
            arguments: [
                "", "postgres://x", "mongodb://", "mongodb://user:secret@host:port/",
            ])
        func badAddress(_ address: String) {
            let error = #expect(throws: MongoError.self) {
                _ = try MongoClient(MongoSettings(address: address, database: "d"), logger: quiet)
            }
            #expect(error?.code == .badAddress)
            #expect(error?.description.contains("secret") == false)
        }

        @Test("a server that is not there is unavailable within 2.5 s, then at once, and found again without a restart")
        func killAndRestart() async throws {
            try await Scene.with(own: true, { $0.rest = .seconds(3) }) { scene in
                try await scene.client.ping()
                await scene.server.kill()
                let first = await timed { () async throws(MongoError) in try await scene.client.ping() }
                #expect(first.outcome.failure?.code == .unavailable)
                #expect(first.took < .milliseconds(2_700))
                await fillBreaker(scene.client)
                #expect(!scene.client.isReachable)
                let resting = await timed { () async throws(MongoError) in try await scene.client.ping() }
                #expect(resting.outcome.failure?.code == .unavailable)
                #expect(resting.took < .milliseconds(500))
                try await scene.server.restart()
                #expect(await answers(scene.client, within: .seconds(6)))
                #expect(scene.client.isReachable)
            }
        }

        @Test("a server that is down at start is unavailable, and found as soon as it is up")
        func downAtStart() async throws {
            try await Scene.with(own: true) { scene in
                await scene.server.stop()
                let first = await timed { () async throws(MongoError) in try await scene.client.ping() }
                #expect(first.outcome.failure?.code == .unavailable)
                #expect(first.took < .milliseconds(2_700))
                try await scene.server.restart()
                #expect(await answers(scene.client, within: .seconds(5)))
            }
        }

        @Test("a server that hangs is a timeout within 2.5 s, and answers again when it goes on")
        func pauseAndResume() async throws {
            try await Scene.with(own: true, { $0.rest = .milliseconds(500) }) { scene in
                try await scene.client.ping()
                try await scene.server.pause()
                let hung = await timed { () async throws(MongoError) in try await scene.client.ping() }
                await scene.server.resume()
                #expect(hung.outcome.failure?.code == .timeout)
                #expect(hung.took < .milliseconds(2_700))
                #expect(await answers(scene.client, within: .seconds(5)))
            }
        }

        @Test("a hundred calls into a dead server all end within the deadline of one, however few threads there are")
        func manyIntoDead() async throws {
            try await Scene.with(own: true, { $0.threads = 2 }) { scene in
                try await scene.client.ping()
                await scene.server.kill()
                let start = ContinuousClock.now
                await withTaskGroup(of: MongoError.Code?.self) { group in
                    for _ in 0..<100 {
                        group.addTask {
                            await timed { () async throws(MongoError) in try await scene.client.ping() }.outcome
                                .failure?
                                .code
                        }
                    }
                    for await code in group { #expect(code == .unavailable || code == .busy) }
                }
                #expect(start.duration(to: .now) < .seconds(8))
            }
        }

        @Test("with every connection held and the line full, calls are busy at once, and nothing deadlocks")
        func exhausted() async throws {
            try await Scene.with(
                own: true,
                {
                    $0.threads = 2
                    $0.queue = 4
                }
            ) { scene in
                try scene.fail(["find"], times: 1_000, ["blockConnection": true, "blockTimeMS": 200])
                let outcomes = await withTaskGroup(of: Result<Bool, MongoError>.self) { group in
                    for _ in 0..<50 {
                        group.addTask {
                            await timed { () async throws(MongoError) in
                                try await scene.client.exists([:], in: "notes")
                            }.outcome
                        }
                    }
                    return await group.reduce(into: []) { $0.append($1) }
                }
                let busy = outcomes.count { $0.failure?.code == .busy }
                #expect(busy >= 40)
                #expect(outcomes.count { $0.failure == nil } == 50 - busy)
                try scene.heal()
                #expect(try await scene.client.exists([:], in: "notes") == false)
            }
        }

        @Test("a call whose task is cancelled while it waits never reaches the server")
        func cancelled() async throws {
            try await Scene.with(own: true, { $0.threads = 1 }) { scene in
                try scene.fail(["find"], ["blockConnection": true, "blockTimeMS": 300])
                await withTaskGroup(of: Void.self) { group in
                    group.addTask { _ = try? await scene.client.exists([:], in: "notes") }
                    for id in 0..<20 {
                        group.addTask { try? await scene.client.insert([["_id": .int32(Int32(id))]], into: Notebook()) }
                    }
                    group.cancelAll()
                }
                #expect(try await scene.client.count(in: "notes") <= 1)
            }
        }

        @Test("several clients live and go in one process, and a closed one says so")
        func severalClients() async throws {
            let server = try await MongoServer.shared()
            for _ in 0..<3 {
                let clients = try (0..<3).map { _ in
                    try MongoClient(MongoSettings(address: server.address, database: "d"), logger: quiet)
                }
                for client in clients { try await client.ping() }
                for client in clients { await client.shutdown() }
                let error = await #expect(throws: MongoError.self) { try await clients[0].ping() }
                #expect(error?.code == .closed)
            }
        }

        private func fillBreaker(_ client: MongoClient) async {
            await withTaskGroup(of: Void.self) { group in
                for _ in 0..<8 { group.addTask { try? await client.ping() } }
            }
        }

        private func answers(_ client: MongoClient, within limit: Duration) async -> Bool {
            let deadline = ContinuousClock.now + limit
            while ContinuousClock.now < deadline {
                if (try? await client.ping()) != nil { return true }
                try? await Task.sleep(for: .milliseconds(20))
            }
            return false
        }
    }
}
