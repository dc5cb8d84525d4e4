import Finance

/// Which people a cohort holds: a fifth of incomes, perhaps by household, or everyone.
public struct CohortKey: Sendable, Hashable, Codable, Comparable, CustomStringConvertible {
    /// 0 for the lowest fifth of incomes to 4 for the highest; nil for everyone.
    public let fifth: Int?
    /// Whether a partner is linked; nil for both.
    public let hasPartner: Bool?

    init(fifth: Int? = nil, hasPartner: Bool? = nil) {
        self.fifth = fifth
        self.hasPartner = fifth == nil ? nil : hasPartner
    }

    /// Everyone.
    public static let everyone = CohortKey()

    /// The next larger cohort that holds this one.
    var parent: CohortKey? {
        if hasPartner != nil { return CohortKey(fifth: fifth) }
        return fifth == nil ? nil : .everyone
    }

    /// `all`, `fifth-2` or `fifth-2-partner`; what is stored.
    public var description: String {
        guard let fifth else { return "all" }
        return "fifth-\(fifth + 1)" + (hasPartner.map { $0 ? "-partner" : "-single" } ?? "")
    }

    /// Plain words: "people in the second fifth of incomes with a linked partner".
    public var words: String {
        guard let fifth else { return "people who take part" }
        let place = ["lowest", "second", "middle", "fourth", "highest"][fifth]
        let household = hasPartner.map { $0 ? " with a linked partner" : " without a linked partner" } ?? ""
        return "people in the \(place) fifth of incomes\(household)"
    }

    /// Everyone first, then by fifth, then by household.
    public static func < (lhs: CohortKey, rhs: CohortKey) -> Bool { lhs.description < rhs.description }

    /// Reads the stored form.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        var keys = [CohortKey.everyone]
        for fifth in 0..<5 {
            for hasPartner in [nil, true, false] { keys.append(CohortKey(fifth: fifth, hasPartner: hasPartner)) }
        }
        guard let key = keys.first(where: { $0.description == text }) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a cohort")
        }
        self = key
    }

    /// Writes the stored form.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

/// What is published about one category of one cohort.
public struct CohortCell: Sendable, Hashable, Codable {
    /// The category.
    public let category: String
    /// A quarter of the people spend this share of their spending on it, or less; whole percentage points.
    public let lower: Int
    /// Half of them spend this share or less.
    public let median: Int
    /// Three quarters of them spend this share or less.
    public let upper: Int
}

/// What is published about one cohort.
public struct Cohort: Sendable, Hashable, Codable {
    /// Which one.
    public let key: CohortKey
    /// How many people are in it, to the nearest 5.
    public let people: Int
    /// Its categories, largest median first, at most `mostCells`.
    public let cells: [CohortCell]

    /// Categories published of one cohort.
    public static let mostCells = 24

    /// Publishes what the rules allow; a category that too few people use, or one person most, is left out.
    init(_ key: CohortKey, of members: [PeerMember], rules: DisclosureRules) {
        self.key = key
        people = DisclosureRules.rounded(members.count)
        let categories = Set(members.flatMap(\.spending.keys))
        let all = categories.compactMap { Self.cell($0, of: members, rules: rules) }
        cells = Array(all.sorted { ($1.median, $0.category) < ($0.median, $1.category) }.prefix(Self.mostCells))
    }

    private static func cell(_ category: String, of members: [PeerMember], rules: DisclosureRules) -> CohortCell? {
        let amounts = members.compactMap { $0.spending[category] }.filter { $0 > .zero }
        guard rules.allows(amounts.count), let largest = amounts.max(),
            rules.allows(largest: largest, of: amounts.total { $0 }),
            let quartiles = Quartiles(of: members.map { $0.share(of: category) })
        else { return nil }
        return CohortCell(
            category: category, lower: quartiles.lower, median: quartiles.median, upper: quartiles.upper)
    }
}
