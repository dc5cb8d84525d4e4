import Finance

/// The three parts of the 50/30/20 rule.
public enum Bucket: String, Sendable, Hashable, CaseIterable {
    /// What has to be paid, what one chooses to pay, what is put by.
    case needs, wants, savings

    /// The app's own three category names, letter for letter (contract 1.4). "Non-essential" is none of them.
    private static let named: [String: Bucket] = [
        "Essential(Needs)": .needs, "Discretionary(Wants)": .wants, "Savings": .savings,
    ]

    /// The part a category belongs to: by its exact name, then by what the person said, else none. Never guessed.
    public init?(category: String?, overrides: [String: Bucket] = [:]) {
        guard let category, let bucket = Self.named[category] ?? overrides[category] else { return nil }
        self = bucket
    }

    /// The share of the income that the rule gives it, in tenths of a per cent.
    var target: Int {
        switch self {
        case .needs: 500
        case .wants: 300
        case .savings: 200
        }
    }

    /// That share of an income; needs and wants are rounded down to the penny, savings take what is left.
    func target(of income: Money) -> Money {
        func part(_ bucket: Bucket) -> Money {
            Money(pence: Int64(clamping: Int128(income.pence) * Int128(bucket.target) / 1_000))
        }
        return self == .savings ? income - part(.needs) - part(.wants) : part(self)
    }
}

/// What a month's income went to, or was planned for: the three parts, what fits none of them, and what is left.
public enum BudgetSlice: String, Sendable, Hashable, CaseIterable {
    /// The first three are the rule's parts; `unknown` has no class; `unallocated` is income without a use, negative
    /// when more went out than came in.
    case needs, wants, savings, unknown, unallocated

    /// The rule's part, for the three that have one.
    public var bucket: Bucket? { Bucket(rawValue: rawValue) }

    /// What to call it.
    var title: String {
        switch self {
        case .needs: "Needs"
        case .wants: "Wants"
        case .savings: "Savings and extra debt payments"
        case .unknown: "Not classified"
        case .unallocated: "Unallocated income"
        }
    }
}
