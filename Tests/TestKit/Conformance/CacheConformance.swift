public import Ports
import Testing

/// A port together with a way to let its time pass: a test clock's for our own, nothing for a server that has its own.
public struct Timed<Port: Sendable>: Sendable {
    /// The port under test.
    public var port: Port
    /// Moves its clock on; does nothing when the clock is not ours.
    public var advance: @Sendable (Duration) async -> Void

    /// A port and its clock.
    public init(_ port: Port, advance: @escaping @Sendable (Duration) async -> Void = { _ in }) {
        self.port = port
        self.advance = advance
    }
}

/// What every cache promises. Run with `@Test(arguments: CacheConformance.checks)`.
public enum CacheConformance {
    /// Every promise.
    public static let checks: [ConformanceCheck<Timed<Cache>>] = [
        ConformanceCheck("A key that was never set holds nothing") { cache async throws in
            #expect(await cache.port.get(Fresh.key()) == nil)
        },
        ConformanceCheck("A value is read back byte for byte: empty, zeros, line ends, every byte, 100 kB") {
            cache async throws in
            let large = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
            for value in [[], [0], Array("a\r\nb\0c".utf8), Array(UInt8.min...UInt8.max), large] as [[UInt8]] {
                let key = Fresh.key()
                await cache.port.set(key, value, .seconds(60))
                #expect(await cache.port.get(key) == value)
            }
        },
        ConformanceCheck("Keys may hold spaces, line ends and any script, and stay apart") { cache async throws in
            let keys = ["a b", "a\r\nb", "£ 家計", "a  b"].map { Fresh.key($0) }
            for (index, key) in keys.enumerated() { await cache.port.set(key, [UInt8(index)], .seconds(60)) }
            for (index, key) in keys.enumerated() { #expect(await cache.port.get(key) == [UInt8(index)]) }
        },
        ConformanceCheck("A second value replaces the first, and its life replaces the first one's") {
            cache async throws in
            let key = Fresh.key()
            await cache.port.set(key, [1], .milliseconds(100))
            await cache.port.set(key, [2, 3], .seconds(60))
            await cache.advance(.milliseconds(200))
            #expect(await cache.port.get(key) == [2, 3])
        },
        ConformanceCheck("A value is gone when its life is over, and not before") { cache async throws in
            let (short, long) = (Fresh.key(), Fresh.key())
            await cache.port.set(long, [2], .seconds(600))
            await cache.port.set(short, [1], .milliseconds(50))
            await cache.advance(.milliseconds(50))
            #expect(try await eventually { await cache.port.get(short) == nil })
            #expect(await cache.port.get(long) == [2])
        },
        ConformanceCheck("A removed value is gone; removing what is not there does no harm") { cache async throws in
            let key = Fresh.key()
            await cache.port.set(key, [1], .seconds(60))
            for _ in 1...2 {
                await cache.port.remove(key)
                #expect(await cache.port.get(key) == nil)
            }
        },
    ]
}
