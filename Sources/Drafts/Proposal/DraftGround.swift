public import Finance

/// What a draft was made on: the fields it would change as they stood, and records that are already what it would make.
public struct DraftGround: Sendable, Hashable, Codable {
    /// The record's fields before, those alone that the draft sends; nil when it makes a new record.
    public let before: DraftFields?
    /// Ids of the person's records that are exactly what the draft would make.
    public let twins: [String]

    /// The ground of a draft in a snapshot.
    public init(of draft: Draft, in snapshot: Snapshot) {
        switch draft.act {
        case .create:
            before = nil
            twins = draft.fields.record.twins(in: snapshot).map(\.id).sorted()
        case .change(let id):
            before = draft.fields.current(of: id, in: snapshot)
            twins = []
        }
    }
}

extension [DraftGround] {
    /// 16 hex digits that change with anything the drafts stand on (FNV-1a). They tell what is stale; they protect
    /// nothing by themselves, which is why they are part of what is signed.
    public var digest: String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        func add(_ text: String) {
            for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
            // No UTF-8 text contains this byte, so parts do not run together.
            hash = (hash ^ 0xff) &* 0x100_0000_01b3
        }
        for ground in self {
            add(ground.before == nil ? "new" : "change")
            for row in ground.before?.record.rows ?? [] { add(row.label + "=" + row.text) }
            ground.twins.forEach(add)
            add("")
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
