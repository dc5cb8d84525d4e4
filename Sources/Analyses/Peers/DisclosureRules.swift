import Finance

/// What may be published about a group of people (ONS's practice for small counts, the ICO's for small cells).
///
/// 1. A group has at least `others` people besides any one of them who looks at it.
/// 2. No one contributes more than half of what a cell sums.
/// 3. Counts are rounded to 5, shares to a whole percentage point.
/// 4. Where two published groups overlap, whatever is in one and not in the other is nobody or such a group itself.
///
/// They protect a person in the crowd. They do not protect against someone who already knows every other person of the
/// group, and they do not hide what is true of nearly all of it.
public struct DisclosureRules: Sendable, Hashable {
    /// Fewest other people; an operator may ask for more, never for fewer than ten.
    public let others: Int

    /// Rules with a threshold of their own.
    public init(others: Int = 10) { self.others = max(others, 10) }

    /// Fewest people in a group whom a member may look at.
    public var leastMembers: Int { others + 1 }

    /// Whether a group of so many may be published; nobody at all is not a group.
    func allows(_ members: Int) -> Bool { members >= leastMembers }

    /// Whether amounts that sum to `total` are spread enough: no one above zero is more than half.
    func allows(largest: Money, of total: Money) -> Bool {
        let twice = largest.pence.multipliedFullWidth(by: 2)
        return total > .zero && (twice.high, twice.low) <= (0, total.pence.magnitude)
    }

    /// A count to the nearest 5.
    static func rounded(_ count: Int) -> Int { (count + 2) / 5 * 5 }
}

/// Where a quarter, a half and three quarters of a group lie, in whole percentage points.
struct Quartiles: Hashable {
    let lower: Int
    let median: Int
    let upper: Int

    /// Of shares in basis points, which may not be empty; between two neighbours by distance (the common "type 7").
    init?(of shares: [Int]) {
        guard !shares.isEmpty else { return nil }
        let sorted = shares.sorted()
        lower = Self.quarter(1, of: sorted)
        median = Self.quarter(2, of: sorted)
        upper = Self.quarter(3, of: sorted)
    }

    /// Halves of a percentage point go up.
    private static func quarter(_ quarter: Int, of sorted: [Int]) -> Int {
        let (place, part) = ((sorted.count - 1) * quarter).quotientAndRemainder(dividingBy: 4)
        let next = sorted[min(place + 1, sorted.count - 1)]
        return (sorted[place] * (4 - part) + next * part + 200) / 400
    }
}
