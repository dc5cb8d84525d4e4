internal import Finance

/// What counts towards the caps of a day already: settled and reserved together.
public struct SpendStanding: Sendable, Hashable {
    /// For the person who asks; zero for a request about nobody.
    public var person: Spend
    /// By the feature.
    public var feature: Spend
    /// For everyone.
    public var everyone: Spend

    /// A standing with every part given.
    public init(person: Spend = .zero, feature: Spend = .zero, everyone: Spend = .zero) {
        self.person = person
        self.feature = feature
        self.everyone = everyone
    }

    func of(_ cap: SpendCap) -> Spend {
        switch cap {
        case .turn: .zero
        case .person: person
        case .feature: feature
        case .everyone: everyone
        }
    }
}

extension SpendCaps {
    /// What a request gets where so much counts already: the first of its choices that fits under every limit of a day, or
    /// the first cap the last choice does not fit under. The one place where money is weighed against caps.
    public func verdict(on request: SpendRequest, at standing: SpendStanding) -> SpendVerdict {
        var broken: SpendCap?
        for choice in request.choices.indices {
            broken = SpendCap.ofDay.first { cap in
                guard cap != .person || request.person != nil,
                    let limit = limit(cap, of: request, choice: choice)
                else { return false }
                return standing.of(cap) + request.choices[choice].amount > limit
            }
            if broken == nil { return .fits(choice: choice) }
        }
        return .refused(SpendRefusal(cap: broken ?? .everyone, until: request.day.advanced(by: 1).start))
    }
}
