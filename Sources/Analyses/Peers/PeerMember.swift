public import Finance

/// The few facts about one person that a cohort is made of: sums of one whole month, no record, no name, no mood, nothing
/// about who they are.
public struct PeerMember: Sendable, Hashable {
    /// Categories kept of one person, the largest; the rest counts in `total` only.
    public static let mostCategories = 24

    /// An opaque id, such as a keyed hash of the user id; never published.
    public var id: String
    /// Income of the month.
    public var income: Money
    /// Whether a partner is linked.
    public var hasPartner: Bool
    /// Spending above zero by category.
    public var spending: [String: Money]
    /// All spending above zero; what has no category counts here and is never compared.
    public var total: Money
    /// Whether the person does not want to be counted.
    public var hasOptedOut: Bool

    /// Facts with every part given.
    public init(
        id: String, income: Money, hasPartner: Bool, spending: [String: Money], total: Money, hasOptedOut: Bool = false
    ) {
        self.id = id
        self.income = income
        self.hasPartner = hasPartner
        self.spending = spending
        self.total = total
        self.hasOptedOut = hasOptedOut
    }

    /// The facts of a snapshot's person in `month`.
    public init(of snapshot: Snapshot, in month: Month, id: String, hasOptedOut: Bool = false) {
        let groups = snapshot.spendingByCategory(in: month).filter { $0.amount > .zero }
        let named = groups.compactMap { group in group.name.map { ($0, group.amount) } }
        self.init(
            id: id, income: snapshot.totals(of: month).income, hasPartner: snapshot.person.partnerID != nil,
            spending: Dictionary(named.prefix(Self.mostCategories), uniquingKeysWith: +),
            total: groups.total(\.amount), hasOptedOut: hasOptedOut)
    }

    /// Whether there is something to compare and no objection to it.
    var isEligible: Bool { !hasOptedOut && !id.isEmpty && income > .zero && total > .zero }

    /// A category's share of all spending in basis points; nothing spent on it is nothing.
    func share(of category: String) -> Int {
        let amount = min(max(spending[category] ?? .zero, .zero), total)
        return amount.percent(of: total).map { Rate(percent: $0).basisPoints } ?? 0
    }
}
