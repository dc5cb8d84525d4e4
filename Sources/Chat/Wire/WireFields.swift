/// The members of one client frame, asked for by name. Each question gives a value or an error that names the field;
/// members nobody asks for are ignored.
struct WireFields {
    private let members: [String: WireValue]

    /// The members of an object.
    init(_ members: [String: WireValue]) { self.members = members }

    /// Whether the field is there with a value.
    func isGiven(_ name: String) -> Bool { members[name].map { $0 != .null } ?? false }

    /// A string that must be there.
    func string(_ name: String) throws(ChatError) -> String {
        switch members[name] {
        case .string(let text): return text
        case nil: throw .field(name, "is missing")
        case .some(let other): throw .field(name, "must be a string, not \(other.kind)")
        }
    }

    /// A whole number from 0 on, written as one: no sign, fraction, exponent or quotes.
    func count(_ name: String) throws(ChatError) -> Int {
        guard let value = members[name] else { throw .field(name, "is missing") }
        guard case .number(let digits) = value, digits.allSatisfy(\.isWholeNumber), let count = Int(digits)
        else { throw .field(name, "must be a whole number from 0 on") }
        return count
    }

    /// The protocol version, when it is given at all.
    func checkVersion() throws(ChatError) {
        switch members["v"] {
        case nil, .number("2"): return
        case .number: throw ChatError(.unsupported, "This server speaks version 2 only.", field: "v")
        case .some(let other): throw .field("v", "must be a number, not \(other.kind)")
        }
    }

    /// The client's own id of a message.
    func clientID(_ limits: FrameLimits, required: Bool) throws(ChatError) -> String? {
        guard required || isGiven("clientMsgId") else { return nil }
        let text = try string("clientMsgId")
        guard (1...limits.identifierBytes).contains(text.utf8.count),
            text.unicodeScalars.allSatisfy({ $0.value >= 32 && $0.value != 127 })
        else {
            throw .field("clientMsgId", "must have 1 to \(limits.identifierBytes) bytes without control characters")
        }
        return text
    }

    /// A value as it was sent; nil where there is none.
    func value(_ name: String) -> WireValue? { isGiven(name) ? members[name] : nil }

    /// A turn, as named by this server.
    func turnID() throws(ChatError) -> TurnID {
        guard let id = TurnID(try string("turnId")) else { throw .field("turnId", "is not the id of a turn") }
        return id
    }

    /// A stored message, as named by this server.
    func messageID() throws(ChatError) -> String {
        let text = try string("messageId")
        guard MessageID.isValid(text) else { throw .field("messageId", "is not the id of a message") }
        return text.lowercased()
    }

    /// A token of a bearable length.
    func token(_ limits: FrameLimits) throws(ChatError) -> String {
        let text = try string("token")
        guard text.utf8.count <= limits.tokenBytes else { throw .field("token", "is too long") }
        return text
    }
}
