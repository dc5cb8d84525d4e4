public import Finance

/// What a person asked for, before it is settled: whatever was understood, with every choice that is still open. A wish
/// comes from plain words or from a model's arguments and becomes a `Draft` or a `Question` in one place.
///
/// A list with one element is settled, an empty one is missing, a longer one is asked about.
public struct Wish: Sendable, Hashable, Codable {
    /// What is to be done.
    public enum Purpose: String, Sendable, Hashable, Codable, CaseIterable {
        /// A record is made.
        case addExpense, addIncome, addBudget, addDebt, addGoal
        /// A field of a record is set, raised or lowered; money is put into a goal; a debt is paid down.
        case set, raise, lower, payIn, payOff

        /// Whether a record that is there already is changed.
        var isChange: Bool { [.set, .raise, .lower, .payIn, .payOff].contains(self) }
    }

    /// Which field of a record is set.
    public enum Part: String, Sendable, Hashable, Codable, CaseIterable {
        /// A budget's amount, a debt's balance, what is saved of a goal.
        case amount
        /// A debt's instalment or rate.
        case payment, rate
        /// A goal's monthly amount or its target.
        case monthlyTarget, target
    }

    /// One of the person's own records.
    public struct Reference: Sendable, Hashable, Codable {
        /// Which list it is in.
        public var kind: DraftKind
        /// Its id.
        public var id: String

        /// A record by kind and id.
        public init(kind: DraftKind, id: String) {
            self.kind = kind
            self.id = id
        }
    }

    /// What is to be done.
    public var purpose: Purpose
    /// What the record is called.
    public var name: String?
    /// The amount it is about.
    public var amounts: [Money] = []
    /// The day it falls on.
    public var days: [Day] = []
    /// Whether a time was named that is not one day.
    public var isDayVague = false
    /// Whether the person said again that an unusual day is right.
    public var isDayConfirmed = false
    /// The record that is changed.
    public var records: [Reference] = []
    /// Which field of it.
    public var part = Part.amount
    /// Categories it may belong to, all of them the person's own.
    public var categories: [CategoryTag] = []
    /// How often it repeats.
    public var frequency: Frequency?
    /// A debt's instalment or a goal's monthly amount.
    public var monthly: Money?
    /// What is paid beyond a debt's instalment.
    public var extra: Money?
    /// What is saved already of a new goal.
    public var saved: Money?
    /// A debt's yearly rate.
    public var rate: Rate?

    /// The payments of a message that tells of more than one; only one can be written at a time.
    public var several: [Payment]?
    /// What the card says first, where the wish was read from something else than the person's own words.
    public var notes: [String]?

    /// A wish of which nothing but the purpose is known.
    public init(_ purpose: Purpose) { self.purpose = purpose }
}

extension Wish.Reference {
    /// What tells it from the person's other records: name and kind, and the amount and day of a payment.
    func label(in snapshot: Snapshot) -> String? {
        let expense = snapshot.expenses.first { kind == .expense && $0.id == id }
        let income = snapshot.incomes.first { kind == .income && $0.id == id }
        if let expense { return "\(expense.name), \(expense.amount) on \(Day(expense.fallsOn).words)" }
        if let income { return "\(income.name), \(income.amount) on \(Day(income.receivedOn).words)" }
        return name(in: snapshot).map { "\($0) (\(kind.noun))" }
    }

    /// What the record is called; nil when the person has no such record.
    func name(in snapshot: Snapshot) -> String? {
        switch kind {
        case .expense: snapshot.expenses.first { $0.id == id }?.name
        case .income: snapshot.incomes.first { $0.id == id }?.name
        case .budget: snapshot.budgets.first { $0.id == id }?.name
        case .debt: snapshot.debts.first { $0.id == id }?.name
        case .goal: snapshot.goals.first { $0.id == id }?.name
        }
    }
}
