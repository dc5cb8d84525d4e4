import Logging
import Mongo
import TestServers
import Testing

extension RealServer {
    @Suite("Following changes")
    struct MongoClientFollowingTests {
        /// What came, and a way to wait for it.
        private struct Heard: Sendable {
            private let stream: AsyncStream<String>
            let note: @Sendable (String) -> Void

            init() {
                let (stream, source) = AsyncStream<String>.makeStream()
                self.stream = stream
                note = { source.yield($0) }
            }

            func next(_ count: Int) async -> [String] {
                var heard: [String] = []
                for await word in stream {
                    heard.append(word)
                    if heard.count == count { break }
                }
                return heard
            }
        }

        private static func follow(_ scene: Scene, _ heard: Heard) async throws(MongoError) {
            try await scene.client.follow(["notes"], fields: ["owner"], opened: { heard.note("opened") }) { change in
                let fields = change["fullDocument"]?.document
                let names = fields?.elements.map(\.name).sorted().joined(separator: ",") ?? "none"
                heard.note(
                    "\(change["ns"]?.document?["coll"]?.string ?? "-") \(fields?["owner"]?.string ?? "-") \(names)")
            }
        }

        @Test(
            "inserts and updates of the named collections are told with the named fields, removals and others are not")
        func told() async throws {
            try await Scene.with { scene in
                try await withThrowingTaskGroup(of: Void.self) { group in
                    let heard = Heard()
                    group.addTask { try await Self.follow(scene, heard) }
                    #expect(await heard.next(1) == ["opened"])
                    let notes = Notebook()
                    try await scene.client.insert([["_id": 1, "owner": "a", "secret": "x"]], into: notes)
                    try await scene.client.insert([["_id": 2, "owner": "b"]], into: Notebook("others"))
                    _ = try await scene.client.update(["_id": 1], with: ["$set": ["secret": "y"]], in: notes)
                    // The fields are looked up when the change is read: before the document may be gone.
                    #expect(await heard.next(2) == ["notes a owner", "notes a owner"])
                    _ = try await scene.client.delete(["_id": 1], from: notes)
                    try await scene.client.insert([["_id": 3, "owner": "c"]], into: notes)
                    #expect(await heard.next(1) == ["notes c owner"])
                    group.cancelAll()
                }
            }
        }

        @Test("a single server says that it tells of no changes, and goes on answering")
        func standalone() async throws {
            let server = try await MongoServer.start(isStandalone: true)
            let client = try MongoClient(
                MongoSettings(address: server.address, database: MongoServer.database()),
                logger: .init(label: "test"))
            let (_, outcome) = await timed { () async throws(MongoError) in
                try await client.follow(["notes"], fields: []) { _ in }
            }
            #expect(outcome.failure?.code == .refused)
            try await client.ping()
            await client.shutdown()
            await server.stop()
        }

        @Test("a server that goes away ends it with an error, not with silence")
        func gone() async throws {
            try await Scene.with(own: true) { scene in
                let heard = Heard()
                async let ended = timed { () async throws(MongoError) in try await Self.follow(scene, heard) }
                #expect(await heard.next(1) == ["opened"])
                await scene.server.kill()
                let outcome = await ended.outcome
                #expect(outcome.failure != nil)
            }
        }
    }
}
