/// What keeps one snapshot bounded whatever the database holds.
public struct SnapshotLimits: Sendable, Hashable {
    /// Records kept of one collection; the oldest are left out, with a remark.
    public var records: Int
    /// Remarks kept; one more says how many there were.
    public var remarks: Int
    /// Groups of suspected duplicates kept.
    public var duplicates: Int

    /// Limits with every part given.
    public init(records: Int = 50_000, remarks: Int = 200, duplicates: Int = 100) {
        self.records = records
        self.remarks = remarks
        self.duplicates = duplicates
    }
}
