import Finance
import Ports
import TestKit
import Testing

@Suite("What fits under the caps")
struct SpendCapsTests {
    private func verdict(
        _ amounts: [Int64], person: Int64 = 0, feature: Int64 = 0, everyone: Int64 = 0, isNobody: Bool = false,
        _ caps: SpendCaps
    ) throws -> SpendVerdict {
        let choices = amounts.map { SpendChoice(model: "m", amount: Spend(microdollars: $0)) }
        let request = SpendRequest(
            id: "1", day: Day(number: 10), feature: .chat, person: isNobody ? nil : try Fresh.user(), choices: choices)
        let standing = SpendStanding(
            person: Spend(microdollars: person), feature: Spend(microdollars: feature),
            everyone: Spend(microdollars: everyone))
        return caps.verdict(on: request, at: standing)
    }

    private func no(_ cap: SpendCap) -> SpendVerdict {
        .refused(SpendRefusal(cap: cap, until: Day(number: 11).start))
    }

    @Test("exactly the cap fits, a millionth more does not, and the first broken cap is told")
    func edges() throws {
        let caps = SpendLedgerConformance.caps(person: 100, feature: 200, everyone: 300)
        #expect(try verdict([10], person: 90, feature: 190, everyone: 290, caps) == .fits(choice: 0))
        #expect(try verdict([10], person: 91, feature: 191, everyone: 291, caps) == no(.person))
        #expect(try verdict([10], person: 90, feature: 191, everyone: 291, caps) == no(.feature))
        #expect(try verdict([10], person: 90, feature: 190, everyone: 291, caps) == no(.everyone))
        #expect(try verdict([10], person: 91, isNobody: true, caps) == .fits(choice: 0))
    }

    @Test("with a smaller model behind it the first fits up to four fifths, rounded down")
    func soft() throws {
        let caps = SpendLedgerConformance.caps(everyone: 101)
        #expect(try verdict([10, 1], everyone: 70, caps) == .fits(choice: 0))
        #expect(try verdict([10, 1], everyone: 71, caps) == .fits(choice: 1))
        #expect(try verdict([10, 1], everyone: 100, caps) == .fits(choice: 1))
        #expect(try verdict([10, 1], everyone: 101, caps) == no(.everyone))
        #expect(try verdict([10], everyone: 91, caps) == .fits(choice: 0))
        #expect(try verdict([10], everyone: 92, caps) == no(.everyone))
    }

    @Test("no cap is no bound, zero lets through only what is free, and the largest amounts do not trap")
    func extremes() throws {
        #expect(try verdict([1_000], everyone: Spend.limit.microdollars, .none) == .fits(choice: 0))
        let nothing = SpendLedgerConformance.caps(person: 0, feature: 0, everyone: 0)
        #expect(try verdict([0], nothing) == .fits(choice: 0))
        #expect(try verdict([1], nothing) == no(.person))
        let most = SpendLedgerConformance.caps(everyone: Spend.limit.microdollars)
        #expect(try verdict([1, 1], everyone: Spend.limit.microdollars / 100 * 80, most) == .fits(choice: 1))
        #expect(try verdict([1, 1], everyone: Spend.limit.microdollars / 100 * 80 - 1, most) == .fits(choice: 0))
    }

    @Test("a feature without a cap of its own has none")
    func features() {
        let caps = SpendCaps(turn: .zero, person: nil, features: [.night: .zero], everyone: .limit)
        #expect(caps.cap(.feature, of: .night) == .zero)
        #expect(caps.cap(.feature, of: .chat) == nil)
        #expect(caps.cap(.turn, of: .chat) == .zero)
        #expect(caps.cap(.person, of: .chat) == nil)
        #expect(caps.cap(.everyone, of: .chat) == .limit)
    }
}
