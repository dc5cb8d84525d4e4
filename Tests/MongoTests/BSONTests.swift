import Testing

@testable import Mongo

@Suite("BSON")
struct BSONTests {
    /// One value of every type, nested, with names and texts of every width.
    static let sample: BSONDocument = [
        "d": .double(12.99), "s": "£1,234 – naïve 家計\u{0}zero inside", "empty": "", "in": ["a": 1, "b": ["x", nil_]],
        "list": [1, "two", [3]], "bin": .binary(subtype: 4, [1, 2, 3]), "id": .id(id), "yes": true, "no": false,
        "at": .date(-62_135_596_800_000), "null": .null, "re": .regex(pattern: "^a", options: "i"), "i": .int32(-7),
        "ts": .timestamp(.max), "l": .int64(.min), "dec": .decimal(Decimal128(high: 0x303C_0000_0000_0000, low: 1250)),
    ]
    private static let nil_ = BSON.null
    private static let id = ObjectID(high: 0x661F_0A1B_2C3D_4E5F, low: 0x6071_8293)

    @Test("what is written is read back the same, and written again to the same bytes")
    func roundTrip() throws {
        let bytes = Self.sample.bytes
        let read = try BSONDocument(bytes: bytes)
        #expect(read == Self.sample)
        #expect(read.bytes == bytes)
    }

    @Test("the bytes are those of the specification")
    func knownBytes() throws {
        let hello: [UInt8] =
            [0x16, 0, 0, 0, 2] + Array("hello".utf8) + [0, 6, 0, 0, 0] + Array("world".utf8) + [0, 0]
        #expect(BSONDocument(dictionaryLiteral: ("hello", "world")).bytes == hello)
        let list: [UInt8] = [
            0x31, 0, 0, 0, 4, 66, 83, 79, 78, 0, 0x26, 0, 0, 0, 2, 0x30, 0, 8, 0, 0, 0, 97, 119, 101, 115, 111, 109,
            101, 0, 1, 0x31, 0, 0x33, 0x33, 0x33, 0x33, 0x33, 0x33, 0x14, 0x40, 0x10, 0x32, 0, 0xC2, 7, 0, 0, 0, 0,
        ]
        #expect(try BSONDocument(bytes: list) == ["BSON": ["awesome", .double(5.05), 1986]])
        #expect(BSONDocument().bytes == [5, 0, 0, 0, 0])
    }

    @Test("every truncation is an error, and none is a trap")
    func truncations() {
        let bytes = Self.sample.bytes
        for count in 0..<bytes.count {
            #expect(throws: BSONError.malformed) { try BSONDocument(bytes: Array(bytes.prefix(count))) }
        }
        #expect(throws: BSONError.malformed) { try BSONDocument(bytes: bytes + [0]) }
    }

    @Test("twenty thousand damaged documents are read or refused, and whatever is read can be written and read again")
    func corruption() async throws {
        var random = Seeded(state: 0x5EED)
        let bytes = Self.sample.bytes
        var refused = 0
        for round in 0..<20_000 {
            if round % 100 == 0 { await Task.yield() }
            var damaged = bytes
            for _ in 0...Int(random.next() % 4) {
                damaged[Int(random.next() % UInt64(damaged.count))] = UInt8(truncatingIfNeeded: random.next())
            }
            do {
                let read = try BSONDocument(bytes: damaged)
                #expect(try BSONDocument(bytes: read.bytes).elements.count == read.elements.count)
            } catch { refused += 1 }
        }
        #expect(refused > 1_000 && refused < 20_000)
    }

    @Test("lengths that lie are refused", arguments: [Int32.min, -1, 0, 4, 6, .max])
    func lyingLengths(_ length: Int32) {
        let prefix = withUnsafeBytes(of: length.littleEndian) { Array($0) }
        #expect(throws: BSONError.malformed) { try BSONDocument(bytes: prefix + [0]) }
        let text: [UInt8] = [14, 0, 0, 0, 2, 97, 0] + prefix + [98, 0, 0]
        #expect(throws: BSONError.malformed) { try BSONDocument(bytes: text) }
        let code: [UInt8] = [16, 0, 0, 0, 0x0F, 97, 0] + prefix + [0, 0, 0, 0, 0]
        #expect(throws: BSONError.malformed) { try BSONDocument(bytes: code) }
    }

    @Test("nesting is read up to its limit and refused beyond, without using up the stack")
    func depth() throws {
        func nested(_ count: Int) -> [UInt8] {
            (0..<count).reduce([5, 0, 0, 0, 0]) { inner, _ in
                let size = Int32(inner.count + 8)
                return withUnsafeBytes(of: size.littleEndian) { Array($0) } + [3, 97, 0] + inner + [0]
            }
        }
        _ = try BSONDocument(bytes: nested(BSONReader.depth))
        #expect(throws: BSONError.tooDeep) { try BSONDocument(bytes: nested(BSONReader.depth + 1)) }
        #expect(throws: BSONError.tooDeep) { try BSONDocument(bytes: nested(20_000)) }
    }

    @Test("text that is not UTF-8 is repaired, and the fields after it are still there")
    func brokenText() throws {
        let bytes: [UInt8] = [21, 0, 0, 0, 2, 97, 0, 3, 0, 0, 0, 0xC3, 0x28, 0, 0x10, 98, 0, 5, 0, 0, 0, 0]
        var framed = bytes
        framed[0] = UInt8(bytes.count)
        let read = try BSONDocument(bytes: framed)
        #expect(read["a"] == "\u{FFFD}(")
        #expect(read["b"] == 5)
    }

    @Test("types nobody stores any more are passed over, not tripped over")
    func oldTypes() throws {
        let body: [UInt8] =
            [6, 117, 0] + [0x0C, 112, 0, 2, 0, 0, 0, 97, 0] + [UInt8](repeating: 7, count: 12)
            + [0x0D, 106, 0, 2, 0, 0, 0, 97, 0] + [0xFF, 109, 0] + [0x7F, 77, 0] + [0x10, 122, 0, 9, 0, 0, 0]
        let read = try BSONDocument(bytes: [UInt8(body.count + 5), 0, 0, 0] + body + [0])
        #expect(read.elements.map(\.name) == ["u", "p", "j", "m", "M", "z"])
        #expect(read["u"] == .other(6) && read["z"] == 9)
    }

    @Test("a name that is stored twice reads as its first value; setting nil removes both")
    func twice() {
        var document = BSONDocument([.init("a", 1), .init("b", 2), .init("a", 3)])
        #expect(document["a"] == 1)
        document["c"] = 4
        document["b"] = 5
        document["a"] = nil
        #expect(document == ["b": 5, "c": 4])
    }

    @Test("whole numbers are read from whichever type holds them, and from no other")
    func integers() {
        #expect([BSON.int32(7), .int64(7), .double(7)].map(\.integer) == [7, 7, 7])
        #expect([BSON.double(7.5), .double(.nan), .double(1e300), "7", .bool(true)].allSatisfy { $0.integer == nil })
        #expect([BSON.bool(true), .double(1), 1].allSatisfy { $0.isSet })
        #expect([BSON.bool(false), .double(0), .null].allSatisfy { !$0.isSet })
    }
}

/// A random source that repeats itself.
struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
