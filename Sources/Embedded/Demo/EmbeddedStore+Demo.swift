import Finance
public import FoundationEssentials
import GRDB
public import Ports

extension EmbeddedStore {
    /// What a filling did.
    public enum Filling: Sendable, Hashable {
        /// There were no records; now there are demo people.
        case filled
        /// The newest month was in the past; the months since were added.
        case extended(months: Int)
        /// The records reach far enough.
        case upToDate
        /// The store holds records of someone's own; it was left alone.
        case leftAlone
    }

    /// Longest stretch of months added at once to a store that was long asleep.
    static let mostMonthsAdded = 36
    private static let peoplePerTransaction = 16

    /// Fills an empty store with demo people, or adds the months that have passed since. What a person changed in the
    /// meantime stays: records that are there are never replaced. Cut short, it starts over without doubling anything.
    /// `count` below the usual keeps tests quick; it stays the same for the life of a store.
    @discardableResult
    public func fillWithDemoPeople(
        seed: UInt64 = DemoPeople.standardSeed, count people: Int = DemoPeople.count, now: Date
    ) async throws(PortError) -> Filling {
        let month = Month(containing: now)
        let origin = try await recall(.origin)
        if let origin, let newest = try await recall(.newest) {
            guard newest < month else { return .upToDate }
            let source = DemoPeople(seed: seed, origin: origin, standingMonth: origin)
            try await extend(source, people, from: newest, to: month)
            return .extended(months: month.distance(from: newest))
        }
        if origin == nil, try await count(collection: "users") > 0 { return .leftAlone }
        let first = origin ?? month.advanced(by: -DemoPeople.pastMonths)
        try await fill(DemoPeople(seed: seed, origin: first, standingMonth: month), people)
        return .filled
    }

    /// The origin is noted first: it marks a filling that was cut short, and keeps its records the same when redone.
    private func fill(_ source: DemoPeople, _ people: Int) async throws(PortError) {
        try await remember(source.origin, as: .origin)
        try await add(people) { source.documents(of: $0) }
        try await remember(source.standingMonth, as: .newest)
    }

    /// The month after `newest` holds only what repeats; it is completed, and so are those that followed.
    private func extend(
        _ source: DemoPeople, _ people: Int, from newest: Month, to month: Month
    ) async throws(PortError) {
        let first = max(newest.next, month.advanced(by: -Self.mostMonthsAdded))
        try await add(people) { source.months(of: $0, first...month.next, begun: month) }
        try await remember(month, as: .newest)
    }

    /// A few people a transaction: little memory, and readers wait for none of it.
    private func add(
        _ people: Int, _ documents: @escaping @Sendable (Int) -> DemoPeople.Batch
    ) async throws(PortError) {
        for first in stride(from: 0, to: people, by: Self.peoplePerTransaction) {
            let numbers = first..<min(first + Self.peoplePerTransaction, people)
            try await write { db in
                for (collection, documents) in numbers.lazy.flatMap(documents) {
                    for document in documents { try Self.put(document, in: collection, db, replacing: false) }
                }
            }
        }
    }

    private enum Fact: String { case origin = "demo.origin", newest = "demo.newest" }

    private func recall(_ fact: Fact) async throws(PortError) -> Month? {
        try await read { db in
            try String.fetchOne(db, sql: "SELECT value FROM facts WHERE name = ?", arguments: [fact.rawValue])
                .flatMap { Month($0) }
        }
    }

    private func remember(_ month: Month, as fact: Fact) async throws(PortError) {
        try await write { db in
            try db.execute(
                sql: "INSERT OR REPLACE INTO facts (name, value) VALUES (?, ?)",
                arguments: [fact.rawValue, month.description])
        }
    }
}

extension Month {
    /// Whole months from `earlier` to this one.
    fileprivate func distance(from earlier: Month) -> Int {
        (year - earlier.year) * 12 + month - earlier.month
    }
}
