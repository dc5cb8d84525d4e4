public import Finance
public import FoundationEssentials

/// What a call would cost at most with one model.
public struct SpendChoice: Sendable, Hashable {
    /// The model as it is asked for.
    public var model: String
    /// Its prompt and the longest answer at list price.
    public var amount: Spend

    /// A choice with both parts given.
    public init(model: String, amount: Spend) {
        self.model = model
        self.amount = amount
    }
}

/// A wish to spend.
public struct SpendRequest: Sendable, Hashable {
    /// Tells it from every other, so that asking twice takes once. Letters and digits.
    public var id: String
    /// The day it counts for, however late the call ends.
    public var day: Day
    /// What for.
    public var feature: SpendFeature
    /// About whom; nil for nobody in particular.
    public var person: UserID?
    /// The model to ask, and behind it a smaller one, if there is one. Never empty.
    public var choices: [SpendChoice]

    /// A wish with every part given.
    public init(id: String, day: Day, feature: SpendFeature, person: UserID?, choices: [SpendChoice]) {
        precondition(!choices.isEmpty, "a request names at least one model")
        self.id = id
        self.day = day
        self.feature = feature
        self.person = person
        self.choices = choices
    }

    /// What is taken with one of the choices.
    public func reservation(_ choice: Int) -> SpendReservation {
        SpendReservation(
            id: id, day: day, feature: feature, person: person, model: choices[choice].model,
            amount: choices[choice].amount, choice: choice)
    }
}

/// Money that is set aside until it is known what a call took.
public struct SpendReservation: Sendable, Hashable {
    /// Under which it is kept.
    public var id: String
    /// The day it counts for.
    public var day: Day
    /// What for.
    public var feature: SpendFeature
    /// About whom.
    public var person: UserID?
    /// The model to ask.
    public var model: String
    /// What is set aside.
    public var amount: Spend
    /// Which of the choices it is.
    public var choice: Int

    /// A reservation with every part given.
    public init(
        id: String, day: Day, feature: SpendFeature, person: UserID?, model: String, amount: Spend, choice: Int
    ) {
        self.id = id
        self.day = day
        self.feature = feature
        self.person = person
        self.model = model
        self.amount = amount
        self.choice = choice
    }
}

/// Why nothing was set aside.
public struct SpendRefusal: Sendable, Hashable {
    /// Which cap is reached.
    public var cap: SpendCap
    /// When it starts afresh; nil for one that does not.
    public var until: Date?

    /// A refusal with both parts given.
    public init(cap: SpendCap, until: Date?) {
        self.cap = cap
        self.until = until
    }
}

/// Whether a request fits.
public enum SpendVerdict: Sendable, Hashable {
    case fits(choice: Int)
    case refused(SpendRefusal)
}

/// What came of a request.
public enum SpendAnswer: Sendable, Hashable {
    case granted(SpendReservation)
    case refused(SpendRefusal)
}

/// What a call took, against what was set aside for it.
public struct SpendSettlement: Sendable, Hashable {
    /// What was set aside.
    public var reservation: SpendReservation
    /// What it took; nil when nothing was asked, or nothing is charged, and all of it goes back uncounted.
    public var taken: SpendTaken?

    /// A settlement with both parts given.
    public init(_ reservation: SpendReservation, taken: SpendTaken?) {
        self.reservation = reservation
        self.taken = taken
    }

    /// By how much the sums of the day change: what was set aside goes, what was taken comes.
    public var change: Spend { (taken?.cost ?? .zero) - reservation.amount }
}

/// What one call took.
public struct SpendTaken: Sendable, Hashable {
    /// Tokens read.
    public var promptTokens: Int
    /// Tokens written.
    public var completionTokens: Int
    /// What they cost at list price.
    public var cost: Spend
    /// True when the tokens were counted here, since the provider did not tell or was cut off.
    public var isEstimated: Bool

    /// What it took, with every part given.
    public init(promptTokens: Int, completionTokens: Int, cost: Spend, isEstimated: Bool) {
        self.promptTokens = promptTokens
        self.completionTokens = completionTokens
        self.cost = cost
        self.isEstimated = isEstimated
    }
}
