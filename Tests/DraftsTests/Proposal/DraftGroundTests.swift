import Finance
import Testing

@testable import Drafts

@Suite("What a draft stands on")
struct DraftGroundTests {
    func ground(_ message: String, _ snapshot: Snapshot = Rosa.snapshot) throws -> DraftGround {
        DraftGround(of: try #require(Rosa.draft(message)), in: snapshot)
    }

    @Test("a change stands on the fields it sends and on no others")
    func change() throws {
        let ground = try ground("set groceries to 300")
        #expect(ground.before == .budget(BudgetFields(amount: Rosa.pounds(250))) && ground.twins.isEmpty)
        var gone = Rosa.snapshot
        gone.budgets.removeFirst()
        #expect(try self.ground("set groceries to 300", gone).before == nil)
    }

    @Test("a new record stands on those that are just like it, in a fixed order")
    func create() throws {
        var snapshot = Rosa.snapshot
        snapshot.expenses += [
            Rosa.expense("f2", "Tea", 5, "2026-11-21", .once), Rosa.expense("f1", "Tea", 5, "2026-11-21", .once),
            Rosa.expense("f3", "Tea", 5, "2026-11-20", .once), Rosa.expense("f4", "Tea", 5, "2026-11-21", .monthly),
            Rosa.expense("f5", "Tea", 6, "2026-11-21", .once), Rosa.expense("f6", "Teas", 5, "2026-11-21", .once),
        ]
        #expect(try ground("spent £5 on tea", snapshot).twins == [Rosa.hex("f1"), Rosa.hex("f2")])
    }

    @Test("the digest changes when a record is gone, and with the order and number of drafts")
    func digest() throws {
        let budget = try ground("set groceries to 300")
        let tea = try ground("spent £5 on tea")
        var without = Rosa.snapshot
        without.budgets.removeFirst()
        let gone = try ground("set groceries to 300", without)
        let digests = [[], [budget], [tea], [budget, tea], [tea, budget], [tea, tea], [gone, budget, tea]].map(\.digest)
        #expect(Set(digests).count == digests.count && digests.allSatisfy { $0.count == 16 })
        #expect([budget, tea].digest == [budget, tea].digest && [budget].digest != [gone].digest)
    }
}
