internal import Finance
internal import FoundationEssentials

/// A snapshot as it lies in a cache. It says itself whose it is, of which month and shape, and when it was read, and all
/// of that is checked when it is read back: a cache that mixes up its replies must not show one person another's money.
///
/// The key is ours alone. The old service kept its summaries under `user_summary:<id>:<time_frame>`; that key is never
/// read or written here, as its value carries no owner and has another shape.
struct KeptSnapshot: Codable {
    /// Why a value cannot be used.
    enum Fault: String, Error, CaseIterable {
        case unreadable
        case otherSchema = "other_schema"
        case otherOwner = "other_owner"
        case otherMonth = "other_month"
    }

    /// Read first, so that a value of another shape is told from a broken one.
    private struct Header: Codable {
        var schema: Int
        var user: UserID
        var month: Month
        var asOf: Date
    }

    private var header: Header
    private var snapshot: Snapshot

    static func key(_ user: UserID, _ month: Month) -> String {
        prefix(user) + "\(month)"
    }

    /// What every key of a person begins with.
    static func prefix(_ user: UserID) -> String { "sidecar:snapshot:v\(Snapshot.schema):\(user):" }

    /// Nil for one that cannot be written (a number JSON has no word for), which is then not kept.
    static func bytes(of snapshot: Snapshot) -> [UInt8]? {
        let header = Header(
            schema: Snapshot.schema, user: snapshot.person.id, month: snapshot.month, asOf: snapshot.asOf)
        let kept = KeptSnapshot(header: header, snapshot: snapshot)
        return (try? JSONEncoder().encode(kept)).map(Array.init)
    }

    /// The snapshot that `bytes` hold, if it is the one that was asked for.
    static func snapshot(in bytes: [UInt8], of user: UserID, _ month: Month) -> Result<Snapshot, Fault> {
        let data = Data(bytes)
        guard let header = try? JSONDecoder().decode(HeaderOnly.self, from: data).header else {
            return .failure(.unreadable)
        }
        if header.schema != Snapshot.schema { return .failure(.otherSchema) }
        if header.user != user { return .failure(.otherOwner) }
        if header.month != month { return .failure(.otherMonth) }
        guard let snapshot = try? JSONDecoder().decode(KeptSnapshot.self, from: data).snapshot else {
            return .failure(.unreadable)
        }
        if snapshot.person.id != user { return .failure(.otherOwner) }
        if snapshot.month != month { return .failure(.otherMonth) }
        return snapshot.asOf == header.asOf ? .success(snapshot) : .failure(.unreadable)
    }

    private struct HeaderOnly: Decodable {
        var header: Header
    }
}
