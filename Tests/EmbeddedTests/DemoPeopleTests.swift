import Finance
import FoundationEssentials
import Testing

@testable import Embedded

@Suite("Demo people are plausible and always the same")
struct DemoPeopleTests {
    /// 2026-11-18T12:00:00Z.
    static let now = Date(timeIntervalSince1970: 1_794_916_800)
    static let month = Month(containing: now)

    @Test("The same seed in the same month gives the same documents, and another seed gives others")
    func determinism() throws {
        let people = DemoPeople(now: Self.now)
        let later = DemoPeople(now: Self.now.addingTimeInterval(10 * 86_400))
        let others = DemoPeople(seed: 7, now: Self.now)
        for number in [0, 3, 8, 9, 120, DemoPeople.count - 1] {
            let batch = flat(people.documents(of: number))
            #expect(batch == flat(later.documents(of: number)))
            #expect(batch == flat(DemoPeople(now: Self.now).documents(of: number)))
            if number > 2 { #expect(batch != flat(others.documents(of: number))) }
        }
    }

    @Test("The documents of one month are known by their fingerprints: a change of the drawing shows here")
    func fingerprint() {
        #expect(fingerprint { !$0.hasSuffix("calculations") } == "e981ecf476945dea")
        #expect(fingerprint { $0.hasSuffix("calculations") } == "1d13fdcd9f993294")
    }

    private func fingerprint(of isWanted: (String) -> Bool) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        let people = DemoPeople(now: Self.now)
        for number in 0..<40 {
            for document in flat(people.documents(of: number).filter { isWanted($0.collection) }) {
                for byte in DocumentText.write(document).utf8 {
                    hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
                }
            }
        }
        return String(hash, radix: 16)
    }

    @Test("All documents together are those of each person, every id once, every owner a person")
    func wholeness() throws {
        let people = DemoPeople(now: Self.now)
        let batches = (0..<DemoPeople.count).flatMap(people.documents)
        let all = Dictionary(batches, uniquingKeysWith: +)
        #expect(
            Set(all.keys) == [
                "users", "debts", "savinggoals", "incomes", "expenses", "budgets", "savingcalculations",
                "loanrepaymentcalculations", "inflationcalculations", "inflationapicalculations",
            ])
        let users = Set(ids("_id", all["users"] ?? []))
        #expect(users.count == DemoPeople.count && DemoPeople.count >= 200)
        for (collection, documents) in all {
            #expect(Set(ids("_id", documents)).count == documents.count)
            guard collection != "users" else { continue }
            #expect(users.isSuperset(of: ids("userId", documents)))
        }
    }

    @Test("Every person reads without a remark, with plausible amounts in every month")
    func plausibility() throws {
        let people = DemoPeople(now: Self.now)
        for number in 0..<DemoPeople.count where number != 2 {
            let snapshot = try snapshot(number, of: people)
            #expect(snapshot.skipped.isEmpty && snapshot.suspectedDuplicates.isEmpty, "\(number)")
            for offset in -DemoPeople.pastMonths...0 {
                let totals = snapshot.totals(of: Self.month.advanced(by: offset))
                #expect(totals.income.pence > 700_00 && totals.income.pence < 6_000_00, "\(number) \(totals)")
                #expect(totals.expenses.pence > 100_00 && totals.expenses < totals.income + totals.income, "\(number)")
            }
            #expect(snapshot.totals(of: Self.month.next).income > .zero)
            #expect(snapshot.totals(of: Self.month.advanced(by: 2)).coverage == .none)
            #expect(snapshot.debts.allSatisfy { $0.balance > .zero && $0.monthlyPayment > .zero })
            #expect(snapshot.goals.allSatisfy { $0.target > .zero && $0.saved <= $0.target })
        }
    }

    @Test("There are couples both ways, high debt, missing rates, old shapes, deficits and reached goals")
    func variety() throws {
        let people = DemoPeople(now: Self.now)
        let all = try (0..<DemoPeople.count).map { try snapshot($0, of: people) }
        let partners = Dictionary(uniqueKeysWithValues: all.map { ($0.person.id, $0.person.partnerID) })
        let linked = partners.filter { $0.value != nil }
        #expect(linked.count >= 40)
        #expect(linked.allSatisfy { partners[$0.value ?? $0.key] == $0.key })
        #expect(all.count { $0.debts.contains { $0.name.hasSuffix("arrears") || $0.name == "Payday loan" } } >= 8)
        #expect(all.count { $0.debts.contains { $0.rateSource == .estimated } } >= 10)
        #expect(all.count { $0.debts.isEmpty } >= 50)
        #expect(all.count { $0.thisMonth.leftOver < .zero } >= 5)
        #expect(all.count { $0.goals.contains(where: \.isCompleted) } >= 5)
        #expect(all.count { !$0.expenses.isEmpty && $0.expenses.allSatisfy { $0.budgetID == nil } } >= 5)
        let texts = people.documents(of: try #require((3..<224).first { hasTextDates(people.documents(of: $0)) }))
        #expect(!texts.isEmpty)
    }

    @Test("The featured person has something of everything this month, and one person is an administrator")
    func named() throws {
        let people = DemoPeople(now: Self.now)
        let maya = try snapshot(0, of: people)
        #expect(maya.person.id == DemoPeople.featured && maya.person.name == "Maya Hartwell")
        #expect(maya.openDebts.count == 3 && maya.goals.count == 3 && maya.incomes(in: Self.month).count == 2)
        #expect(maya.budgets(in: Self.month).count >= 4)
        #expect(maya.thisMonth.leftOver.pence > 200_00)
        #expect(maya.spendingByCategory(in: Self.month).count >= 3)
        let admin = try snapshot(2, of: people).person
        #expect(admin.id == DemoPeople.admin && admin.role == .admin)
        let roles = try (0..<DemoPeople.count).map { try snapshot($0, of: people).person.role }
        #expect(roles.count { $0 == .admin } == 1)
    }

    private func flat(_ batch: DemoPeople.Batch) -> [Document] { batch.flatMap(\.documents) }

    private func ids(_ field: String, _ documents: [Document]) -> [String] {
        documents.map { if case .id(let id) = $0[field] { id } else { "none" } }
    }

    private func hasTextDates(_ batch: DemoPeople.Batch) -> Bool {
        flat(batch).contains { if case .string = $0["payDueDate"] { true } else { false } }
    }

    private func snapshot(_ number: Int, of people: DemoPeople) throws -> Snapshot {
        let batch = Dictionary(people.documents(of: number).map { ($0.collection, $0.documents) }, uniquingKeysWith: +)
        func all(_ name: String) -> [Document] { batch[name] ?? [] }
        return try Snapshot(
            documents: SnapshotDocuments(
                user: try #require(all("users").first), incomes: all("incomes"), expenses: all("expenses"),
                budgets: all("budgets"), debts: all("debts"), savingGoals: all("savinggoals")),
            month: Self.month, asOf: Self.now)
    }
}
