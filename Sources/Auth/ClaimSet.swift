// A JSON object read strictly, because a signed text must mean the same to everyone who reads it.
// 1. A name that occurs twice in one object, however it is escaped, refuses the whole text.
// 2. Nothing may follow the object; nesting is at most 16 deep.
// 3. Numbers keep their spelling: a claim that wants whole seconds can tell 1893456000 from 1893456000.5.

/// The members of one JSON object, by name.
struct ClaimSet: Equatable {
    /// What a claim can hold, as far as identity cares.
    enum Value: Equatable {
        case string(String)
        /// The number as spelled.
        case number(String)
        case null
        /// A boolean, an object or a list.
        case other
    }

    private let members: [String: Value]

    /// Reads UTF-8 bytes; nil for anything that is not exactly one object under the rules above.
    init?(_ bytes: [UInt8]) {
        guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
        var scan = ClaimScan(bytes)
        guard let members = scan.document() else { return nil }
        self.members = members
    }

    /// The claim, nil when it is absent.
    subscript(name: String) -> Value? { members[name] }

    /// A claim of whole seconds since 1970, up to the year 9999. The outer nil: it is there and is not that.
    func seconds(_ name: String) -> Int64?? {
        switch members[name] {
        case nil: .some(nil)
        case .number(let text):
            if let value = Int64(text), (0...253_402_300_799).contains(value) { .some(value) } else { .none }
        default: .none
        }
    }
}
