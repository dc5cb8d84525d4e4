import Analyses
import Finance
import TestKit
import Testing

@testable import Drafts

@Suite("Whatever a model writes")
struct WishArgumentsLawsTests {
    static let values = [
        #""addExpense""#, #""addDebt""#, #""addGoal""#, #""set""#, #""payIn""#, #""lower""#, "12", "12.5", "-1", "1e9",
        "null",
        "true", "[]", "{}", #""12""#, #""2026-11-20""#, #""2026-11-21""#, #""monthly""#, #""Lunch""#, #""\u0000""#,
        #""budgets""#, #""debts""#, #""rate""#, #""Savings""#, "99", #""\#(Rosa.hex("b1"))""#, #""\#(Rosa.hex("d1"))""#,
        #""\#(Rosa.hex("c1"))""#, #""$ne""#, "1e400",
    ]

    /// A random object of known keys, now and then with a stray one.
    static func arguments(_ seeded: inout SeededGenerator) -> String {
        var keys = WishArguments.names.sorted().filter { _ in Bool.random(using: &seeded) }
        if Int.random(in: 0..<12, using: &seeded) == 0 { keys.append("isDeleted") }
        let members = keys.map { key in
            let purposes = key == "purpose" ? values.prefix(6) : values[...]
            return "\"\(key)\":\(purposes.randomElement(using: &seeded) ?? "null")"
        }
        return "{\(members.joined(separator: ","))}"
    }

    @Test("a draft holds only money, rates and days the person wrote", arguments: 0..<400 as Range<UInt64>)
    func onlyWhatWasSaid(_ seed: UInt64) {
        var seeded = SeededGenerator(seed)
        let said = "£12 or 12.50 at 12.5% yesterday"
        let settled = WishArguments.settled(Self.arguments(&seeded), said: said, on: Rosa.snapshot, for: .current)
        guard let draft = settled.draft else { return }
        #expect(draft.faults(on: Rosa.snapshot, for: .current).isEmpty)
        #expect(Self.isSaid(draft.fields), "\(draft.text)")
    }

    static func isSaid(_ fields: DraftFields) -> Bool {
        func isSaid(_ money: Money?) -> Bool { money == nil || [1_200, 1_250, 0].contains(money?.pence) }
        let yesterday = Rosa.day("2026-11-20")
        switch fields {
        case .expense(let fields): return isSaid(fields.amount) && fields.fallsOn ?? yesterday == yesterday
        case .income(let fields): return isSaid(fields.amount)
        case .budget(let fields):
            return fields.raising == nil ? isSaid(fields.amount) : isSaid(fields.raising?.magnitude)
        case .debt(let fields):
            return (fields.lowering == nil ? isSaid(fields.balance) : isSaid(fields.lowering))
                && isSaid(fields.monthlyPayment)
                && isSaid(fields.rate.map { Money(pence: Int64($0.basisPoints)) })
        case .goal(let fields):
            return isSaid(fields.target) && isSaid(fields.monthlyTarget)
                && (fields.adding == nil ? isSaid(fields.saved) : isSaid(fields.adding))
        }
    }

    @Test("with nothing said, nothing can be drafted", arguments: 0..<200 as Range<UInt64>)
    func silence(_ seed: UInt64) {
        var seeded = SeededGenerator(seed)
        let settled = WishArguments.settled(Self.arguments(&seeded), said: "do it", on: Rosa.snapshot, for: .current)
        #expect(settled.draft == nil)
    }
}
