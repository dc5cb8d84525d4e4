// Nearly every event of a stream brings one piece of text and nothing else, and a general decoder spends more time on it
// than everything else we do with a token. This reads only that shape and says nil to all others, which the decoder then
// judges; what it does read, the decoder reads alike.

/// A walk over one event's bytes that knows text pieces only.
struct PlainChunk {
    /// Deepest nesting of a value that is passed over.
    private static let depth = 16

    private let bytes: [UInt8]
    private var place = 0

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The chunk, when it is of that shape.
    static func read(_ bytes: [UInt8]) -> StreamChunk? {
        var walk = PlainChunk(bytes)
        var chunk = StreamChunk()
        let isRead = walk.members { key, walk in
            switch key {
            case "choices": walk.choices(into: &chunk)
            case "model":
                walk.text().map { chunk.model = $0 } != nil
            case "usage", "error": walk.null()
            default: walk.skip(PlainChunk.depth)
            }
        }
        walk.space()
        return isRead && walk.place == bytes.count ? chunk : nil
    }

    private mutating func choices(into chunk: inout StreamChunk) -> Bool {
        guard take("["), !take("]") else { return false }
        repeat {
            var choice = StreamChunk.Choice()
            let isRead = members { key, walk in
                switch key {
                case "index": walk.number().map { choice.index = $0 } != nil
                case "delta": walk.delta(into: &choice)
                case "finish_reason": walk.textOrNull { choice.finish_reason = $0 }
                default: walk.skip(PlainChunk.depth)
                }
            }
            guard isRead else { return false }
            chunk.choices.append(choice)
        } while take(",")
        return take("]")
    }

    private mutating func delta(into choice: inout StreamChunk.Choice) -> Bool {
        var delta = StreamChunk.Delta()
        let isRead = members { key, walk in
            switch key {
            case "content": walk.textOrNull { delta.content = $0 }
            case "refusal", "tool_calls": walk.null()
            default: walk.skip(PlainChunk.depth)
            }
        }
        choice.delta = delta
        return isRead
    }

    /// The members of an object; false when it is none, or one of them is not as it should be.
    private mutating func members(_ member: (String, inout PlainChunk) -> Bool) -> Bool {
        guard take("{") else { return false }
        if take("}") { return true }
        var seen: Set<String> = []
        repeat {
            // Of a name that comes twice the decoder takes its own choice.
            guard let key = text(), seen.insert(key).inserted, take(":"), member(key, &self) else { return false }
        } while take(",")
        return take("}")
    }

    private mutating func textOrNull(_ store: (String) -> Void) -> Bool {
        if null() { return true }
        return text().map(store) != nil
    }

    private mutating func null() -> Bool { literal("null") }

    private mutating func literal(_ word: StaticString) -> Bool {
        space()
        let isThere = word.withUTF8Buffer { bytes[place...].starts(with: $0) }
        if isThere { place += word.utf8CodeUnitCount }
        return isThere
    }

    /// A whole number of a few digits.
    private mutating func number() -> Int? {
        space()
        let digits = bytes[place...].prefix { (48...57).contains($0) }
        guard (1...4).contains(digits.count), digits.first != 48 || digits.count == 1 else { return nil }
        place += digits.count
        return digits.reduce(0) { $0 * 10 + Int($1 - 48) }
    }

    /// A string; nil for one with an escape other than the short ones.
    private mutating func text() -> String? {
        guard take(#"""#) else { return nil }
        var read: [UInt8] = []
        while place < bytes.count {
            let byte = bytes[place]
            place += 1
            switch byte {
            case UInt8(ascii: #"""#): return String(validating: read, as: UTF8.self)
            case 0..<32: return nil
            case UInt8(ascii: #"\"#):
                guard place < bytes.count, let plain = PlainChunk.escapes[bytes[place]] else { return nil }
                place += 1
                read.append(plain)
            default: read.append(byte)
            }
        }
        return nil
    }

    private static let escapes: [UInt8: UInt8] = [
        UInt8(ascii: "n"): 10, UInt8(ascii: "t"): 9, UInt8(ascii: "r"): 13, UInt8(ascii: #"""#): 34,
        UInt8(ascii: #"\"#): 92, UInt8(ascii: "/"): 47,
    ]

    /// Passes over any value we have no use for: strings, small whole numbers, words, and what is made of them.
    private mutating func skip(_ depth: Int) -> Bool {
        space()
        guard depth > 0, place < bytes.count else { return false }
        switch bytes[place] {
        case UInt8(ascii: #"""#): return text() != nil
        case UInt8(ascii: "{"): return members { _, walk in walk.skip(depth - 1) }
        case UInt8(ascii: "["): return items(depth - 1)
        case 48...57: return wholeNumber()
        default: return literal("null") || literal("true") || literal("false")
        }
    }

    private mutating func items(_ depth: Int) -> Bool {
        guard take("["), !take("]") else { return true }
        repeat { guard skip(depth) else { return false } } while take(",")
        return take("]")
    }

    private mutating func wholeNumber() -> Bool {
        let digits = bytes[place...].prefix { (48...57).contains($0) }
        guard digits.count <= 18, digits.first != 48 || digits.count == 1 else { return false }
        place += digits.count
        return true
    }

    private mutating func take(_ mark: Unicode.Scalar) -> Bool {
        space()
        guard place < bytes.count, bytes[place] == UInt8(ascii: mark) else { return false }
        place += 1
        return true
    }

    private mutating func space() {
        while place < bytes.count, [32, 10, 13, 9].contains(bytes[place]) { place += 1 }
    }
}
