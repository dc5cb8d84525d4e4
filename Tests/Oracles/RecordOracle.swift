import Analyses
import Finance
import FoundationEssentials
import Mongo

@testable import Adapters

/// Stored bytes to figures: the document holds a person as `user` and lists of records by the snapshot's names.
///
/// 1. No records, however odd, keep the figures from being made or two of them from having different names.
/// 2. The order in which records come changes nothing.
/// 3. What is shown is one JSON text.
enum RecordOracle {
    private static let month = Month(year: 2_026, month: 4)
    private static let now = Date(timeIntervalSince1970: 1_776_700_000)

    static func check(_ choice: UInt8, _ bytes: [UInt8]) throws {
        guard let stored = try? BSONDocument(bytes: bytes), let month else { return }
        let document = Document(stored)
        guard let snapshot = snapshot(document, month, isReversed: false) else { return }
        let reversed = self.snapshot(document, month, isReversed: true)
        try BrokenPromise.unless(reversed == snapshot, "the order of records changes the snapshot")
        let review = Review(of: snapshot)
        let ids = review.figures.map(\.id)
        try BrokenPromise.unless(Set(ids).count == ids.count, "two figures of one name: \(ids)")
        for topic in [Review.Topic.month, .spending, .debts, .goals, .budgets, .affordability(Money(pence: 12_345))] {
            let text = review.card(topic).data.text
            let isJSON = (try? JSONDecoder().decode(AnyJSON.self, from: Data(text.utf8))) != nil
            try BrokenPromise.unless(isJSON, "the card is not JSON: \(text)")
        }
    }

    private static func snapshot(_ document: Document, _ month: Month, isReversed: Bool) -> Snapshot? {
        guard case .document(let user)? = document["user"] else { return nil }
        func list(_ name: String) -> [Document] {
            guard case .array(let values)? = document[name] else { return [] }
            let documents = values.compactMap { if case .document(let inner) = $0 { inner } else { nil } }
            return isReversed ? documents.reversed() : documents
        }
        let documents = SnapshotDocuments(
            user: user, incomes: list("incomes"), expenses: list("expenses"), budgets: list("budgets"),
            debts: list("debts"), savingGoals: list("goals"), partnerBudgets: list("partner"))
        return try? Snapshot(documents: documents, month: month, asOf: now)
    }

    /// Any JSON value: to be read is all it is asked.
    private struct AnyJSON: Decodable {
        init(from decoder: any Decoder) throws { _ = try? decoder.singleValueContainer() }
    }
}
