import Mongo
import TestServers
import Testing

extension RealServer {
    @Suite("Reading from a real server")
    struct MongoClientReadingTests {
        @Test("documents come back filtered, projected, sorted and limited")
        func find() async throws {
            try await Scene.with { scene in
                try await scene.client.insert(
                    (1...9).map { ["_id": .int32($0), "n": .int32($0 * 10)] }, into: Notebook())
                let query = MongoQuery(
                    ["n": ["$gt": 30]], projection: ["n": 1, "_id": 0], sort: ["n": -1], limit: 3)
                #expect(try await scene.client.find(query, in: "notes") == [["n": 90], ["n": 80], ["n": 70]])
                #expect(try await scene.client.findOne(MongoQuery(["_id": 2]), in: "notes") == ["_id": 2, "n": 20])
                #expect(try await scene.client.findOne(MongoQuery(["_id": 99]), in: "notes") == nil)
                #expect(try await scene.client.count(["n": ["$lt": 50]], in: "notes") == 4)
                #expect(try await scene.client.exists(["n": 10], in: "notes"))
                #expect(try await scene.client.exists(["n": 11], in: "notes") == false)
            }
        }

        @Test("many batches make one whole list")
        func batches() async throws {
            try await Scene.with { scene in
                try await scene.client.insert((0..<1_000).map { ["_id": .int32($0)] }, into: Notebook())
                let found = try await scene.client.find(MongoQuery([:], sort: ["_id": 1], batch: 70), in: "notes")
                #expect(found.compactMap { $0["_id"]?.integer } == Array(0..<1_000))
            }
        }

        @Test("a cursor that breaks after the first batch is an error, never a short list")
        func brokenCursor() async throws {
            try await Scene.with(own: true) { scene in
                try await scene.client.insert((0..<100).map { ["_id": .int32($0)] }, into: Notebook())
                for failure in [["errorCode": 43], ["errorCode": 11_600], ["errorCode": 237]] as [BSONDocument] {
                    try scene.fail(["getMore"], failure)
                    let error = await #expect(throws: MongoError.self) {
                        _ = try await scene.client.find(MongoQuery([:], batch: 10), in: "notes")
                    }
                    #expect(error?.code == .unavailable)
                }
                try scene.fail(["getMore"], times: 2, ["closeConnection": true])
                let error = await #expect(throws: MongoError.self) {
                    _ = try await scene.client.find(MongoQuery([:], batch: 10), in: "notes")
                }
                #expect(error?.code == .unavailable)
                #expect(try await scene.client.find(MongoQuery([:], batch: 10), in: "notes").count == 100)
            }
        }

        @Test("a read over a connection that broke is tried once more")
        func retry() async throws {
            try await Scene.with(own: true) { scene in
                try await scene.client.insert([["_id": 1]], into: Notebook())
                try scene.fail(["find"], ["closeConnection": true])
                #expect(try await scene.client.find(MongoQuery([:]), in: "notes").count == 1)
            }
        }

        @Test("more documents or bytes than allowed are an error")
        func tooMuch() async throws {
            try await Scene.with({ $0.limits = .init(documents: 10, bytes: 400) }) { scene in
                try await scene.client.insert((0..<11).map { ["_id": .int32($0)] }, into: Notebook())
                try await scene.client.insert(
                    [["_id": 1, "t": .string(String(repeating: "x", count: 500))]], into: Notebook("b"))
                #expect(try await scene.client.find(MongoQuery([:], limit: 10), in: "notes").count == 10)
                for collection in ["notes", "b"] {
                    let error = await #expect(throws: MongoError.self) {
                        _ = try await scene.client.find(MongoQuery([:]), in: collection)
                    }
                    #expect(error?.code == .tooLarge)
                }
            }
        }

        @Test("200,000 expenses of one person are told as too many, in good time and without holding them all")
        func crowd() async throws {
            try await Scene.with { scene in
                for batch in 0..<40 {
                    let expenses: [BSONDocument] = (0..<5_000).map {
                        [
                            "_id": .int32(Int32(batch * 5_000 + $0)), "userId": 7, "amount": .double(12.5),
                            "title": "Shop",
                        ]
                    }
                    try await scene.client.insert(expenses, into: Notebook("expenses"))
                }
                let before = try ResidentMemory.now()
                let read = await timed { () async throws(MongoError) in
                    try await scene.client.find(MongoQuery(["userId": 7]), in: "expenses")
                }
                #expect(read.outcome.failure?.code == .tooLarge || read.outcome.failure?.code == .timeout)
                #expect(read.took < .seconds(5))
                #expect(try ResidentMemory.now() - before < 256 << 20)
            }
        }

        @Test("a pipeline gives what its stages make, and may not write")
        func aggregate() async throws {
            try await Scene.with { scene in
                try await scene.client.insert(
                    (1...6).map { ["_id": .int32($0), "g": .int32($0 % 2)] }, into: Notebook())
                let sums = try await scene.client.aggregate(
                    [["$group": ["_id": "$g", "sum": ["$sum": "$_id"]]], ["$sort": ["_id": 1]]], in: "notes")
                #expect(sums == [["_id": 0, "sum": 12], ["_id": 1, "sum": 9]])
                let error = await #expect(throws: MongoError.self) {
                    _ = try await scene.client.aggregate([["$out": "stolen"]], in: "notes")
                }
                #expect(error?.code == .refused)
            }
        }

        @Test("a read past the server's time limit ends as a timeout")
        func slowRead() async throws {
            try await Scene.with(own: true, { $0.socket = .milliseconds(400) }) { scene in
                try scene.fail(["find"], ["blockConnection": true, "blockTimeMS": 1_500])
                let (took, outcome) = await timed { () async throws(MongoError) in
                    try await scene.client.find(MongoQuery([:]), in: "notes")
                }
                #expect(outcome.failure?.code == .timeout)
                #expect(took < .milliseconds(900))
            }
        }

        @Test("every stored byte comes back: all value types survive the way there and back")
        func everyType() async throws {
            try await Scene.with { scene in
                var sample: BSONDocument = [
                    "_id": "sample", "d": .double(-0.0), "nan": .double(.nan), "inf": .double(.infinity),
                    "s": "家計 £\u{200B}",
                    "bin": .binary(subtype: 0, [0, 1]), "yes": true, "at": .date(1_776_679_200_123), "null": .null,
                    "i": .int32(.min), "l": .int64(.max), "list": [1, ["a": "b"]],
                    "re": .regex(pattern: "a", options: "i"),
                ]
                sample["dec"] = Decimal128("-12.50").map(BSON.decimal)
                try await scene.client.insert([sample], into: Notebook())
                let read = try #require(try await scene.client.findOne(MongoQuery(["_id": "sample"]), in: "notes"))
                #expect(read.bytes == sample.bytes)
            }
        }
    }
}
