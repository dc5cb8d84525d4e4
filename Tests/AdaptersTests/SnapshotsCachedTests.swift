import Finance
import FoundationEssentials
import NIOConcurrencyHelpers
import Ports
import TestKit
import Testing

@testable import Adapters

/// F36 and F44 for the cache, and what a conversation may rely on.
@Suite("Snapshots beside a cache")
struct SnapshotsCachedTests {
    private let book = RecordBook()
    private let cache = RecordingCache()
    private let metrics = CountingMetrics()
    private let maya = NamedPeople.mayaID
    private let month = NamedPeople.month

    private func at(_ seconds: Double) -> Date { NamedPeople.now.addingTimeInterval(seconds) }

    private var cached: Snapshots { book.port.cached(in: cache.port, metrics: metrics, random: { 0.5 }) }

    private func count(_ result: String) -> Int64 { metrics.value("sidecar_snapshot_cache_total/\(result)") }

    @Test("read once and served as it is while it is young, under a key of ours alone")
    func young() async throws {
        let port = cached
        let first = try await port.read(maya, month, at(0))
        let later = try await port.read(maya, month, at(29))
        #expect(first == later)
        #expect(book.reads.entries.count == 1)
        #expect(cache.lives == [.seconds(300)])
        #expect(cache.keys == ["sidecar:snapshot:v\(Snapshot.schema):\(maya):2026-04"])
    }

    @Test("too old is read again")
    func old() async throws {
        let port = cached
        _ = try await port.read(maya, month, at(0))
        #expect(try await port.read(maya, month, at(301)).asOf == at(301))
        #expect(count("over") == 1)
    }

    @Test("of those who meet a stale one, the first reads and the rest get the kept one at once")
    func stale() async throws {
        _ = try await cached.read(maya, month, at(0))
        let gate = Gate()
        let slow = held(book.port, at: gate).cached(in: cache.port, metrics: metrics, random: { 0.5 })
        async let refreshed = slow.read(maya, month, at(60))
        try await gate.arrivals.wait(for: "the refresh") { $0.count == 1 }
        for _ in 1...100 { #expect(try await slow.read(maya, month, at(60)).asOf == at(0)) }
        gate.open()
        #expect(try await refreshed.asOf == at(60))
        #expect(try await slow.read(maya, month, at(61)).asOf == at(60))
        #expect(gate.arrivals.entries.count == 1)
    }

    @Test("a thousand requests for somebody nobody has asked for make one read")
    func stampede() async throws {
        let gate = Gate()
        let port = held(book.port, at: gate).cached(in: cache.port, metrics: metrics, random: { 0.5 })
        try await withThrowingTaskGroup(of: Snapshot.self) { group in
            for _ in 0..<1_000 { group.addTask { try await port.read(maya, month, at(0)) } }
            try await gate.arrivals.wait(for: "the build") { $0.count == 1 }
            gate.open()
            for try await snapshot in group { #expect(snapshot.person.id == maya) }
        }
        #expect(gate.arrivals.entries.count == 1)
    }

    @Test("a failed read is never kept, and a stale one is better than none")
    func failures() async throws {
        let port = cached
        book.fail(maya)
        await #expect(throws: PortError(.unavailable, "planned")) { try await port.read(maya, month, at(0)) }
        #expect(cache.values.isEmpty)
        book.change(maya, to: NamedPeople.maya)
        _ = try await port.read(maya, month, at(0))
        book.fail(maya)
        #expect(try await port.read(maya, month, at(60)).asOf == at(0))
        #expect(count("refresh_failed") == 1)
        await #expect(throws: PortError(.unavailable, "planned")) { try await port.read(maya, month, at(301)) }
    }

    @Test("a person who is gone is forgotten as soon as that is seen")
    func gone() async throws {
        let port = cached
        _ = try await port.read(maya, month, at(0))
        book.fail(maya, with: PortError(.notFound, "gone"))
        await #expect(throws: PortError(.notFound, "gone")) { try await port.read(maya, month, at(60)) }
        #expect(cache.values.isEmpty)
    }

    @Test("another person's value under my key is a miss, counted, and replaced by mine")
    func otherOwner() async throws {
        let other = try Fresh.user()
        var foreign = try NamedPeople.snapshot(of: NamedPeople.maya)
        foreign.person.id = other
        cache.plant(try #require(KeptSnapshot.bytes(of: foreign)), at: KeptSnapshot.key(maya, month))
        #expect(try await cached.read(maya, month, at(0)).person.id == maya)
        #expect(count("other_owner") == 1)
        #expect(book.reads.entries.count == 1)
        #expect(try await cached.read(maya, month, at(1)).person.id == maya)
        #expect(book.reads.entries.count == 1)
    }

    @Test("garbage under my key is a miss, counted")
    func garbage() async throws {
        cache.plant(Array("half a val".utf8), at: KeptSnapshot.key(maya, month))
        _ = try await cached.read(maya, month, at(0))
        #expect(count("unreadable") == 1)
    }

    @Test("a conversation always asks the source, and leaves what it read for the others")
    func fresh() async throws {
        let port = book.port.fresh(writingThrough: cache.port)
        _ = try await port.read(maya, month, at(0))
        book.change(maya, to: SnapshotDocuments(user: NamedPeople.maya.user))
        let second = try await port.read(maya, month, at(1))
        #expect(second.expenses.isEmpty)
        #expect(cache.gets == 0)
        #expect(try await cached.read(maya, month, at(2)) == second)
    }

    @Test("a record made before the question is in the answer, even when somebody else's read is under way")
    func readAfterWrite() async throws {
        let gate = Gate()
        let port = readThenHeld(book.port, at: gate).fresh(writingThrough: cache.port)
        async let early = port.read(maya, month, at(0))
        try await gate.arrivals.wait(for: "the early read") { $0.count == 1 }
        book.change(maya, to: SnapshotDocuments(user: NamedPeople.maya.user))
        try await withThrowingTaskGroup(of: Snapshot.self) { group in
            for _ in 0..<20 { group.addTask { try await port.read(maya, month, at(1)) } }
            gate.open()
            for try await snapshot in group { #expect(snapshot.expenses.isEmpty) }
        }
        #expect(try await early.expenses.isEmpty == false)
    }

    /// Waits before it reads.
    private func held(_ source: Snapshots, at gate: Gate) -> Snapshots {
        Snapshots { user, month, now throws(PortError) in
            await gate.hold()
            return try await source.read(user, month, now)
        }
    }

    /// Waits after it has read.
    private func readThenHeld(_ source: Snapshots, at gate: Gate) -> Snapshots {
        Snapshots { user, month, now throws(PortError) in
            let snapshot = try await source.read(user, month, now)
            await gate.hold()
            return snapshot
        }
    }
}
