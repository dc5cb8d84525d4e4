public import Ports
import Testing

/// What every keeper of one-time facts promises. Run with `@Test(arguments: ClaimsConformance.checks)`.
public enum ClaimsConformance {
    /// Every promise.
    public static let checks: [ConformanceCheck<Timed<Claims>>] = [
        ConformanceCheck("The first claim wins, and every later one sees the winner's value") { claims async throws in
            let key = Fresh.key()
            #expect(try await claims.port.claim(key, [1, 0, 13, 10], .seconds(60)) == nil)
            #expect(try await claims.port.claim(key, [2], .seconds(60)) == [1, 0, 13, 10])
            #expect(try await claims.port.claim(key, [3], .seconds(60)) == [1, 0, 13, 10])
        },
        ConformanceCheck("Of 50 racing claims exactly one wins") { claims async throws in
            let key = Fresh.key()
            let outcomes = try await raced { index in try await claims.port.claim(key, [UInt8(index)], .seconds(60)) }
            let winner = try #require(try await claims.port.take(key))
            #expect(outcomes.count { $0 == nil } == 1)
            #expect(outcomes.count { $0 == winner } == 49)
        },
        ConformanceCheck("Of 50 racing takes exactly one gets the value") { claims async throws in
            let key = Fresh.key()
            _ = try await claims.port.claim(key, [7], .seconds(60))
            let outcomes = try await raced { _ in try await claims.port.take(key) }
            #expect(outcomes.count { $0 == [7] } == 1)
            #expect(outcomes.count { $0 == nil } == 49)
        },
        ConformanceCheck("Taking what nobody claimed gives nothing") { claims async throws in
            #expect(try await claims.port.take(Fresh.key()) == nil)
        },
        ConformanceCheck("A taken key is free to be claimed again") { claims async throws in
            let key = Fresh.key()
            _ = try await claims.port.claim(key, [1], .seconds(60))
            _ = try await claims.port.take(key)
            #expect(try await claims.port.claim(key, [2], .seconds(60)) == nil)
            #expect(try await claims.port.take(key) == [2])
        },
        ConformanceCheck("An expired claim can neither be taken nor stand in the way") { claims async throws in
            let (taken, claimed) = (Fresh.key(), Fresh.key())
            for key in [taken, claimed] { _ = try await claims.port.claim(key, [1], .milliseconds(50)) }
            await claims.advance(.milliseconds(50))
            #expect(try await eventually { try await claims.port.claim(claimed, [2], .seconds(60)) == nil })
            #expect(try await claims.port.take(taken) == nil)
        },
        ConformanceCheck("A losing claim does not lengthen the winner's life") { claims async throws in
            let key = Fresh.key()
            _ = try await claims.port.claim(key, [1], .milliseconds(100))
            _ = try await claims.port.claim(key, [2], .seconds(600))
            await claims.advance(.milliseconds(100))
            #expect(try await eventually { try await claims.port.take(key) == nil })
        },
    ]

    private static func raced(_ call: @escaping @Sendable (Int) async throws -> [UInt8]?) async throws -> [[UInt8]?] {
        try await withThrowingTaskGroup(of: [UInt8]?.self) { group in
            for index in 0..<50 { group.addTask { try await call(index) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
    }
}
