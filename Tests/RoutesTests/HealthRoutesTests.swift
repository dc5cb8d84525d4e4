import FoundationEssentials
import Hummingbird
import HummingbirdTesting
import NIOConcurrencyHelpers
import Ports
import TestKit
import Testing

@testable import Routes

@Suite struct HealthRoutesTests {
    private struct Body: Decodable {
        struct Line: Decodable {
            var name: String
            var state: String
            var needed: Bool
            var latencyMs: Double
            var reason: String?
        }
        var status: String
        var code: String?
        var dependencies: [Line]
    }

    private static func up(_ name: String, needed: Bool = true) -> Dependency {
        Dependency(name: name, isNeeded: needed) { () throws(PortError) in }
    }

    private static func down(_ name: String, needed: Bool) -> Dependency {
        Dependency(name: name, isNeeded: needed) { () throws(PortError) in
            throw PortError(.unavailable, "mongodb://user:password@db failed")
        }
    }

    private static func ready(_ dependencies: [Dependency]) async throws -> (status: Int, body: Body, text: String) {
        var stage = try await Stage()
        stage.dependencies = dependencies
        return try await stage.run { client in
            let answer = try await client.send(.get, "/health/ready")
            let body = try JSONDecoder().decode(Body.self, from: Data(answer.text.utf8))
            return (answer.status.code, body, answer.text)
        }
    }

    @Test("health and live answer whatever is down, byte for byte as the old service")
    func alive() async throws {
        var stage = try await Stage()
        stage.dependencies = [Self.down("mongodb", needed: true)]
        try await stage.run { client in
            for path in ["/health", "/health/live"] {
                let answer = try await client.send(.get, path)
                #expect(answer.status == .ok)
                #expect(answer.text == #"{"status":"ok"}"#)
            }
        }
    }

    @Test("ready tells of each dependency in order, and counts only the needed ones")
    func states() async throws {
        let all = try await Self.ready([Self.up("mongodb"), Self.up("redis", needed: false)])
        #expect(all.status == 200 && all.body.status == "ready")
        #expect(all.body.dependencies.map(\.name) == ["mongodb", "redis"])
        #expect(all.body.dependencies.allSatisfy { $0.state == "up" && $0.latencyMs >= 0 && $0.reason == nil })
        let partly = try await Self.ready([Self.up("mongodb"), Self.down("redis", needed: false)])
        #expect(partly.status == 200 && partly.body.status == "degraded")
        let gone = try await Self.ready([Self.down("mongodb", needed: true), Self.up("redis", needed: false)])
        #expect(gone.status == 503 && gone.body.status == "unavailable" && gone.body.code == "not_ready")
        #expect(gone.body.dependencies.first?.reason == "unavailable")
        #expect(!gone.text.contains("password"))
        #expect(try await Self.ready([]).status == 200)
    }

    @Test("while the service goes away it is not ready")
    func draining() async throws {
        let stage = try await Stage()
        var parts = stage.parts()
        parts.isDraining = { true }
        let router = Routes.router(parts)
        try await Application(router: router).test(.router) { client in
            let answer = try await client.send(.get, "/health/ready")
            #expect(answer.status == .serviceUnavailable)
            #expect(answer.text.contains(#""status":"draining""#))
            #expect(try await client.send(.get, "/health/live").status == .ok)
        }
    }

    @Test("metrics are the text they are given, and are not counted against anybody's pace")
    func metrics() async throws {
        let stage = try await Stage()
        try await stage.run { client in
            let answer = try await client.send(.get, "/metrics")
            #expect(answer.text == "sidecar_up 1\n")
            #expect(answer.headers[.contentType] == "text/plain; version=0.0.4; charset=utf-8")
        }
    }
}

@Suite struct ReadinessTests {
    private final class Probe: Sendable {
        let asked = Journal<Void>()
        private let gate = AsyncStream<Void>.makeStream()

        /// Lets the questions asked so far, and all later ones, be answered.
        func open() { gate.continuation.finish() }

        func dependency(_ name: String = "slow") -> Dependency {
            Dependency(name: name, isNeeded: true) { () throws(PortError) in
                self.asked.append(())
                for await _ in self.gate.stream {}
            }
        }
    }

    @Test("one that does not answer is down after two seconds, and is cancelled")
    func bounded() async throws {
        let clock = TestClock()
        let cancelled = NIOLockedValueBox(false)
        let stuck = Dependency(name: "stuck", isNeeded: true) { () throws(PortError) in
            do {
                try await clock.sleep(for: .seconds(1_000))
            } catch {
                cancelled.withLockedValue { $0 = true }
                throw PortError(.cancelled, "given up")
            }
        }
        let readiness = Readiness([stuck], limits: RouteLimits(), clock: clock)
        async let report = readiness.report()
        try await clock.hasSlept(for: .seconds(2))
        clock.advance(by: .seconds(2))
        let line = try #require(await report.lines.first)
        #expect(line.reason == .timeout)
        #expect(line.latency == .seconds(2))
        #expect(cancelled.withLockedValue { $0 })
    }

    @Test("all are asked at the same time")
    func parallel() async throws {
        let probes = (0..<3).map { _ in Probe() }
        let readiness = Readiness(probes.map { $0.dependency() }, limits: RouteLimits(), clock: TestClock())
        async let report = readiness.report()
        for probe in probes { _ = try await probe.asked.wait(count: 1) }
        for probe in probes { probe.open() }
        #expect(await report.isReady)
    }

    @Test("however many ask, one round is made, and its answer is given for a second")
    func shared() async throws {
        let clock = TestClock()
        let probe = Probe()
        let readiness = Readiness([probe.dependency()], limits: RouteLimits(), clock: clock)
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<50 { group.addTask { await readiness.report().isReady } }
            _ = try? await probe.asked.wait(count: 1)
            probe.open()
            for await isReady in group { #expect(isReady) }
        }
        #expect(probe.asked.entries.count == 1)
        clock.advance(by: .milliseconds(999))
        _ = await readiness.report()
        #expect(probe.asked.entries.count == 1)
        clock.advance(by: .milliseconds(1))
        _ = await readiness.report()
        #expect(probe.asked.entries.count == 2)
    }
}
