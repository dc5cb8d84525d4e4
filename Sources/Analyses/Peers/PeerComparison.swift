public import Finance

/// A person's spending beside that of a published cohort, or the reason why there is nothing to put beside it. It knows
/// published cells and the person's own month, and nobody else's.
public struct PeerComparison: Sendable, Hashable {
    /// Where a share lies beside the middle half of the cohort.
    public enum Position: String, Sendable, Hashable {
        /// Spelled on the wire as they are named; words, not marks.
        case below, within, above

        var words: String {
            switch self {
            case .below: "below the middle half"
            case .within: "within the middle half"
            case .above: "above the middle half"
            }
        }
    }

    /// One category.
    public struct Row: Sendable, Hashable {
        /// What is published.
        public let cell: CohortCell
        /// The person's own share, whole percentage points.
        public let own: Int

        /// Where that lies.
        public var position: Position { own < cell.lower ? .below : own > cell.upper ? .above : .within }
    }

    /// The cohort; nil when there is nothing to compare with.
    public let cohort: Cohort?
    /// Why not; nil when there is a cohort.
    public let reason: String?
    /// Its categories beside the person's.
    public let rows: [Row]
    let publication: PeerCohorts?
    let snapshot: Snapshot

    /// A snapshot's person beside what is published, the finest cohort that fits.
    public init(of snapshot: Snapshot, cohorts: PeerCohorts?, hasOptedOut: Bool = false) {
        let own = cohorts.map { PeerMember(of: snapshot, in: $0.period, id: "viewer") }
        let income = own.flatMap { $0.income > .zero ? $0.income : nil }
        let found = cohorts?.cohort(income: income, hasPartner: own?.hasPartner ?? false)
        let why = Self.reason(cohorts, own, found, hasOptedOut: hasOptedOut)
        self.snapshot = snapshot
        publication = cohorts
        reason = why
        cohort = why == nil ? found : nil
        rows =
            (why == nil ? found?.cells : nil)?.map { cell in
                Row(cell: cell, own: ((own?.share(of: cell.category) ?? 0) + 50) / 100)
            } ?? []
    }

    private static func reason(
        _ cohorts: PeerCohorts?, _ own: PeerMember?, _ found: Cohort?, hasOptedOut: Bool
    ) -> String? {
        if hasOptedOut { return "You chose not to take part in comparisons." }
        guard let cohorts, let own else { return "Not enough data: no comparison has been published yet." }
        guard let found, !found.cells.isEmpty else {
            return "Not enough data: a comparison needs at least ten other people like you."
        }
        guard own.total > .zero else {
            return "Not enough data: no spending of yours is recorded for \(cohorts.period.words)."
        }
        return nil
    }

    /// Plain words that name cohort, size, period and source; the largest categories one by one.
    public var text: String {
        guard let cohort, let publication else { return reason ?? "Not enough data." }
        let lines = rows.prefix(Review.rows).map { row in
            "- \(String.quoted(row.cell.category)): \(row.own)% of your spending, \(row.position.words) of the group "
                + "(\(row.cell.lower)% to \(row.cell.upper)%, in the middle \(row.cell.median)%)"
        }
        return
            ([
                "Compared with about \(cohort.people) \(cohort.key.words) in \(publication.period.words)."
            ] + lines + [Self.source]).joined(separator: "\n")
    }

    /// The old admin screen's `peerComparison` (contract 5.5).
    public var legacyJSON: JSON { ["comparison": .string(text)] }

    /// Where the numbers come from.
    public static let source =
        "Source: people who use this app and take part, at least ten besides you, counts rounded to 5 and shares to 1%."
}
