public import Finance
import FoundationEssentials

/// One person's history of checked purchases.
///
///     var checks = PurchaseChecks()
///     checks.add(review.affordability(of: price), item: "a bicycle", id: newID)
///     checks.pin(newID)
///     let changed = checks.recheck(in: later)   // those whose verdict is another one now
///
/// At most `most` are kept and `mostPinned` of them pinned; the oldest that is not pinned goes first.
public struct PurchaseChecks: Sendable, Hashable, Codable {
    /// A pinned check whose verdict changed with the records.
    public struct Change: Sendable, Hashable {
        /// The check as it is now.
        public let check: PurchaseCheck
        /// What the verdict was.
        public let before: Affordability.Verdict
    }

    /// Most checks kept.
    public static let most = 50
    /// Most of them pinned.
    public static let mostPinned = 10

    /// Oldest first.
    public private(set) var checks: [PurchaseCheck] = []

    /// An empty history.
    public init() {}

    /// Reads what can be read, within the bounds.
    public init(from decoder: any Decoder) throws {
        let stored = try decoder.container(keyedBy: CodingKeys.self)
        let all: [PurchaseCheck] = stored.readable(.checks)
        for var check in all {
            check.isPinned = check.isPinned && pinned.count < Self.mostPinned
            keep(check)
        }
    }

    /// The pinned ones, oldest first.
    public var pinned: [PurchaseCheck] { checks.filter(\.isPinned) }

    /// Keeps an answer; one under the same id is replaced, and stays pinned where it was.
    @discardableResult
    public mutating func add(_ answer: Affordability, item: String, id: String) -> PurchaseCheck {
        var check = PurchaseCheck(answer, item: item, id: id)
        check.isPinned = checks.contains { $0.id == id && $0.isPinned }
        keep(check)
        return check
    }

    /// Pins one; false when there is no such check or `mostPinned` are pinned.
    @discardableResult
    public mutating func pin(_ id: String) -> Bool {
        guard let place = checks.firstIndex(where: { $0.id == id }) else { return false }
        guard checks[place].isPinned || pinned.count < Self.mostPinned else { return false }
        checks[place].isPinned = true
        return true
    }

    /// Unpins one; false when there is no such check.
    @discardableResult
    public mutating func unpin(_ id: String) -> Bool {
        guard let place = checks.firstIndex(where: { $0.id == id }) else { return false }
        checks[place].isPinned = false
        return true
    }

    /// Forgets one; false when there is no such check.
    @discardableResult
    public mutating func forget(_ id: String) -> Bool {
        let count = checks.count
        checks.removeAll { $0.id == id }
        return checks.count < count
    }

    /// Checks every pinned one again and gives those whose verdict changed, oldest first. A snapshot read before the
    /// last check of one says nothing new about it.
    public mutating func recheck(in snapshot: Snapshot) -> [Change] {
        var changes: [Change] = []
        for place in checks.indices where checks[place].isPinned && checks[place].asOf <= snapshot.asOf {
            let before = checks[place].verdict
            let answer = checks[place].asked(in: snapshot)
            checks[place].asOf = snapshot.asOf
            checks[place].verdict = answer.verdict
            checks[place].reasons = answer.reasons
            if answer.verdict != before { changes.append(Change(check: checks[place], before: before)) }
        }
        return changes
    }

    private mutating func keep(_ check: PurchaseCheck) {
        checks.removeAll { $0.id == check.id }
        checks.append(check)
        while checks.count > Self.most, let oldest = checks.firstIndex(where: { !$0.isPinned }) {
            checks.remove(at: oldest)
        }
    }
}
