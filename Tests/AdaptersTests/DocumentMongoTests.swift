import Finance
import FoundationEssentials
import Mongo
import Testing

@testable import Adapters

@Suite("Stored documents as values")
struct DocumentMongoTests {
    @Test("every stored type has its value, and what the pure rings have no use for keeps its name")
    func kinds() throws {
        let id = try #require(ObjectID("661f0a1b2c3d4e5f60718293"))
        let stored: BSONDocument = [
            "n": .null, "b": true, "i": 5, "l": .int64(6), "d": .double(1.5), "s": "text", "at": .date(1_500),
            "id": .id(id), "list": [1, ["x": 2]], "bin": .binary(subtype: 0, [1]), "ts": .timestamp(1),
            "re": .regex(pattern: "a", options: ""), "old": .other(6),
            "dec": .decimal(try #require(Decimal128("12.50"))),
        ]
        #expect(
            Document(stored).fields == [
                "n": .null, "b": .bool(true), "i": .int(5), "l": .int(6), "d": .double(1.5), "s": .string("text"),
                "at": .date(Date(timeIntervalSince1970: 1.5)), "id": .id("661f0a1b2c3d4e5f60718293"),
                "list": .array([.int(1), .document(Document(["x": .int(2)]))]), "bin": .other("binary"),
                "ts": .other("timestamp"), "re": .other("regex"), "old": .other("type 6"), "dec": .decimal("12.50"),
            ])
    }

    @Test("a field stored twice keeps its first value")
    func twice() {
        #expect(Document(BSONDocument([.init("a", 1), .init("a", 2)])).fields == ["a": .int(1)])
    }

    @Test("a document to store keeps its values, takes the backend's number widths and begins with its id")
    func storing() {
        let document = Document([
            "z": .int(5), "_id": .id("661f0a1b2c3d4e5f60718293"), "big": .int(5_000_000_000), "text": .id("not hex"),
            "dec": .decimal("10.00"), "odd": .decimal("ten"), "list": .array([.bool(true), .null]),
            "in": .document(Document(["at": .date(Date(timeIntervalSince1970: -0.001))])),
        ])
        let stored = BSONDocument(document)
        #expect(stored.elements.map(\.name) == ["_id", "big", "dec", "in", "list", "odd", "text", "z"])
        #expect(stored["z"] == .int32(5) && stored["big"] == .int64(5_000_000_000))
        #expect(stored["text"] == "not hex" && stored["odd"] == "ten")
        #expect(stored["in"]?.document?["at"] == .date(-1))
        var back = document
        back.fields["text"] = .string("not hex")
        back.fields["odd"] = .string("ten")
        #expect(Document(stored) == back)
    }

    @Test("an instant no date can hold ends at the edge instead of trapping")
    func edges() {
        #expect(BSON(Date(timeIntervalSince1970: .infinity)) == .date(.max))
        #expect(BSON(Date(timeIntervalSince1970: -1e300)) == .date(.min))
    }
}
