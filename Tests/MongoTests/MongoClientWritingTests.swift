import TestServers
import Testing

@testable import Mongo

extension RealServer {
    @Suite("Writing to a real server")
    struct MongoClientWritingTests {
        @Test("an update says what it matched, changed and inserted")
        func update() async throws {
            try await Scene.with { scene in
                let client = scene.client
                let made = try await client.update(["_id": 1], with: ["$set": ["a": 1]], in: Notebook(), upsert: true)
                #expect(made == MongoUpdated(matched: 0, modified: 0, hasInserted: true))
                let same = try await client.update(["_id": 1], with: ["$set": ["a": 1]], in: Notebook())
                #expect(same == MongoUpdated(matched: 1, modified: 0, hasInserted: false))
                let none = try await client.update(["_id": 9], with: ["$set": ["a": 1]], in: Notebook())
                #expect(none.matched == 0 && !none.hasInserted)
                try await client.insert([["_id": 2], ["_id": 3]], into: Notebook())
                #expect(
                    try await client.update([:], with: ["$set": ["b": 2]], in: Notebook(), many: true).modified == 3)
            }
        }

        @Test("find-and-modify gives the document as it is afterwards, or nothing")
        func modify() async throws {
            try await Scene.with { scene in
                try await scene.client.insert([["_id": 1, "n": 1, "x": 1]], into: Notebook())
                let changed = try await scene.client.findAndModify(
                    ["_id": 1], with: ["$inc": ["n": 1]], in: Notebook(), projection: ["n": 1])
                #expect(changed == ["_id": 1, "n": 2])
                #expect(
                    try await scene.client.findAndModify(["_id": 2], with: ["$inc": ["n": 1]], in: Notebook()) == nil)
                let made = try await scene.client.findAndModify(
                    ["_id": 3], with: ["$inc": ["n": 1]], in: Notebook(), upsert: true)
                #expect(made?["n"] == 1)
            }
        }

        @Test("changes in order end with the first that fails; otherwise all others are made")
        func order() async throws {
            try await Scene.with { scene in
                try await scene.client.insert([["_id": 1, "n": 5]], into: Notebook())
                let changes = [
                    MongoChange(["_id": 2], ["$inc": ["n": 1]], upsert: true),
                    // There, but not so: an insert that breaks its key.
                    MongoChange(["_id": 1, "n": ["$lt": 5]], ["$inc": ["n": 1]], upsert: true),
                    MongoChange(["_id": 3], ["$inc": ["n": 1]], upsert: true),
                ]
                for (isOrdered, count, left) in [(true, 1, 2), (false, 2, 3)] {
                    let bulk = try await scene.client.update(changes, in: Notebook(), inOrder: isOrdered)
                    #expect(bulk.count == count && bulk.failures.mapValues(\.code) == [1: .duplicateKey])
                    #expect(try await scene.client.count(in: "notes") == left)
                }
            }
        }

        @Test("deleting gives how many are gone")
        func delete() async throws {
            try await Scene.with { scene in
                try await scene.client.insert((1...5).map { ["_id": .int32($0)] }, into: Notebook())
                #expect(try await scene.client.delete(["_id": ["$gt": 1]], from: Notebook()) == 1)
                #expect(try await scene.client.delete(["_id": ["$gt": 1]], from: Notebook(), many: true) == 3)
                #expect(try await scene.client.count(in: "notes") == 1)
            }
        }

        @Test("a second document with the same key is a duplicate, and the words name the fields alone")
        func duplicate() async throws {
            try await Scene.with { scene in
                try await scene.client.createIndexes(
                    [MongoIndex(["owner": 1, "mail": 1], isUnique: true)], in: Notebook())
                try await scene.client.insert([["_id": 1, "owner": 1, "mail": "ada@example.com"]], into: Notebook())
                let error = await #expect(throws: MongoError.self) {
                    try await scene.client.insert(
                        [["_id": 2, "owner": 1, "mail": "ada@example.com"]], into: Notebook())
                }
                #expect(error?.code == .duplicateKey)
                #expect(error?.attempts == 1)
                #expect(error?.description.contains("ada") == false)
            }
        }

        @Test("an insert whose answer was lost is repeated, and says that its own first try may hold the key")
        func lostAnswer() async throws {
            try await Scene.with(own: true) { scene in
                try await scene.client.insert([["_id": 0]], into: Notebook())
                try scene.fail(["insert"], ["closeConnection": true])
                try await scene.client.insert([["_id": 1]], into: Notebook())
                #expect(try await scene.client.count(["_id": 1], in: "notes") == 1)
            }
        }

        @Test("a write that too few members confirmed is an error although it was done")
        func unconfirmed() async throws {
            try await Scene.with(own: true) { scene in
                try scene.fail(["insert"], ["writeConcernError": ["code": 64, "errmsg": "waited"]])
                let error = await #expect(throws: MongoError.self) {
                    try await scene.client.insert([["_id": 1]], into: Notebook())
                }
                #expect(error?.code == .timeout)
                #expect(try await scene.client.count(in: "notes") == 1)
            }
        }

        @Test("a server that is not the primary any more cannot serve now")
        func notPrimary() async throws {
            try await Scene.with(own: true) { scene in
                try scene.fail(["insert"], ["errorCode": 10_107])
                let error = await #expect(throws: MongoError.self) {
                    try await scene.client.insert([["_id": 1]], into: Notebook())
                }
                #expect(error?.code == .unavailable)
                try await scene.client.insert([["_id": 1]], into: Notebook())
            }
        }

        @Test("indexes are made once, listed with their keys, and a missing collection has none")
        func indexes() async throws {
            try await Scene.with { scene in
                #expect(try await scene.client.indexes(of: "nowhere") == [])
                let wanted = [
                    MongoIndex(["userId": 1, "at": -1]),
                    MongoIndex(["userId": 1, "client": 1], isUnique: true, only: ["client": ["$exists": true]]),
                ]
                for _ in 1...2 { try await scene.client.createIndexes(wanted, in: Notebook()) }
                #expect(try await scene.client.indexes(of: "notes") == [["_id": 1]] + wanted.map(\.keys))
                try await scene.client.insert([["_id": 1, "userId": 1], ["_id": 2, "userId": 1]], into: Notebook())
            }
        }
    }
}
