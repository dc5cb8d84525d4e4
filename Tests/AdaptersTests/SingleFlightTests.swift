import NIOConcurrencyHelpers
import Ports
import TestKit
import Testing

@testable import Adapters

@Suite("One piece of work for many callers")
struct SingleFlightTests {
    private typealias Flights = SingleFlight<String, Int>

    /// Work that waits at a gate and numbers its runs from 1.
    private final class Work: Sendable {
        let gate = Gate()
        private let runs = NIOLockedValueBox(0)
        var count: Int { runs.withLockedValue { $0 } }

        func run() async -> Int {
            let number = runs.withLockedValue { runs in
                runs += 1
                return runs
            }
            await gate.hold()
            return number
        }
    }

    private func waiting(_ count: Int, on flights: Flights) async throws {
        #expect(try await eventually { flights.waiting == count })
    }

    @Test("a thousand callers share one run and its value")
    func shared() async throws {
        let (flights, work) = (Flights(), Work())
        try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<1_000 {
                group.addTask {
                    try await flights.run("a", boarding: .running) { () async throws(PortError) in await work.run() }
                }
            }
            try await waiting(999, on: flights)
            work.gate.open()
            for try await value in group { #expect(value == 1) }
        }
        #expect(work.count == 1)
        #expect(flights.waiting == 0)
    }

    @Test("different keys do not wait for each other, and a landed flight is not shared")
    func apart() async throws {
        let (flights, work) = (Flights(), Work())
        async let held = flights.run("a", boarding: .running) { () async throws(PortError) in await work.run() }
        try await work.gate.arrivals.wait(for: "the first run") { $0.count == 1 }
        #expect(try await flights.run("b", boarding: .running) { () async throws(PortError) in 7 } == 7)
        work.gate.open()
        #expect(try await held == 1)
        #expect(try await flights.run("a", boarding: .running) { () async throws(PortError) in await work.run() } == 2)
    }

    @Test("who wants what began later waits for the next run, and all such callers share that one")
    func next() async throws {
        let (flights, work) = (Flights(), Work())
        async let first = flights.run("a", boarding: .next) { () async throws(PortError) in await work.run() }
        try await work.gate.arrivals.wait(for: "the first run") { $0.count == 1 }
        try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<50 {
                group.addTask {
                    try await flights.run("a", boarding: .next) { () async throws(PortError) in await work.run() }
                }
            }
            try await waiting(50, on: flights)
            #expect(work.count == 1)
            work.gate.open()
            for try await value in group { #expect(value == 2) }
        }
        let early = try await first
        #expect(early == 1)
        #expect(work.count == 2)
    }

    @Test("a failure is everybody's, and the next caller tries again")
    func failure() async throws {
        let (flights, gate) = (Flights(), Gate())
        await withTaskGroup(of: PortError.Code?.self) { group in
            for _ in 0..<3 {
                group.addTask {
                    do throws(PortError) {
                        _ = try await flights.run("a", boarding: .running) { () async throws(PortError) in
                            await gate.hold()
                            throw PortError(.unavailable, "planned")
                        }
                        return nil
                    } catch { return error.code }
                }
            }
            _ = try? await eventually { flights.waiting == 2 }
            gate.open()
            for await code in group { #expect(code == .unavailable) }
        }
        #expect(try await flights.run("a", boarding: .running) { () async throws(PortError) in 5 } == 5)
    }

    @Test("when the one who does the work leaves, the next in line takes over")
    func takeover() async throws {
        let (flights, gate) = (Flights(), Gate())
        let leader = Task {
            try await flights.run("a", boarding: .running) { () async throws(PortError) in
                await gate.hold()
                throw PortError(.cancelled, "left")
            }
        }
        try await gate.arrivals.wait(for: "the leader") { $0.count == 1 }
        try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<3 {
                group.addTask { try await flights.run("a", boarding: .running) { () async throws(PortError) in 9 } }
            }
            try await waiting(3, on: flights)
            leader.cancel()
            gate.open()
            for try await value in group { #expect(value == 9) }
        }
        await #expect(throws: PortError(.cancelled, "left")) { try await leader.value }
    }

    @Test("a caller who leaves is answered at once, before or while it waits")
    func leaves() async throws {
        let (flights, work) = (Flights(), Work())
        async let held = flights.run("a", boarding: .running) { () async throws(PortError) in await work.run() }
        try await work.gate.arrivals.wait(for: "the leader") { $0.count == 1 }
        for boarding in [Flights.Boarding.running, .next] {
            let rider = Task {
                try await flights.run("a", boarding: boarding) { () async throws(PortError) in 0 }
            }
            try await waiting(1, on: flights)
            rider.cancel()
            await #expect(throws: PortError.self) { try await rider.value }
            try await waiting(0, on: flights)
        }
        work.gate.open()
        #expect(try await held == 1)
    }

    @Test("whoever comes beyond the limit is told to come again")
    func bounded() async throws {
        let (flights, work) = (Flights(limit: 1), Work())
        async let leader = flights.run("a", boarding: .running) { () async throws(PortError) in await work.run() }
        try await work.gate.arrivals.wait(for: "the leader") { $0.count == 1 }
        async let rider = flights.run("a", boarding: .running) { () async throws(PortError) in 0 }
        try await waiting(1, on: flights)
        let error = await #expect(throws: PortError.self) {
            try await flights.run("a", boarding: .running) { () async throws(PortError) in 0 }
        }
        #expect(error?.code == .busy)
        work.gate.open()
        #expect(try await [leader, rider] == [1, 1])
    }

    @Test("work that is only worth doing when nobody does it is left alone while somebody does")
    func ifIdle() async throws {
        let (flights, work) = (Flights(), Work())
        async let held = flights.runIfIdle("a") { () async throws(PortError) in await work.run() }
        try await work.gate.arrivals.wait(for: "the first run") { $0.count == 1 }
        #expect(try await flights.runIfIdle("a") { () async throws(PortError) in 0 } == nil)
        work.gate.open()
        #expect(try await held == 1)
        #expect(try await flights.runIfIdle("a") { () async throws(PortError) in 3 } == 3)
    }
}
