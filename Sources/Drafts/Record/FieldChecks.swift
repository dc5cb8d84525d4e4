import Finance

/// Gathers what is wrong with the fields of a draft; every rule stands here once.
struct FieldChecks {
    /// Letters the backend asks of a name at least.
    static let shortestName = 2
    /// How far a day may lie before or after today.
    static let yearsBack = 10
    static let yearsAhead = 5
    /// The highest yearly rate that is believed: 1,000 per cent.
    static let highestRate = Rate(basisPoints: 100_000)

    let today: Day
    private(set) var faults: [DraftFault] = []

    init(today: Day) { self.today = today }

    mutating func fault(_ part: DraftFault.Part, _ sentence: String) { faults.append(DraftFault(part, sentence)) }

    /// Everything a new record cannot do without.
    mutating func present(_ isPresent: Bool, _ part: DraftFault.Part, _ sentence: String) {
        if !isPresent { fault(part, sentence) }
    }

    /// A change that changes nothing is no draft.
    mutating func somethingChanges(_ changes: Bool) {
        if !changes { fault(.record, "That would change nothing.") }
    }

    /// Clean, at least two letters as the backend counts them, not longer than a record's name is read back.
    mutating func name(_ name: String?) {
        guard let name else { return }
        let typed = TypedText(name)
        if typed.text.utf16.count < Self.shortestName {
            fault(.name, "A name needs at least \(Self.shortestName) letters.")
        } else if typed.isCut {
            fault(.name, "A name can have \(TypedText.nameLimit) letters at most.")
        } else if typed.text != name {
            fault(.name, "The name holds characters that cannot be shown.")
        }
    }

    /// Above zero, or zero as well where that means "nothing left"; never above the limit.
    mutating func money(_ money: Money?, _ part: DraftFault.Part, _ what: String, mayBeZero: Bool = false) {
        guard let money else { return }
        if money < .zero || money == .zero && !mayBeZero {
            fault(part, "\(what) must be \(mayBeZero ? "£0.00 or more" : "more than £0.00").")
        } else if money > .limit {
            fault(part, "\(what) is larger than this app can hold.")
        }
    }

    /// A day that is no slip of the finger.
    mutating func day(_ day: Day?, _ what: String) {
        guard let day else { return }
        if day < today.advanced(byMonths: -12 * Self.yearsBack) {
            fault(.day, "\(what) is more than \(Self.yearsBack) years ago.")
        } else if day > today.advanced(byMonths: 12 * Self.yearsAhead) {
            fault(.day, "\(what) is more than \(Self.yearsAhead) years ahead.")
        }
    }

    /// A label of the contract's list for this kind of record.
    mutating func frequency(_ frequency: Frequency?, _ allowed: [Frequency], _ what: String) {
        guard let frequency, !allowed.contains(frequency) else { return }
        fault(.frequency, "\(what) can only be \(allowed.map(\.words).joined(separator: ", or ")).")
    }

    /// A believable yearly rate.
    mutating func rate(_ rate: Rate?) {
        guard let rate else { return }
        if rate.basisPoints < 0 || rate > Self.highestRate {
            fault(.rate, "A yearly rate must lie between 0% and 1,000%.")
        }
    }
}

extension Frequency {
    /// The contract's spelling; nil for a label nobody knows, which is never sent.
    var stored: String? {
        switch self {
        case .once: "on-off"
        case .weekly: "weekly"
        case .monthly: "monthly"
        case .yearly: "yearly"
        case .unknown: nil
        }
    }

    /// How often, as a person says it.
    var words: String {
        switch self {
        case .once: "once"
        case .weekly: "every week"
        case .monthly: "every month"
        case .yearly: "every year"
        case .unknown: "not known"
        }
    }
}
