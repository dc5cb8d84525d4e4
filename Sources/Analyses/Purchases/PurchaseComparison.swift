public import Finance

/// Two to five things a person could buy, side by side: what each costs and what it does to what is left, to the goals
/// and to the debt-free date. It names no winner and recommends nothing; what is equal is said to be.
///
/// A monthly cost is paid for the first time this month. Costs of later months are held against what a month leaves
/// after saving, each month alike; interest, fees and what a thing is worth are not known.
public struct PurchaseComparison: Sendable, Hashable {
    /// How many options can be compared.
    public static let counts = 2...5

    /// A column of the table by which options can be put in order; less is less of it.
    enum Measure: String, CaseIterable {
        case total, first, goals, debts
    }

    /// One for each option, in the order given.
    public let effects: [PurchaseEffect]
    let snapshot: Snapshot

    /// Compares options; `expectedLeft` is what a forecast says will be left this month, where it knows better.
    public init(
        _ options: [PurchaseOption], in snapshot: Snapshot, expectedLeft: Money? = nil
    ) throws(PurchaseFault) {
        guard options.count >= Self.counts.lowerBound else { throw .tooFew }
        guard options.count <= Self.counts.upperBound else { throw .tooMany }
        if let place = options.firstIndex(where: { $0.name.isEmpty }) { throw .noName(place + 1) }
        if let place = options.firstIndex(where: { $0.first <= .zero }) { throw .noPrice(place + 1) }
        effects = options.map { PurchaseEffect(of: $0, in: snapshot, expectedLeft: expectedLeft) }
        self.snapshot = snapshot
    }

    /// For each measure that is known of every option: which have least of it, or that all are the same.
    public var findings: [String] { Measure.allCases.compactMap(finding) }

    private func finding(_ measure: Measure) -> String? {
        let values = effects.map(measure.value)
        let known = values.compactMap(\.self)
        guard known.count == values.count, let least = known.min() else { return nil }
        let lowest = zip(effects, known).filter { $1 == least }.map { String.quoted($0.0.option.name) }
        let amount = measure.printed(least)
        if lowest.count == effects.count { return "All options are the same in \(measure.words): \(amount)." }
        let names = lowest.dropLast().joined(separator: ", ") + (lowest.count > 1 ? " and " : "") + (lowest.last ?? "")
        let verb = lowest.count > 1 ? "tie for the least" : "has the least"
        return "\(names) \(verb) in \(measure.words): \(amount)."
    }
}

extension PurchaseComparison.Measure {
    /// Pence or months; nil when it is not known.
    func value(_ effect: PurchaseEffect) -> Int64? {
        switch self {
        case .total: effect.option.total?.pence
        case .first: effect.option.first.pence
        case .goals: effect.goalMonths.map(Int64.init)
        case .debts: effect.debtMonths.map(Int64.init)
        }
    }

    func printed(_ value: Int64) -> String {
        switch self {
        case .total, .first: Money(pence: value).description
        case .goals, .debts: Figure.Value.months(Int(value)).printed
        }
    }

    var words: String {
        switch self {
        case .total: "what is paid in all"
        case .first: "what is paid this month"
        case .goals: "months by which goal dates would move"
        case .debts: "months by which the debt-free date would move"
        }
    }
}
