import Analyses
import Finance
import TestKit

/// Seeded people who could be compared, and the weeks of November 2026 that publish October.
enum PeerCases {
    static let october = month("2026-10")
    /// The Monday of week `number`, from 2 November on.
    static func week(_ number: Int) -> Day { Day(year: 2026, month: 11, clampedDay: 2).advanced(by: 7 * (number - 1)) }

    static func month(_ text: String) -> Month {
        guard let month = Month(text) else { preconditionFailure("a test month must be readable: \(text)") }
        return month
    }

    /// People p000… with incomes from £1,000 on and spending of £1,000 each, spread over three categories.
    static func people(_ count: Int, seed: UInt64 = 1) -> [PeerMember] {
        var draws = SeededGenerator(seed)
        return (0..<count).map { index in
            let needs = Int64.random(in: 10...80, using: &draws)
            let wants = Int64.random(in: 1...(95 - needs), using: &draws)
            return member(
                index, income: 1_000 + 37 * Int64(index), hasPartner: index % 2 == 0,
                ["Essential(Needs)": needs * 10, "Discretionary(Wants)": wants * 10])
        }
    }

    /// One person; what the categories leave of £1,000 has none.
    static func member(
        _ index: Int, income: Int64 = 2_000, hasPartner: Bool = false, _ pounds: [String: Int64]
    ) -> PeerMember {
        let digits = String(index)
        return PeerMember(
            id: "p" + String(repeating: "0", count: max(0, 3 - digits.count)) + digits,
            income: Money(pence: income * 100), hasPartner: hasPartner,
            spending: pounds.mapValues { Money(pence: $0 * 100) }, total: Money(pence: 1_000_00))
    }
}

extension [PeerMember] {
    /// Everyone but these.
    func without(_ ids: Set<String>) -> [PeerMember] { filter { !ids.contains($0.id) } }

    /// The same people with the spending of two of them exchanged.
    func exchanging(_ first: String, _ second: String) -> [PeerMember] {
        guard let one = firstIndex(where: { $0.id == first }), let two = firstIndex(where: { $0.id == second }) else {
            preconditionFailure("both people must be there: \(first), \(second)")
        }
        var changed = self
        changed[one].spending = self[two].spending
        changed[two].spending = self[one].spending
        return changed
    }
}
