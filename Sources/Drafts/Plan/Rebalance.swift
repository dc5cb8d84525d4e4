public import Finance

/// What one event does to the other budgets of the month: what is freed goes to the adjustable lines, what is needed
/// comes from them, in proportion to their headroom and to the penny, so that the lines add up to what they did.
///
///     let lines = BudgetLine.all(in: snapshot, locked: ["66200000000000000000b003"])
///     let plan = Rebalance(lines, after: .overspent(id: "66200000000000000000b004"))
///     plan.drafts(on: snapshot, for: .current)   // PATCHes for one proposal
///
/// Rules: a protected line never makes room and never receives; the event's own line moves, because that is the event,
/// unless it is overspent and the person locked it. No line goes below what is spent of it. With too little headroom
/// nothing moves and `missing` says by how much. The same event after the changes gives no change.
public struct Rebalance: Sendable, Hashable {
    /// What happened.
    public enum Event: Sendable, Hashable, Codable {
        /// The person gives a line another amount.
        case edited(id: String, to: Money)
        /// More is spent than a line holds.
        case overspent(id: String)
        /// The person takes a line away; the app does that, never a draft.
        case deleted(id: String)

        var id: String {
            switch self {
            case .edited(let id, _), .overspent(let id), .deleted(let id): id
            }
        }
    }

    /// One line that moves.
    public struct Change: Sendable, Hashable, Codable {
        /// The budget's id.
        public let id: String
        /// What it is called.
        public let name: String
        /// As it is.
        public let before: Money
        /// As it would be.
        public let after: Money

        /// The way back.
        public var undone: Change { Change(id: id, name: name, before: after, after: before) }
    }

    /// What moves, in the order of the lines; empty when nothing does.
    public private(set) var changes: [Change] = []
    /// How much headroom is lacking; nil when there is enough.
    public private(set) var missing: Money?
    /// What was freed and has no line to go to; nil when all of it has.
    public private(set) var unplaced: Money?
    /// Why nothing moves, or what to know; nil when there is nothing to say.
    public private(set) var remark: String?

    /// The changes an event asks for. `total` is what the lines added up to before it, nil for what they add up to now:
    /// give it when the app's records have changed already.
    public init(_ lines: [BudgetLine], after event: Event, total: Money? = nil) {
        let own = lines.first { $0.id == event.id }
        guard let pinned = pinned(event, own) else { return }
        let others = lines.filter { $0.id != event.id }
        let needed = others.total(\.amount) + pinned - (total ?? lines.total(\.amount))
        guard needed <= headroom(of: others, for: needed) else { return }
        if let own, own.amount != pinned, event != .deleted(id: own.id) {
            changes.append(Change(id: own.id, name: own.name, before: own.amount, after: pinned))
        }
        move(needed, between: others)
        if changes.isEmpty, remark == nil { remark = "There is nothing to move." }
    }

    /// The amount the event's own line ends with; nil when nothing is to be done.
    private mutating func pinned(_ event: Event, _ own: BudgetLine?) -> Money? {
        if case .deleted = event { return .zero }
        guard let own else {
            remark = "There is no such budget of yours this month."
            return nil
        }
        guard case .edited(_, let to) = event else { return pinned(overspent: own) }
        guard to >= .zero, to <= .limit else {
            remark = "A budget must be £0.00 or more, and no larger than this app can hold."
            return nil
        }
        return to
    }

    private mutating func pinned(overspent own: BudgetLine) -> Money? {
        if own.protection == .locked, own.spent > own.amount {
            remark = "\(String.quoted(own.name)) is \(own.spent - own.amount) over, and you locked it; nothing moves."
            return nil
        }
        return max(own.amount, own.spent)
    }

    /// What can be taken from the others; notes how much is missing when that is too little.
    private mutating func headroom(of others: [BudgetLine], for needed: Money) -> Money {
        let room = others.total(\.headroom)
        if needed > room {
            missing = needed - room
            remark = "The other budgets that may move have \(room) left; \(needed - room) is missing. Nothing moves."
        }
        return room
    }

    /// Takes what is needed, or gives what is free (below zero), in proportion to headroom.
    private mutating func move(_ needed: Money, between others: [BudgetLine]) {
        guard needed != .zero else { return }
        guard let shares = needed.magnitude.split(over: others.map(\.headroom)) else {
            unplaced = needed.magnitude
            remark = "\(needed.magnitude) is free, and no budget that may move has anything left to share it by."
            return
        }
        changes += zip(others, shares).compactMap { line, share in
            let after = needed > .zero ? line.amount - share : line.amount + share
            return share == .zero ? nil : Change(id: line.id, name: line.name, before: line.amount, after: after)
        }
    }
}
