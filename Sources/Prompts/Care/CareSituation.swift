/// What a question tells of a person's situation that calls for fixed words before anything else.
///
/// It steers one answer and is gone: it is no fact about the person, is never stored, counted or shown to an admin, and
/// so has no coded form.
public enum CareSituation: String, Sendable, Hashable, CaseIterable {
    /// In the order in which their words are said: what cannot wait comes first.
    case selfHarm, enforcement, missedPriorityBill, cannotPay, borrowingToRepay, gambling, bereavement, illness

    /// What is said of it, and whom it names; ids of `CareConfig.signposts`.
    var words: (lead: String, signposts: [String]) {
        switch self {
        case .selfHarm:
            (
                "I'm really sorry that you feel this way. Please talk to someone now; you do not have to carry this alone.",
                ["samaritans", "emergency"]
            )
        case .enforcement:
            (
                "Letters from a court or a visit from bailiffs are frightening, and you have rights. An adviser can tell "
                    + "you what they may and may not do, and what to do next. Please do not wait.",
                ["nationaldebtline", "stepchange", "citizensadvice"]
            )
        case .missedPriorityBill:
            (
                "Rent, mortgage, council tax and energy bills can have the heaviest consequences, so they usually come "
                    + "before other debts. Telling them early helps: most have a team for people who are struggling.",
                ["stepchange", "nationaldebtline", "citizensadvice"]
            )
        case .cannotPay:
            (
                "I'm sorry things are this hard right now. Many people go through this, and free, confidential help exists.",
                ["stepchange", "nationaldebtline", "moneyhelper"]
            )
        case .borrowingToRepay:
            (
                "Borrowing to repay what is owed can make it grow. Before taking on more, a free adviser can go through "
                    + "other ways with you.",
                ["stepchange", "nationaldebtline", "moneyhelper"]
            )
        case .gambling:
            (
                "If gambling is part of this, you can talk to someone in confidence, without judgement.",
                ["gamcare", "stepchange"]
            )
        case .bereavement:
            (
                "I'm very sorry for your loss. Most banks and suppliers have a team that helps after a death, and there is "
                    + "free guidance on what to do and in which order.",
                ["moneyhelper", "citizensadvice"]
            )
        case .illness:
            (
                "I'm sorry to hear that. Lenders and suppliers can often adjust to an illness once they know, and you may "
                    + "be entitled to support.",
                ["citizensadvice", "moneyhelper"]
            )
        }
    }
}
