import Testing

@testable import Mongo

@Suite("Mongo queries and writes")
struct MongoQueryTests {
    @Test("only what is set is sent, and the server's own time limit always is")
    func options() {
        #expect(MongoQuery(["a": 1]).options(serverTime: .milliseconds(1_500)) == ["maxTimeMS": 1_500])
        let full = MongoQuery(["a": 1], projection: ["b": 1], sort: ["c": -1], limit: 5, batch: 2)
        #expect(
            full.options(serverTime: .seconds(1)) == [
                "maxTimeMS": 1_000, "projection": ["b": 1], "sort": ["c": -1], "limit": .int64(5), "batchSize": 2,
            ])
    }

    @Test("every write asks for a majority and the journal")
    func concern() {
        #expect(MongoWrite.concern(within: .seconds(2)) == ["w": "majority", "j": true, "wtimeout": 2_000])
    }

    @Test("deleting one and deleting all differ in the limit only")
    func deletes() {
        let one = MongoWrite.delete(["a": 1], from: "c", many: false)
        #expect(one == ["delete": "c", "deletes": [["q": ["a": 1], "limit": 1]]])
        #expect(MongoWrite.delete(["a": 1], from: "c", many: true)["deletes"] == [["q": ["a": 1], "limit": 0]])
    }

    @Test("an index has the name every tool would give it")
    func indexName() {
        #expect(MongoIndex(["userId": 1, "timestamp": -1]).name == "userId_1_timestamp_-1")
    }

    @Test("settings print without their address")
    func settings() {
        let settings = MongoSettings(address: "mongodb://ada:secret@db/", database: "finance-management")
        #expect(!"\(settings)".contains("secret"))
    }
}
