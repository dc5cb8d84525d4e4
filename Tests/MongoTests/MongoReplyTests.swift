import Testing

@testable import Mongo

@Suite("Mongo replies")
struct MongoReplyTests {
    @Test("an answer without an error gives its counts")
    func counts() throws {
        let reply = try MongoReply(["ok": .double(1), "n": 3, "nModified": 2])
        #expect(reply.count == 3 && reply.modified == 2 && !reply.hasUpserted)
        let upserted = try MongoReply(["n": 1, "upserted": [["index": 0, "_id": 7]], "ok": 1])
        #expect(upserted.hasUpserted)
    }

    @Test("a refused write inside an accepted command is an error, and its words hold no stored value")
    func writeErrors() {
        let said: BSONDocument = [
            "ok": 1, "n": 0,
            "writeErrors": [
                [
                    "index": 0, "code": 11_000, "keyPattern": ["userId": 1, "email": 1],
                    "keyValue": ["email": "ada@example.com"],
                    "errmsg": "E11000 duplicate key { email: \"ada@example.com\" }",
                ]
            ],
        ]
        let error = #expect(throws: MongoError.self) { _ = try MongoReply(said) }
        #expect(error?.code == .duplicateKey)
        #expect(error?.cause == .server(11_000))
        #expect(error?.message == "a document with the same userId, email is stored already (11000)")
    }

    @Test("a write too few members confirmed is never taken for done")
    func writeConcern() {
        for (number, code) in [(64, MongoError.Code.timeout), (91, .unavailable), (100, .unavailable)] {
            let said: BSONDocument = ["ok": 1, "n": 1, "writeConcernError": ["code": .int32(Int32(number))]]
            #expect(MongoReply.failure(in: said)?.code == code)
        }
    }

    @Test(
        "server errors are told apart by number",
        arguments: [
            (50, MongoError.Code.timeout), (13, .notAuthorised), (18, .notAuthorised), (11_600, .unavailable),
            (189, .unavailable), (13_436, .unavailable), (10_107, .unavailable), (43, .unavailable), (9, .refused),
            (59, .refused), (0, .refused), (10_334, .tooLarge),
        ])
    func codes(_ number: Int, _ expected: MongoError.Code) {
        let said: BSONDocument = ["ok": 0, "code": .int32(Int32(number)), "errmsg": "secret words"]
        let error = MongoReply.failure(in: said)
        #expect(error?.code == expected)
        #expect(error?.isSilence == false)
        #expect(error?.message.contains("secret") == false)
    }
}
