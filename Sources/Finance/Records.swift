public import FoundationEssentials

// Records of the main backend as the snapshot understands them. Read only: nothing here is ever written back.

/// How often the backend repeats a record. A label only: each occurrence is its own document, so it never scales an
/// amount (contract 1.16).
public enum Frequency: Sendable, Hashable, Codable {
    /// Not at all, or every week, month or year.
    case once, weekly, monthly, yearly
    /// A spelling the backend's enum does not know; PATCH lets any string through.
    case unknown(String)
}

/// One receipt of money.
public struct Income: Sendable, Hashable, Codable {
    /// The stored id.
    public var id: String
    /// What the person calls it, cleaned and bounded; data, never instruction.
    public var name: String
    /// Per receipt, never scaled.
    public var amount: Money
    /// The day the money arrives; decides the month.
    public var receivedOn: Date
    /// A label only.
    public var frequency: Frequency
    /// When it was entered, where known.
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
    /// The stored id.
    public var id: String
    /// What the person calls it, cleaned and bounded; data, never instruction.
    public var name: String
    /// Per payment, never scaled.
    public var amount: Money
    /// The day it is due or paid; decides the month.
    public var fallsOn: Date
    /// A label only.
    public var frequency: Frequency
    /// Resolved by contract 2.9; nil is "Uncategorised".
    public var category: String?
    /// The budget it was entered with, which may be deleted.
    public var budgetID: String?
    /// When it was entered, where known.
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
    public enum Kind: String, Sendable, Hashable, Codable {
        /// The owner alone, or the linked partner too.
        case personal, household
    }

    /// The stored id.
    public var id: String
    /// What the person calls it, cleaned and bounded; data, never instruction.
    public var name: String
    /// For the month it belongs to.
    public var amount: Money
    /// The app's or the person's word for the group; empty when there is none.
    public var category: String
    /// Whether the partner sees it.
    public var kind: Kind
    /// When it was entered, where known.
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
    public enum RateSource: String, Sendable, Hashable, Codable {
        /// Typed by the person, worked out from the interest part, or not to be had.
        case stated, estimated, unknown
    }

    /// The stored id.
    public var id: String
    /// What the person calls it, cleaned and bounded; data, never instruction.
    public var name: String
    /// What is still owed.
    public var balance: Money
    /// The whole monthly instalment; zero, with a remark in `skipped`, when it cannot be read.
    public var monthlyPayment: Money
    /// The extra payment as entered (`AdHocPayment`).
    public var extraPayment: Money
    /// The capital part of the instalment, as entered.
    public var capitalRepayment: Money
    /// The interest part of the instalment, as entered.
    public var interestRepayment: Money
    /// `userInterestRate`, else 12 × interestRepayment / balance, else nil.
    public var annualRate: Rate?
    /// Where `annualRate` comes from.
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
    /// The stored id.
    public var id: String
    /// What the person calls it, cleaned and bounded; data, never instruction.
    public var name: String
    /// What is aimed at.
    public var target: Money
    /// What the person plans to put by each month.
    public var monthlyTarget: Money
    /// What is put by.
    public var saved: Money
    /// When saving began.
    public var startsOn: Date?
    /// The projected finish.
    public var completesOn: Date?
    /// As the backend marked it.
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
    public enum Role: String, Sendable, Hashable, Codable {
        /// The backend's two roles; `none` stands for any other text.
        case user = "USER", admin = "ADMIN", none = ""
    }

    /// The user id.
    public var id: UserID
    /// The display name, cleaned and bounded; empty when there is none.
    public var name: String
    /// What the store says the person may do.
    public var role: Role
    /// Whether the backend refuses the person.
    public var isBlocked: Bool
    /// Whether the e-mail address was confirmed.
    public var isVerified: Bool
    /// Whether the account is deleted.
    public var isDeleted: Bool
    /// The linked partner, if any.
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

    /// Whether nightly work is for this person: an ordinary user who is there, confirmed and let in.
    public var isOfPopulation: Bool { role == .user && isVerified && !isBlocked && !isDeleted }
}
