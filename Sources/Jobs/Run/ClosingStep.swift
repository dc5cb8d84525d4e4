/// What a run does once everyone is through, in this order. Each is done once a run and may be begun again.
enum ClosingStep: String, CaseIterable, Sendable {
    /// People who left are forgotten.
    case erasures
    /// What is too old is removed.
    case purge
    /// Reminders of check-ins that are due.
    case checkIns
    /// Groups of like people, once a week.
    case cohorts
    /// A model that suggests categories is made of everyone's links, and put in place unless it is worse.
    case categories
    /// What messages do to spending, once a week.
    case trials
    /// A model words what changed, within its budget.
    case wording
}
