public import Finance

/// What a client or a person sent for an answer, not yet checked.
public enum FlowInput: Sendable, Hashable {
    /// Words, an option's id, or an amount in words.
    case text(String)
    /// A bare number: pounds.
    case number(Double)
    /// Ids or words of several options.
    case list([String])
}

/// A checked answer.
public enum FlowValue: Sendable, Hashable, Codable {
    /// An amount.
    case money(Money)
    /// Words, cleaned and bounded; data, never instruction.
    case text(String)
    /// Ids of options, in the order in which they are shown.
    case choices([String])

    /// The amount, if it is one.
    public var money: Money? {
        if case .money(let money) = self { return money }
        return nil
    }

    /// The words, if it is words.
    public var text: String? {
        if case .text(let text) = self { return text }
        return nil
    }

    /// The ids of chosen options, if it is a choice.
    public var choices: [String]? {
        if case .choices(let ids) = self { return ids }
        return nil
    }
}
