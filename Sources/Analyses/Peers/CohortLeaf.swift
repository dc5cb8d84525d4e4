import Finance

/// People who are only ever published together: the finest cohort they belong to.
///
/// Every published cohort is a union of leaves, and a leaf has at least `leastMembers` people or none. So whatever two
/// cohorts of one week differ in is a union of leaves as well, and no subtraction reaches a smaller group.
struct CohortLeaf: Sendable, Hashable, Codable {
    let key: CohortKey
    /// Ids in order.
    let members: [String]
}

extension CohortLeaf {
    /// Splits people by income and then by household as far as the rules allow, all fifths or none. `bounds` are the
    /// incomes at which the second to the fifth fifth begin.
    static func leaves(of members: [PeerMember], bounds: [Money], rules: DisclosureRules) -> [CohortLeaf] {
        guard rules.allows(members.count) else { return [] }
        let fifths = Dictionary(grouping: members) { fifth(of: $0.income, bounds: bounds) }
        guard fifths.count > 1, fifths.values.allSatisfy({ rules.allows($0.count) }) else {
            return [CohortLeaf(.everyone, members)]
        }
        return fifths.sorted { $0.key < $1.key }.flatMap { fifth, members in
            let households = [true, false].map { hasPartner in members.filter { $0.hasPartner == hasPartner } }
            guard households.allSatisfy({ rules.allows($0.count) }) else {
                return [CohortLeaf(CohortKey(fifth: fifth), members)]
            }
            return zip([true, false], households).map { CohortLeaf(CohortKey(fifth: fifth, hasPartner: $0), $1) }
        }
    }

    /// Incomes at each fifth of the people, up to the next £100, so that no bound is what one person earns.
    static func bounds(of members: [PeerMember]) -> [Money] {
        let incomes = members.map(\.income.pence).sorted()
        guard !incomes.isEmpty else { return [] }
        return (1..<5).map { Money(pence: (incomes[incomes.count * $0 / 5] + 99_99) / 100_00 * 100_00) }
    }

    /// 0 to 4: how many bounds an income reaches.
    static func fifth(of income: Money, bounds: [Money]) -> Int { min(4, bounds.count { $0 <= income }) }

    private init(_ key: CohortKey, _ members: [PeerMember]) {
        self.init(key: key, members: members.map(\.id).sorted())
    }

    /// The leaf without the people who are gone. When someone went, as many others sit out as it takes for
    /// `leastMembers` people to have left together; too small a rest sits out as a whole. `week` only picks who, by no
    /// fact about them.
    func shrunk(to present: Set<String>, week: Day, rules: DisclosureRules) -> CohortLeaf {
        let staying = members.filter(present.contains)
        let gone = members.count - staying.count
        guard gone > 0 else { return self }
        let resting = max(0, rules.leastMembers - gone)
        let order = staying.sorted { (Self.draw($0, week), $0) < (Self.draw($1, week), $1) }
        let rest = order.dropFirst(resting)
        return CohortLeaf(key: key, members: rules.allows(rest.count) ? rest.sorted() : [])
    }

    /// A number that has nothing to do with a person but their id (FNV-1a).
    private static func draw(_ id: String, _ week: Day) -> UInt64 {
        "\(week)/\(id)".utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
}
