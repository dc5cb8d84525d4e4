internal import Analyses
internal import Finance
internal import Ports

/// What decides whether a person has to be worked out again.
enum NightInputs {
    /// Raised whenever the same records give other results: then everyone is worked out once more.
    static let schema = 3

    /// Equal for equal records and decisions in the same month under the same rules; nil when the records cannot be told
    /// apart cheaply.
    static func key(version: String?, month: Month, _ decisions: SeriesDecisions) -> String? {
        let decided = decisions.isEmpty ? "" : "|\((try? CodedText.write(decisions)) ?? "?")"
        return version.map { "\(schema)|\(month)|\($0)\(decided)" }
    }

    /// Whether last time's results are today's too.
    static func areUnchanged(_ memory: NightMemory, key: String?, on day: Day) -> Bool {
        guard let key, memory.inputs == key else { return false }
        return memory.wake.map { day < $0 } ?? true
    }

    /// The first later day on which the same records say something else: an insight may, a level has to be confirmed, a
    /// due date goes by unmoved. The first of the next month always does and needs no day.
    static func wake(_ snapshot: Snapshot, _ risk: RiskAssessment, _ findings: InsightFindings) -> Day? {
        let today = snapshot.today
        var days = [findings.nextLook].compactMap { $0 }
        if risk.night.level != risk.night.candidate { days.append(today.advanced(by: 1)) }
        for debt in snapshot.openDebts {
            guard let due = debt.paymentDueOn.map(Day.init), due <= today else { continue }
            let months = (today.year - due.year) * 12 + today.month - due.month
            days += [months, months + 1].map(due.advanced(byMonths:)).filter { $0 > today }
        }
        return days.min()
    }
}
