import Finance
import TestKit
import Testing

@testable import Analyses

@Suite("Facts about one member")
struct PeerMemberTests {
    @Test("sums of one month by category, what has no category in the total only")
    func maya() throws {
        let snapshot = try NamedPeople.snapshot(of: NamedPeople.maya)
        let member = PeerMember(of: snapshot, in: snapshot.month, id: "m")
        #expect(member.income == Money(pence: 3_650_50))
        #expect(member.hasPartner)
        #expect(member.spending == ["Essential(Needs)": Money(pence: 1_370_00)])
        #expect(member.total == Money(pence: 1_382_99))
        #expect(member.share(of: "Essential(Needs)") == 9_906)
        #expect(member.share(of: "Savings") == 0)
        #expect(member.isEligible)
    }

    @Test("no income, no spending, no id or an objection is not counted")
    func eligible() {
        let member = PeerCases.member(1, ["Food": 100])
        #expect(member.isEligible)
        for change in [\PeerMember.income, \.total] {
            var changed = member
            changed[keyPath: change] = .zero
            #expect(!changed.isEligible)
        }
        var changed = member
        changed.hasOptedOut = true
        #expect(!changed.isEligible)
        changed = member
        changed.id = ""
        #expect(!changed.isEligible)
    }

    @Test("only the largest categories are kept, and nothing below zero counts")
    func bounded() throws {
        var snapshot = try NamedPeople.snapshot(of: NamedPeople.maya)
        snapshot.expenses = (0..<40).map { index in
            Expense(
                id: "\(index)", name: "x", amount: Money(pence: index == 0 ? -5_00 : Int64(index) * 100),
                fallsOn: snapshot.month.start, frequency: .once, category: "C\(index)")
        }
        let member = PeerMember(of: snapshot, in: snapshot.month, id: "m")
        #expect(member.spending.count == PeerMember.mostCategories)
        #expect(member.spending["C39"] != nil && member.spending["C15"] == nil && member.spending["C0"] == nil)
        #expect(member.total == Money(pence: 780_00))
    }
}
