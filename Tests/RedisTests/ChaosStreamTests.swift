import Testing

@testable import TestServers

/// The proxy the other suites rely on: a toxic that does nothing would make their tests pass for nothing.
@Suite("What a chaos proxy does to bytes")
struct ChaosStreamTests {
    private let now = ContinuousClock.now
    private let bytes: [UInt8] = Array(0..<10)

    private func plan(_ toxics: ChaosToxic...) -> [ChaosStream.Due] {
        var stream = ChaosStream()
        return stream.plan(bytes, toxics: toxics, at: now, random: 0.5)
    }

    private func sent(_ milliseconds: Int, _ bytes: [UInt8]) -> ChaosStream.Due {
        ChaosStream.Due(at: now + .milliseconds(milliseconds), step: .send(bytes))
    }

    @Test("without toxics everything passes at once")
    func clean() { #expect(plan() == [sent(0, bytes)]) }

    @Test("latency, slicing and bandwidth decide when and in which pieces")
    func timing() {
        #expect(plan(.latency(.milliseconds(20), jitter: .milliseconds(10))) == [sent(25, bytes)])
        let slices = plan(.slicer(size: 4, delay: .milliseconds(1)))
        #expect(slices == [sent(1, Array(0..<4)), sent(2, Array(4..<8)), sent(3, Array(8..<10))])
        #expect(plan(.bandwidth(bytesPerSecond: 1_000)) == [sent(10, bytes)])
    }

    @Test("bytes may be lost, cut or turned over, and the connection ended")
    func damage() {
        #expect(plan(.timeout(.zero)).isEmpty)
        #expect(plan(.timeout(.milliseconds(5))) == [.init(at: now + .milliseconds(5), step: .close)])
        #expect(plan(.limitData(bytes: 3)) == [sent(0, [0, 1, 2]), .init(at: now, step: .close)])
        #expect(plan(.corrupt(offset: 1)) == [sent(0, [0, 254] + Array(2..<10))])
        #expect(plan(.resetPeer(after: .milliseconds(5))).last == .init(at: now + .milliseconds(5), step: .reset))
    }

    @Test("what was delayed before is never overtaken by what comes after")
    func order() {
        var stream = ChaosStream()
        let first = stream.plan([1], toxics: [.latency(.milliseconds(50))], at: now, random: 0)
        let second = stream.plan([2], toxics: [], at: now + .milliseconds(10), random: 0)
        #expect(first == [sent(50, [1])])
        #expect(second == [sent(50, [2])])
    }
}
