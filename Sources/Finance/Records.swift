public import FoundationEssentials

// Records of the main backend as the snapshot understands them. Read only: nothing here is ever written back.

/// How often the backend repeats a record. A label only: each occurrence is its own document, so it never scales an
/// amount (contract 1.16).
public enum Frequency: Sendable, Hashable, Codable {
    case once, weekly, monthly, yearly
    /// A spelling the backend's enum does not know; PATCH lets any string through.
    case unknown(String)
}

/// One receipt of money.
public struct Income: Sendable, Hashable, Codable {
    public var id: String
    public var name: String
    public var amount: Money
    public var receivedOn: Date
    public var frequency: Frequency
    public var createdAt: Date?

    /// A receipt with every field given.
    public init(id: String, name: String, amount: Money, receivedOn: Date, frequency: Frequency, createdAt: Date? = nil)
    {
        self.id = id
        self.name = name
        self.amount = amount
        self.receivedOn = receivedOn
        self.frequency = frequency
        self.createdAt = createdAt
    }
}

/// One payment that falls on a date (the backend's `endDate`).
public struct Expense: Sendable, Hashable, Codable {
    public var id: String
    public var name: String
    public var amount: Money
    public var fallsOn: Date
    public var frequency: Frequency
    /// Resolved by contract 2.9; nil is "Uncategorised".
    public var category: String?
    public var budgetID: String?
    public var createdAt: Date?

    /// A payment with every field given.
    public init(
        id: String, name: String, amount: Money, fallsOn: Date, frequency: Frequency, category: String? = nil,
        budgetID: String? = nil, createdAt: Date? = nil
    ) {
        self.id = id
        self.name = name
        self.amount = amount
        self.fallsOn = fallsOn
        self.frequency = frequency
        self.category = category
        self.budgetID = budgetID
        self.createdAt = createdAt
    }
}

/// An allocation for the calendar month of its `createdAt`.
public struct Budget: Sendable, Hashable, Codable {
    /// Who may see it.
    public enum Kind: String, Sendable, Hashable, Codable { case personal, household }

    public var id: String
    public var name: String
    public var amount: Money
    public var category: String
    public var kind: Kind
    public var createdAt: Date
    /// True for a household budget that belongs to the partner; such a budget is never part of own totals.
    public var isPartners: Bool

    /// An allocation with every field given.
    public init(
        id: String, name: String, amount: Money, category: String, kind: Kind, createdAt: Date, isPartners: Bool = false
    ) {
        self.id = id
        self.name = name
        self.amount = amount
        self.category = category
        self.kind = kind
        self.createdAt = createdAt
        self.isPartners = isPartners
    }
}

/// Money owed. `balance` is as the person typed it; nothing in the backend lowers it over time.
public struct Debt: Sendable, Hashable, Codable {
    /// Where the yearly rate comes from.
    public enum RateSource: String, Sendable, Hashable, Codable { case stated, estimated, unknown }

    public var id: String
    public var name: String
    public var balance: Money
    public var monthlyPayment: Money
    /// The extra payment as entered (`AdHocPayment`).
    public var extraPayment: Money
    public var capitalRepayment: Money
    public var interestRepayment: Money
    /// `userInterestRate`, else 12 × interestRepayment / balance, else nil.
    public var annualRate: Rate?
    public var rateSource: RateSource
    /// As stored, not rolled forward.
    public var paymentDueOn: Date?
    /// The backend's "one month's payment as a share of the balance", percent; not progress (contract 2.6).
    public var completionRatio: Double?

    /// A debt with every field given.
    public init(
        id: String, name: String, balance: Money, monthlyPayment: Money, extraPayment: Money, capitalRepayment: Money,
        interestRepayment: Money, annualRate: Rate?, rateSource: RateSource, paymentDueOn: Date?,
        completionRatio: Double?
    ) {
        self.id = id
        self.name = name
        self.balance = balance
        self.monthlyPayment = monthlyPayment
        self.extraPayment = extraPayment
        self.capitalRepayment = capitalRepayment
        self.interestRepayment = interestRepayment
        self.annualRate = annualRate
        self.rateSource = rateSource
        self.paymentDueOn = paymentDueOn
        self.completionRatio = completionRatio
    }
}

/// Something saved for.
public struct SavingGoal: Sendable, Hashable, Codable {
    public var id: String
    public var name: String
    public var target: Money
    public var monthlyTarget: Money
    public var saved: Money
    public var startsOn: Date?
    public var completesOn: Date?
    public var isCompleted: Bool
    /// The backend's `completionRation` in percent, 0…100.
    public var completion: Double

    /// A goal with every field given.
    public init(
        id: String, name: String, target: Money, monthlyTarget: Money, saved: Money, startsOn: Date?,
        completesOn: Date?, isCompleted: Bool, completion: Double
    ) {
        self.id = id
        self.name = name
        self.target = target
        self.monthlyTarget = monthlyTarget
        self.saved = saved
        self.startsOn = startsOn
        self.completesOn = completesOn
        self.isCompleted = isCompleted
        self.completion = completion
    }
}

/// A user of the main backend: only what identity and a greeting need.
public struct Person: Sendable, Hashable, Codable {
    /// The backend's roles; any other stored string grants nothing.
    public enum Role: String, Sendable, Hashable, Codable { case user = "USER", admin = "ADMIN", none = "" }

    public var id: UserID
    public var name: String
    public var role: Role
    public var isBlocked: Bool
    public var isVerified: Bool
    public var isDeleted: Bool
    public var partnerID: UserID?

    /// A person with every field given.
    public init(
        id: UserID, name: String, role: Role, isBlocked: Bool = false, isVerified: Bool = true, isDeleted: Bool = false,
        partnerID: UserID? = nil
    ) {
        self.id = id
        self.name = name
        self.role = role
        self.isBlocked = isBlocked
        self.isVerified = isVerified
        self.isDeleted = isDeleted
        self.partnerID = partnerID
    }
}
