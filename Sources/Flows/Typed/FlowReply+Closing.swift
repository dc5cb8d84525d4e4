import Finance

extension FlowReply {
    /// What is said when an onboarding is done: what was understood, and that all of it can be changed.
    public static func closing(of profile: Profile) -> String {
        let known = profile.lines.map { "- \($0)" }
        let tag =
            profile.tag.tag.map {
                ["A name for how you save would be \($0.rawValue). \(profile.tag.evidence.joined(separator: " "))"]
            } ?? []
        let end = "You can change or remove any of this at any time."
        return (["Thank you, that is all. This is what I understood:"] + known + tag + [end]).joined(separator: "\n")
    }

    /// What is said when a check-in is done: the plan as it stands, and how many there were in a row.
    public static func closing(of result: CheckInResult, streak: CheckInStreak? = nil) -> String {
        let settled = result.items.filter { $0.status == .done }.count
        let done =
            settled == 0
            ? [] : [settled == 1 ? "One step is done. Well done!" : "\(settled) steps are done. Well done!"]
        let open = result.open.map { "- \($0.text) (by \($0.dueOn.words))" }
        let plan = open.isEmpty ? ["There is nothing on your plan now."] : ["Your plan until the next time:"] + open
        let row = streak.map { [$0.words] } ?? []
        return (["Thank you, that is all."] + done + plan + row).joined(separator: "\n")
    }

    /// What is said when one was cancelled.
    public static let cancelled = "That is cancelled, and nothing of it is used. You can start again whenever you like."
}
