internal import Finance
internal import FoundationEssentials
internal import Mongo
internal import Ports

// Looking for words. A person's own messages are few and found by the index that every read of theirs uses, so they are
// gone through; an index over everyone's words would be larger than the messages.
extension MessageStore {
    /// Messages that hold all of the words, newest first.
    func search(
        _ user: UserID, _ words: [String], before: String?, limit: Int
    ) async throws(PortError) -> [StoredMessage] {
        var filter: BSONDocument = ["userId": BSON(user), "role": MessageRow.roles]
        if let before {
            guard let place = try await place(of: before, in: filter) else { return [] }
            filter = filter + place
        }
        let patterns = words.map { word -> BSON in
            .document(["message": ["$regex": .string(Self.escaped(word)), "$options": "i"]])
        }
        guard !patterns.isEmpty else { return [] }
        filter["$and"] = .array(patterns)
        return try await find(
            MongoQuery(filter, sort: MessageRow.order(newestFirst: true), limit: max(1, limit)))
    }

    /// The word itself and nothing it could mean in a pattern.
    private static func escaped(_ word: String) -> String {
        String(word.flatMap { $0.isLetter || $0.isNumber ? [$0] : ["\\", $0] })
    }
}
