import Analyses
import Finance
import TestKit
import Testing

@Suite("Migration between levels")
struct LevelMigrationTests {
    @Test("counts every pair of levels, and people who came or went")
    func matrix() {
        func row(_ digit: String, _ level: RiskBand?) -> TriageRow {
            var row = TriageRow(of: RiskCases().assessment)
            row.userID = NamedPeople.id("66200000000000000000000" + digit)
            row.level = level
            return row
        }
        let before = [
            row("1", .low), row("2", .low), row("3", .high), row("4", .medium), row("5", nil), row("6", .low),
        ]
        let after = [row("1", .medium), row("2", .low), row("3", .low), row("4", nil), row("5", .high), row("7", .low)]
        let migration = LevelMigration(from: before, to: after)
        #expect((migration.rose, migration.fell, migration.held) == (1, 1, 1))
        #expect((migration.joined, migration.left) == (1, 1))
        #expect(migration.steps.count == 16)
        #expect(migration.steps.first { $0.from == nil && $0.to == .high }?.count == 1)
        #expect(migration.steps.first { $0.from == .medium && $0.to == nil }?.count == 1)
        #expect(
            migration.json.text.hasPrefix(#"{"rose":1,"fell":1,"held":1,"joined":1,"left":1,"steps":[{"from":null"#))
    }
}
