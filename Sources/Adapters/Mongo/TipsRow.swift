internal import Analyses
internal import Finance
internal import Mongo
internal import Ports

// Tips as `calculator_tips` holds them. `userId`, `tipsData` and `createdAt` are what the old service wrote; `savedAt` is
// ours and tells the documents apart.

/// Stored tips as a document.
enum TipsRow {
    /// What gives way to tips: the person's, if not newer, ours or the old service's.
    static func notNewer(_ tips: StoredTips, of user: UserID, isOurs: Bool) -> BSONDocument {
        [
            "userId": BSON(user), "savedAt": ["$exists": .bool(isOurs)],
            "createdAt": ["$not": ["$gt": BSON(tips.createdAt)]],
        ]
    }

    /// Everything but whose they are.
    static func content(_ tips: StoredTips) -> BSONDocument {
        let texts = Calculator.allCases.compactMap { calculator in
            tips.texts[calculator].map { BSONDocument.Element(calculator.key, .string($0)) }
        }
        return [
            "tipsData": .document(BSONDocument(texts)), "createdAt": BSON(tips.createdAt),
            "savedAt": BSON(tips.createdAt),
        ]
    }
}
