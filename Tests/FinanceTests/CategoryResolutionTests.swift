import Finance
import TestKit
import Testing

@Suite("The category of an expense")
struct CategoryResolutionTests {
    private let owner = NamedPeople.noahID
    private let budgetID = "662000000000000000000b01"

    private func categories(_ documents: SnapshotDocuments) throws -> [String?] {
        try NamedPeople.snapshot(of: documents).expenses.map(\.category)
    }

    private func expense(_ number: Int, _ name: String, _ day: String, budget: String? = nil) -> Document {
        NamedPeople.expense("662000000000000000000e0\(number)", name, .int(1), day, owner: owner, budget: budget)
    }

    @Test("is its budget's, even when that budget is deleted")
    func deletedBudget() throws {
        var documents = NamedPeople.noah
        documents.expenses = [expense(1, "Gym", "2026-04-01", budget: budgetID)]
        documents.budgets = [
            NamedPeople.budget(budgetID, "Gym", .int(1), "Health", "2026-04-01", owner: owner, isDeleted: true)
        ]
        #expect(try categories(documents) == ["Health"])
        #expect(try NamedPeople.snapshot(of: documents).budgets.isEmpty)
    }

    @Test("else that of an earlier expense of the same name, never of a later one")
    func inherited() throws {
        var documents = NamedPeople.noah
        documents.budgets = [NamedPeople.budget(budgetID, "Gym", .int(1), "Health", "2026-02-01", owner: owner)]
        documents.expenses = [
            expense(4, "Gym", "2026-04-01"), expense(1, "Gym", "2026-01-01"),
            expense(2, "Gym", "2026-02-01", budget: budgetID), expense(3, "gym", "2026-03-01"),
        ]
        #expect(try categories(documents) == [nil, "Health", nil, "Health"])
    }

    @Test("a dangling link falls back on the name, then on none")
    func dangling() throws {
        var documents = NamedPeople.noah
        documents.expenses = [expense(1, "Gym", "2026-04-01", budget: budgetID)]
        #expect(try categories(documents) == [nil])
        documents.budgets = [NamedPeople.budget(budgetID, "Gym", .int(1), "  ", "2026-04-01", owner: owner)]
        #expect(try categories(documents) == [nil])
    }
}
