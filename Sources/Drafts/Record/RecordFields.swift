import Analyses
import Finance

/// What the five kinds of fields have in common. A field that is nil is not sent: a new record needs some of them, a
/// change at least one.
protocol RecordFields: Sendable, Hashable, Codable {
    /// Which list of the allow-list they belong to.
    static var kind: DraftKind { get }
    /// The record's name, if given.
    var name: String? { get }
    /// Every field that is given, in the words of a card.
    var rows: [FieldRow] { get }
    /// Without what this backend does not know.
    func fitting(_ shape: BackendShape, isChange: Bool) -> Self
    /// The documented keys with their values.
    func body(for shape: BackendShape, isChange: Bool) -> [JSON.Member]
    /// Adds what is wrong with them.
    func check(_ checks: inout FieldChecks, on snapshot: Snapshot, isChange: Bool)
    /// The same fields of the record as it stands, those alone that are given here; nil when the person has no such record.
    func current(of id: String, in snapshot: Snapshot) -> Self?
    /// Ids of the person's records that are exactly this one.
    func twins(in snapshot: Snapshot) -> [Twin]
}

/// A record that holds exactly what a draft would make.
struct Twin: Hashable {
    var id: String
    /// When it was entered, where the backend says so truthfully.
    var madeAt: Int64?
}

extension RecordFields {
    func fitting(_ shape: BackendShape, isChange: Bool) -> Self { self }
}

extension [JSON.Member] {
    /// Adds a key when there is a value for it.
    mutating func add(_ key: String, _ value: JSON?) {
        if let value { append(JSON.Member(key, value)) }
    }

    mutating func add(_ key: String, _ text: String?) { add(key, text.map { .string($0) }) }
    mutating func add(_ key: String, _ money: Money?) { add(key, money.map { .money($0) }) }
    /// A percentage has two decimals like an amount, so it is written the same way: 29.9 for 2,990 basis points.
    mutating func add(_ key: String, _ rate: Rate?) { add(key, rate.map { Money(pence: Int64($0.basisPoints)) }) }
}
