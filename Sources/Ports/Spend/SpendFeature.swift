/// What asks a model. Each has a line of its own in the ledger and may have a cap of its own a day.
public enum SpendFeature: String, Sendable, Hashable, CaseIterable {
    /// Answers in a conversation, and writing one again.
    case chat
    /// Wording a report somebody is waiting for.
    case wording
    /// Wording reports at night. All runs of a day share its cap: the clock's, which is the only one on most days, and
    /// those somebody asks for beside it.
    case night
    /// Reading receipts.
    case receipts
    /// Naming conversations.
    case titles
    /// Suggesting categories.
    case categories
}

/// Whose cap stopped something.
public enum SpendCap: String, Sendable, Hashable, CaseIterable {
    /// One answer with all its rounds of look-ups.
    case turn
    /// One person's day.
    case person
    /// One feature's day.
    case feature
    /// Everybody's day.
    case everyone
}

extension SpendCap {
    /// Those of a day, in the order they are taken and told in.
    public static let ofDay = [SpendCap.person, .feature, .everyone]
}
