import Analyses
import Finance
import FoundationEssentials
import Ports
import Prompts
import TestKit
import Testing

@testable import Jobs

@Suite("One person's night")
struct PersonNightTests {
    static func snapshot(_ documents: SnapshotDocuments = NamedPeople.maya, days: Int = 0) throws -> Snapshot {
        let now = NamedPeople.now.addingTimeInterval(Double(days) * 86_400)
        return try Snapshot(documents: documents, month: Month(containing: now), asOf: now)
    }

    static func before(_ night: PersonNight? = nil, inputs: String? = "v1", canWord: Bool = false) throws
        -> PersonNight.Before
    {
        var before = PersonNight.Before()
        before.inputs = inputs
        before.canWord = canWord
        for change in night?.result.states ?? [] {
            before.kept[change.kind] = .init(revision: change.after + 1, text: change.text)
        }
        return before
    }

    @Test("the first night makes the reports, the tips, the line of the list and a memory")
    func first() throws {
        let night = try PersonNight(of: try Self.snapshot(), after: try Self.before())
        let result = night.result
        #expect(result.reports.map(\.kind) == ReportKind.allCases)
        #expect(result.reports.allSatisfy { $0.source == .template && $0.createdAt == NamedPeople.now })
        #expect(result.tips?.texts.count == 4)
        #expect(result.triage?.row.userID == NamedPeople.mayaID)
        #expect(result.states.last?.kind == .night && result.states.last?.after == 0)
        #expect(night.levels.hasPrefix("none>"))
    }

    @Test("the same night once more makes the very same results, whatever was stored of it")
    func repeatable() throws {
        let before = try Self.before()
        let first = try PersonNight(of: try Self.snapshot(), after: before)
        let second = try PersonNight(of: try Self.snapshot(), after: before)
        #expect(first.result == second.result && first.memory == second.memory)
    }

    @Test("after it, the same records have nothing new to write")
    func unchanged() throws {
        let first = try PersonNight(of: try Self.snapshot(), after: try Self.before())
        let again = try PersonNight(of: try Self.snapshot(), after: try Self.before(first))
        #expect(again.result.isEmpty, "\(again.result.states.map(\.text))")
    }

    @Test("what changed is written, and nothing else")
    func changed() throws {
        let first = try PersonNight(of: try Self.snapshot(), after: try Self.before())
        var documents = NamedPeople.maya
        documents.debts = []
        let next = try PersonNight(of: try Self.snapshot(documents), after: try Self.before(first, inputs: "v2"))
        #expect(
            next.result.reports.contains { $0.kind == .budget } || next.result.reports.contains { $0.kind == .debt }
                || next.result.triage != nil)
        #expect(next.result.tips == nil)
        #expect(next.result.states.last?.after == 1)
    }

    @Test("reports wait for a model's words only where there is a model")
    func wording() throws {
        let without = try PersonNight(of: try Self.snapshot(), after: try Self.before())
        #expect(without.memory.unworded.isEmpty && without.result.states.last?.due == nil)
        let with = try PersonNight(of: try Self.snapshot(), after: try Self.before(canWord: true))
        #expect(with.memory.unworded == ReportKind.allCases.map(\.rawValue))
        #expect(with.result.states.last?.due != nil)
    }

    @Test("a memory that cannot be read is an error, never an empty one")
    func malformed() throws {
        var before = try Self.before()
        before.kept[.night] = .init(revision: 3, text: "{")
        #expect(throws: PortError.self) { try PersonNight(of: try Self.snapshot(), after: before) }
    }

    @Test("a person without a record has no report, and still a place in the list and a memory")
    func empty() throws {
        let night = try PersonNight(of: try Self.snapshot(NamedPeople.noah), after: try Self.before())
        #expect(night.result.reports.isEmpty)
        #expect(night.result.triage?.row.level == nil)
        #expect(night.result.states.count >= 1)
    }

    @Test("over two years of nights the memory stays small")
    func bounded() throws {
        var last: PersonNight?
        for day in stride(from: 0, to: 730, by: 1) {
            let night = try PersonNight(
                of: try Self.snapshot(days: day), after: try Self.before(last, inputs: "v\(day)"))
            last = night
        }
        let memory = try #require(last).memory
        #expect(memory.months.count == NightMemory.mostMonths)
        #expect(memory.samples.count <= NightMemory.mostSamples)
        #expect(memory.samples.map(\.on) == memory.samples.map(\.on).sorted())
        let gaps = zip(memory.samples, memory.samples.dropFirst()).map { $1.on.number - $0.on.number }
        #expect(gaps.dropLast().allSatisfy { $0 >= NightMemory.sampleEvery })
        #expect(try #require(last).result.states.last.map { $0.text.utf8.count < 16_000 } ?? true)
    }
}
