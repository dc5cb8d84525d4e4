import Finance
import FoundationEssentials
import TestKit
import Testing

@Suite("A snapshot from documents")
struct SnapshotDocumentsTests {
    @Test("a person without records has empty lists and months without coverage")
    func noRecords() throws {
        let noah = try NamedPeople.snapshot(of: NamedPeople.noah)
        #expect(noah.thisMonth.coverage == .none)
        #expect(noah.incomes.isEmpty && noah.debts.isEmpty && noah.skipped.isEmpty)
        #expect(noah.savings.completion == nil && noah.debtToIncome == nil && noah.nextDue == nil)
    }

    @Test("a deleted or nameless person gives a typed error, not an empty snapshot")
    func noPerson() {
        var documents = NamedPeople.maya
        documents.user.fields["isDeleted"] = .bool(true)
        #expect(throws: SnapshotError.deletedPerson) { try NamedPeople.snapshot(of: documents) }
        documents.user = Document()
        #expect(throws: SnapshotError.noUserID) { try NamedPeople.snapshot(of: documents) }
    }

    @Test("each dirty amount is exact in pence or listed with its reason")
    func dirtyAmounts() throws {
        let dirty = try NamedPeople.snapshot(of: NamedPeople.dirty)
        #expect(dirty.thisMonth.income == Money(pence: 10_000))
        #expect(dirty.thisMonth.expenses == Money(pence: 3_333 + 710))
        #expect(dirty.thisMonth.coverage == .partial)
        let reasons = Dictionary(grouping: dirty.skipped, by: \.reason).mapValues(\.count)
        #expect(
            reasons == [
                "not a finite number": 3, "too large to be an amount": 1, "empty": 1, "not a number": 7, "missing": 1,
                "not a date": 1, "no id": 1, "rounded to the penny": 1,
            ])
        #expect(dirty.expenses.map(\.name) == ["A third", "As decimal", "Minus nothing"])
        #expect(dirty.expenses.first?.frequency == .unknown("fortnightly"))
        #expect(dirty.person.name == "Dirk Tay")
    }

    @Test("the old backend's shapes read like today's")
    func oldShapes() throws {
        let ada = try NamedPeople.snapshot(of: NamedPeople.ada)
        #expect(ada.skipped.isEmpty)
        #expect(ada.nextDue == Day("2026-05-14"))
        #expect(ada.debts.first?.annualRate == Rate(basisPoints: 1_000))
        #expect(ada.goals.map(\.completion) == [50, 40])
        #expect(ada.goals.map { ada.isOverdue($0) } == [false, true])
        #expect(ada.savings.monthly == Money(pence: 5_000))
    }

    @Test("deleted records are dropped even when a query let them through; absent means live")
    func deleted() throws {
        let maya = try NamedPeople.snapshot(of: NamedPeople.maya)
        #expect(!maya.expenses.contains { $0.name == "Gym" })
        var documents = NamedPeople.maya
        for index in documents.expenses.indices { documents.expenses[index].fields["isDeleted"] = nil }
        #expect(try NamedPeople.snapshot(of: documents).expenses.count == maya.expenses.count + 1)
    }

    @Test("a record of someone else is never counted, whatever the query brought")
    func foreign() throws {
        var documents = NamedPeople.maya
        let foreign = NamedPeople.income(
            "66200000000000000000a0ff", "Not hers", .int(9_000), "2026-04-02", owner: NamedPeople.omarID)
        documents.incomes.append(foreign)
        let maya = try NamedPeople.snapshot(of: documents)
        #expect(maya.thisMonth.income == Money(pence: 365_050))
        #expect(maya.skipped.map(\.reason) == ["belongs to someone else"])
    }

    @Test("of the partner only household budgets of the month are seen, and only while linked")
    func partner() throws {
        var documents = NamedPeople.maya
        documents.partnerBudgets += [
            NamedPeople.budget(
                "66200000000000000000b006", "His hobby", .int(90), "Discretionary(Wants)", "2026-04-06",
                owner: NamedPeople.danielID),
            NamedPeople.budget(
                "66200000000000000000b007", "Old groceries", .int(90), "Essential(Needs)", "2026-03-06",
                type: "household", owner: NamedPeople.danielID),
        ]
        let linked = try NamedPeople.snapshot(of: documents)
        #expect(linked.household.filter(\.isPartners).map(\.name) == ["Groceries"])
        #expect(linked.thisMonth.budget == Money(pence: 185_000))
        documents.user.fields["partnerId"] = .null
        #expect(try NamedPeople.snapshot(of: documents).household.map(\.isPartners) == [false])
    }

    @Test("a record returned twice counts once")
    func twice() throws {
        var documents = NamedPeople.maya
        documents.incomes += documents.incomes
        documents.debts += documents.debts
        #expect(try NamedPeople.snapshot(of: documents) == NamedPeople.snapshot(of: NamedPeople.maya))
    }

    @Test("too many records keep the newest and say how many are left out")
    func cap() throws {
        var documents = NamedPeople.noah
        documents.expenses = (0..<50).map { index in
            NamedPeople.expense(
                "66200000000000000000" + String(1_000 + index), "Coffee \(index)", .int(3),
                Day(number: 20_500 + index).description, owner: NamedPeople.noahID)
        }
        let limits = SnapshotLimits(records: 20)
        let snapshot = try Snapshot(
            documents: documents, month: NamedPeople.month, asOf: NamedPeople.now, limits: limits)
        #expect(snapshot.expenses.map(\.name) == (30..<50).map { "Coffee \($0)" })
        #expect(snapshot.skipped.map(\.reason) == ["30 older records left out"])
    }

    @Test("remarks are bounded")
    func remarks() throws {
        let limits = SnapshotLimits(remarks: 4)
        let dirty = try Snapshot(
            documents: NamedPeople.dirty, month: NamedPeople.month, asOf: NamedPeople.now, limits: limits)
        #expect(dirty.skipped.count == 5)
        #expect(dirty.skipped.last?.reason == "12 further remarks left out")
        #expect(dirty.thisMonth.coverage == .partial)
    }

    @Test("names lose what hides or commands, and stay under their limit")
    func names() throws {
        let mallory = try NamedPeople.snapshot(of: NamedPeople.mallory)
        #expect(mallory.expenses.count == NamedPeople.hostileNames.count)
        for name in mallory.expenses.map(\.name) + mallory.budgets.map(\.category) {
            #expect(name.unicodeScalars.count <= TypedText.nameLimit + 1)
            #expect(!name.unicodeScalars.contains { $0.value < 32 || $0.value == 0x202E || $0.value >= 0xE0000 })
        }
    }

    @Test("an unreadable rate falls back on the estimate; without interest there is none")
    func rates() throws {
        var documents = NamedPeople.maya
        documents.debts[0].fields["userInterestRate"] = .string("a lot")
        documents.debts[1].fields["interestRepayment"] = nil
        let debts = try NamedPeople.snapshot(of: documents).debts
        #expect(debts.map(\.rateSource) == [.estimated, .unknown, .unknown])
        #expect(debts[0].annualRate == Rate(basisPoints: 2_000))
    }
}
