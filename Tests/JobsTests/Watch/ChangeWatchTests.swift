import Analyses
import Finance
import FoundationEssentials
import Logging
import Ports
import TestKit
import Testing

@testable import Jobs

@Suite("Changes between nights")
struct ChangeWatchTests {
    private static func watch(_ stage: NightStage, reads: NightReads? = nil) -> ChangeWatch {
        ChangeWatch(
            ports: stage.ports(reads: reads), connected: { stage.users },
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    }

    /// Payments of £20 each that use the budget of £180 for eating out up, and more.
    private static func eatOut(_ stage: NightStage, _ user: UserID, times: Int = 10) {
        var records = NamedPeople.records(of: user)
        for place in 0..<times {
            guard var payment = records.expenses.first(where: { $0["name"] == .string("Car repair") }) else { return }
            payment.fields["_id"] = .id("66200000000000000000f\(100 + place)")
            payment.fields["name"] = .string("Dinner \(place)")
            payment.fields["amount"] = .int(20)
            payment.fields["budgetId"] = .id("66200000000000000000b003")
            records.expenses.append(payment)
        }
        stage.book.change(user, to: records)
    }

    private static func messages(_ stage: NightStage, _ user: UserID) async throws -> [Nudge] {
        try await stage.shelf.state.value(.nudges, of: user, as: NudgeBox.self)?.nudges ?? []
    }

    @Test("nobody is read whose version is known, and who changed is read once")
    func reads() async throws {
        let stage = NightStage(people: 3)
        let watch = Self.watch(stage)
        var known = try await watch.look(at: stage.users, knowing: [:])
        #expect(stage.book.reads.entries.count == 3)
        known = try await watch.look(at: stage.users, knowing: known)
        #expect(stage.book.reads.entries.count == 3)
        Self.eatOut(stage, stage.users[1])
        known = try await watch.look(at: stage.users, knowing: known)
        _ = try await watch.look(at: stage.users, knowing: known)
        #expect(stage.book.reads.entries.suffix(1) == [stage.users[1]] && stage.book.reads.entries.count == 4)
    }

    @Test("a budget that is used up is told at once and announced; the night after it does not tell it again")
    func tells() async throws {
        let stage = NightStage(people: 1)
        _ = try await stage.run()
        let user = stage.users[0]
        let before = try await Self.messages(stage, user).map(\.key)
        let announced = stage.announced.entries.count
        let watch = Self.watch(stage)
        let known = try await watch.look(at: stage.users, knowing: [:])
        #expect(try await Self.messages(stage, user).map(\.key) == before)
        Self.eatOut(stage, user)
        _ = try await watch.look(at: stage.users, knowing: known)
        let after = try await Self.messages(stage, user)
        #expect(Set(after.map(\.key)) != Set(before))
        #expect(stage.announced.entries.count == announced + 1)
        _ = try await stage.run("nightly-2026-04-20-2")
        #expect(
            try await Self.messages(stage, user).filter { $0.kind == .budget } == after.filter { $0.kind == .budget })
    }

    @Test("a hundred payments in a row are three messages at most")
    func many() async throws {
        let stage = NightStage(people: 1)
        let watch = Self.watch(stage)
        var known: [UserID: String] = [:]
        var keys: Set<String> = []
        for times in 1...100 {
            Self.eatOut(stage, stage.users[0], times: times)
            known = try await watch.look(at: stage.users, knowing: known)
            keys.formUnion(try await Self.messages(stage, stage.users[0]).filter { $0.kind == .budget }.map(\.key))
        }
        let ofDinners = keys.filter { $0.contains("b003") }
        #expect((1...3).contains(ofDinners.count), "\(keys)")
    }

    @Test("whose records cannot be read is looked at again, and keeps nobody else waiting")
    func failing() async throws {
        let stage = NightStage(people: 2)
        stage.book.fail(stage.users[0])
        let watch = Self.watch(stage)
        let known = try await watch.look(at: stage.users, knowing: [:])
        #expect(Set(known.keys) == [stage.users[1]])
    }

    @Test("who has no version is read when everything is asked for, and not before")
    func undated() async throws {
        let stage = NightStage(people: 2)
        let (undated, reads) = (stage.users[0], stage.reads)
        let watch = Self.watch(
            stage,
            reads: NightReads(
                active: reads.active,
                versions: { users throws(PortError) in try await reads.versions(users.filter { $0 != undated }) },
                snapshots: reads.snapshots, calculators: reads.calculators, appSettings: reads.appSettings))
        var known = try await watch.look(at: stage.users, knowing: [:])
        #expect(stage.book.reads.entries == [stage.users[1]] && Set(known.keys) == [stage.users[1]])
        known = try await watch.look(at: stage.users, knowing: known, readsUndated: true)
        #expect(stage.book.reads.entries == [stage.users[1], undated])
    }
}
