/// How much may be spent. nil is no cap; a day is a UTC day.
public struct SpendCaps: Sendable, Hashable {
    /// By one answer, however many rounds it takes.
    public var turn: Spend?
    /// For one person in a day.
    public var person: Spend?
    /// By a feature in a day; one that is not named here has no cap of its own.
    public var features: [SpendFeature: Spend]
    /// For everyone in a day.
    public var everyone: Spend?

    /// Of each cap of a day this many hundredths may go on the usual model. Beyond, a smaller one answers if there is one.
    public static let softPercent: Int64 = 80

    /// Caps with every part given.
    public init(turn: Spend?, person: Spend?, features: [SpendFeature: Spend] = [:], everyone: Spend?) {
        self.turn = turn
        self.person = person
        self.features = features
        self.everyone = everyone
    }

    /// Nothing is too much.
    public static let none = SpendCaps(turn: nil, person: nil, everyone: nil)

    /// A cap of a day; nil for none.
    public func cap(_ cap: SpendCap, of feature: SpendFeature) -> Spend? {
        switch cap {
        case .turn: turn
        case .person: person
        case .feature: features[feature]
        case .everyone: everyone
        }
    }

    /// How far spending may go with one of the choices of a request: to the cap with the last, to its soft part with one
    /// that has another behind it. Rounded down to a whole millionth.
    public func limit(_ cap: SpendCap, of request: SpendRequest, choice: Int) -> Spend? {
        self.cap(cap, of: request.feature).map { whole in
            guard choice < request.choices.count - 1 else { return whole }
            let (hundreds, rest) = whole.microdollars.quotientAndRemainder(dividingBy: 100)
            return Spend(microdollars: hundreds * Self.softPercent + rest * Self.softPercent / 100)
        }
    }
}
