import Finance
import FoundationEssentials
import TestKit
import Testing

@Suite("Properties of a snapshot")
struct SnapshotPropertiesTests {
    @Test("the order in which a database answers is never seen", arguments: NamedPeople.all.map(\.name))
    func permutation(name: String) throws {
        let documents = try #require(NamedPeople.all.first { $0.name == name }?.documents)
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let expected = try encoder.encode(NamedPeople.snapshot(of: documents))
        for seed in UInt64(0)..<50 {
            var random = SeededGenerator(seed)
            var shuffled = documents
            shuffled.incomes.shuffle(using: &random)
            shuffled.expenses.shuffle(using: &random)
            shuffled.budgets.shuffle(using: &random)
            shuffled.debts.shuffle(using: &random)
            shuffled.savingGoals.shuffle(using: &random)
            shuffled.partnerBudgets.shuffle(using: &random)
            #expect(try encoder.encode(NamedPeople.snapshot(of: shuffled)) == expected, "seed \(seed)")
        }
    }

    @Test("records outside the month never change its figures", arguments: UInt64(0)..<40)
    func outside(seed: UInt64) throws {
        var random = SeededGenerator(seed)
        var documents = NamedPeople.maya
        let month = NamedPeople.month
        for index in 0..<30 {
            let isBefore = Bool.random(using: &random)
            let gap = Int.random(in: 0...400, using: &random)
            let day = isBefore ? month.firstDay.advanced(by: -1 - gap) : month.next.firstDay.advanced(by: gap)
            let id = "6620000000000000000f" + String(1_000 + index)
            let amount = Document.Value.double(Double(Int.random(in: 1...500_000, using: &random)) / 100)
            let owner = NamedPeople.mayaID
            documents.incomes.append(NamedPeople.income(id, "Extra \(index)", amount, day.description, owner: owner))
            documents.expenses.append(NamedPeople.expense(id, "Extra \(index)", amount, day.description, owner: owner))
            documents.budgets.append(
                NamedPeople.budget(id, "Extra", amount, "Savings", day.description, type: "household", owner: owner))
        }
        let plain = try NamedPeople.snapshot(of: NamedPeople.maya)
        let crowded = try NamedPeople.snapshot(of: documents)
        #expect(crowded.thisMonth == plain.thisMonth)
        #expect(crowded.household == plain.household)
        #expect(crowded.spendingByCategory(in: month) == plain.spendingByCategory(in: month))
        #expect(crowded.spendingByName(in: month) == plain.spendingByName(in: month))
    }

    @Test("a coded snapshot reads back as the same value", arguments: NamedPeople.all.map(\.name))
    func coding(name: String) throws {
        let documents = try #require(NamedPeople.all.first { $0.name == name }?.documents)
        let snapshot = try NamedPeople.snapshot(of: documents)
        let bytes = try JSONEncoder().encode(snapshot)
        #expect(try JSONDecoder().decode(Snapshot.self, from: bytes) == snapshot)
    }

    @Test("instants are whole milliseconds, so that any millisecond coding is exact")
    func milliseconds() throws {
        let odd = Date(timeIntervalSince1970: 1_776_679_200.123_456_7)
        let snapshot = try Snapshot(documents: NamedPeople.maya, month: NamedPeople.month, asOf: odd)
        #expect(snapshot.asOf == odd.stored)
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .millisecondsSince1970
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .millisecondsSince1970
        let back = try decoder.decode(Snapshot.self, from: encoder.encode(snapshot))
        #expect(back.asOf.timeIntervalSince1970 * 1_000 == (odd.timeIntervalSince1970 * 1_000).rounded())
        #expect(back.asOf.stored == snapshot.asOf)
    }
}
