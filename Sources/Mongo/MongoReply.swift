// A server's answer to a command, checked. `ok: 1` is not enough: a write that broke a unique index, or that too few
// members took over in time, says so beside it.

/// What a command brought.
struct MongoReply {
    /// The whole answer.
    let document: BSONDocument

    /// Takes an answer that says no error anywhere.
    init(_ document: BSONDocument) throws(MongoError) {
        if let failure = Self.failure(in: document) { throw failure }
        self.document = document
    }

    /// Documents matched, inserted or removed.
    var count: Int { Int(clamping: document["n"]?.integer ?? 0) }
    /// Documents that became different.
    var modified: Int { Int(clamping: document["nModified"]?.integer ?? 0) }
    /// Whether an upsert inserted.
    var hasUpserted: Bool { document["upserted"]?.array?.isEmpty == false }

    /// The error an answer holds, if any.
    static func failure(in reply: BSONDocument) -> MongoError? {
        if let ok = reply["ok"], !ok.isSet { return error(reply) }
        if let first = reply["writeErrors"]?.array?.first?.document { return error(first) }
        return reply["writeConcernError"]?.document.map(concern)
    }

    /// An answer to many writes; nil for one that is none.
    static func bulk(_ reply: BSONDocument) throws(MongoError) -> MongoBulk? {
        if let ok = reply["ok"], !ok.isSet { throw error(reply) }
        if let concern = reply["writeConcernError"]?.document { throw Self.concern(concern) }
        guard let count = reply["n"]?.integer else { return nil }
        let errors = (reply["writeErrors"]?.array ?? []).compactMap(\.document)
        let places = errors.map { (Int(clamping: $0["index"]?.integer ?? -1), error($0)) }
        return MongoBulk(count: Int(clamping: count), failures: Dictionary(places) { first, _ in first })
    }

    /// A server error by its number. Unknown numbers are refusals: repeating the same call would not help.
    static func error(_ reply: BSONDocument) -> MongoError {
        let number = Int(clamping: reply["code"]?.integer ?? 0)
        let code = code(of: number)
        return MongoError(code, words(code, number, reply), .server(number))
    }

    /// Too few members took the write over; it may still be done, so it is never a refusal.
    private static func concern(_ reply: BSONDocument) -> MongoError {
        let number = Int(clamping: reply["code"]?.integer ?? 0)
        let code: MongoError.Code = Self.code(of: number) == .timeout ? .timeout : .unavailable
        return MongoError(code, "the write was not confirmed by enough members (\(number))", .server(number))
    }

    private static func code(of number: Int) -> MongoError.Code {
        switch number {
        case 11_000, 11_001, 12_582: .duplicateKey
        case 13, 18, 33, 8_000: .notAuthorised
        case 24, 50, 64, 89, 112, 202, 262: .timeout
        // Gone, going, or not the primary any more; also a cursor that was taken away in the middle.
        case 6, 7, 43, 91, 133, 134, 189, 237, 9_001, 10_107, 11_600, 11_601, 11_602, 13_388, 13_435, 13_436:
            .unavailable
        case 10_334, 17_280: .tooLarge
        default: .refused
        }
    }

    private static func words(_ code: MongoError.Code, _ number: Int, _ reply: BSONDocument) -> String {
        switch code {
        case .duplicateKey:
            // Names of fields are ours to tell, their values are not.
            let names = reply["keyPattern"]?.document?.elements.map(\.name).joined(separator: ", ")
            return "a document with the same \(names ?? "key") is stored already (\(number))"
        case .notAuthorised: return "the server does not let this account do that (\(number))"
        case .timeout: return "the server gave up after its time limit (\(number))"
        case .unavailable: return "the server cannot serve this now (\(number))"
        case .tooLarge: return "the server says it is too large (\(number))"
        default: return "the server refused (\(number))"
        }
    }
}
