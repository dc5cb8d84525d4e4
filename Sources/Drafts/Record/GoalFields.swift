import Analyses
public import Finance

/// A saving goal to enter or to change.
public struct GoalFields: RecordFields {
    static let kind = DraftKind.goal

    /// What is saved for.
    public var name: String?
    /// What is aimed at.
    public var target: Money?
    /// What is to be put by each month; the backend refuses nothing a month.
    public var monthlyTarget: Money?
    /// What is put by already.
    public var saved: Money?
    /// When saving begins.
    public var startsOn: Day?
    /// How much more is put by; what is saved is then worked out from the record, again whenever it has changed.
    public var adding: Money?

    /// Fields with those given that are to be sent.
    public init(
        name: String? = nil, target: Money? = nil, monthlyTarget: Money? = nil, saved: Money? = nil,
        startsOn: Day? = nil, adding: Money? = nil
    ) {
        self.adding = adding
        self.name = name
        self.target = target
        self.monthlyTarget = monthlyTarget
        self.saved = saved
        self.startsOn = startsOn
    }

    var rows: [FieldRow] {
        [
            FieldRow("Saving goal", name), FieldRow("Target", target?.description),
            FieldRow("Each month", monthlyTarget?.description), FieldRow("Saved", saved?.description),
            FieldRow("Starts on", startsOn?.words),
        ].compactMap(\.self)
    }

    func body(for shape: BackendShape, isChange: Bool) -> [JSON.Member] {
        var body: [JSON.Member] = []
        body.add("name", name)
        body.add("totalAmount", target)
        body.add("monthlyTarget", monthlyTarget)
        // Without it the current backend works out an impossible finish and refuses the goal.
        let isNeeded = !isChange && shape == .current
        body.add("savedMoney", isNeeded ? saved ?? .zero : saved)
        // The older backend keeps the text as it comes, and its own are whole instants.
        body.add("date", startsOn.map { shape == .older ? "\($0)T00:00:00.000Z" : $0.description })
        return body
    }

    /// A new goal of the older backend begins empty, whatever is sent.
    func fitting(_ shape: BackendShape, isChange: Bool) -> GoalFields {
        var fitting = self
        if shape == .older, !isChange { fitting.saved = nil }
        return fitting
    }

    /// With what is saved worked out from the record.
    func addingUp(of id: String, in snapshot: Snapshot) -> GoalFields {
        var whole = self
        if let adding, let goal = snapshot.goals.first(where: { $0.id == id }) { whole.saved = goal.saved + adding }
        return whole
    }

    func check(_ checks: inout FieldChecks, on snapshot: Snapshot, isChange: Bool) {
        checks.present(isChange || name != nil, .name, "What is the goal called?")
        checks.present(isChange || target != nil, .amount, "How much is the goal?")
        checks.present(isChange || monthlyTarget != nil, .monthlyTarget, "How much will you put by each month?")
        checks.present(isChange || startsOn != nil, .day, "When does saving begin?")
        checks.name(name)
        checks.money(target, .amount, "The target")
        checks.money(monthlyTarget, .monthlyTarget, "The monthly amount")
        checks.money(adding, .amount, "The amount")
        checks.money(saved, .saved, "The saved amount", mayBeZero: true)
        checks.day(startsOn, "The first day")
    }

    func current(of id: String, in snapshot: Snapshot) -> GoalFields? {
        guard let record = snapshot.goals.first(where: { $0.id == id }) else { return nil }
        return GoalFields(
            name: name.map { _ in record.name }, target: target.map { _ in record.target },
            monthlyTarget: monthlyTarget.map { _ in record.monthlyTarget }, saved: saved.map { _ in record.saved },
            startsOn: startsOn == nil ? nil : record.startsOn.map { Day($0) }, adding: adding)
    }

    func twins(in snapshot: Snapshot) -> [Twin] {
        snapshot.goals.filter {
            $0.name == name && $0.target == target && $0.monthlyTarget == monthlyTarget && $0.saved == saved ?? .zero
        }.map { Twin(id: $0.id, madeAt: nil) }
    }
}
