import Testing

@testable import Embedded

@Suite("Entries that end")
struct ExpiringEntriesTests {
    private let start = ContinuousClock().now
    private typealias Entries = ExpiringEntries<ContinuousClock.Instant>

    @Test("An entry is there until its end and not at it")
    func ends() {
        var entries = Entries(maxEntries: 4, maxBytes: 100)
        entries.set("a", [1], until: start + .seconds(5))
        #expect(entries.value(of: "a", now: start + .seconds(4)) == [1])
        #expect(entries.value(of: "a", now: start + .seconds(5)) == nil)
    }

    @Test("Room is made by dropping what ends first, and bytes are counted to the last one")
    func room() {
        var entries = Entries(maxEntries: 3, maxBytes: 10)
        for (index, key) in ["c", "a", "b"].enumerated() {
            entries.set(key, [0], until: start + .seconds(key == "a" ? 1 : 10 + index))
        }
        #expect(!entries.hasRoom(for: "d", [0]))
        #expect(entries.makeRoom(for: "d", [0]) == true)
        #expect(entries.value(of: "a", now: start) == nil && entries.count == 2 && entries.bytes == 4)
        #expect(entries.makeRoom(for: "e", Array(repeating: 0, count: 10)) == false)
        #expect(entries.makeRoom(for: "e", Array(repeating: 0, count: 9)) == true)
        #expect(entries.bytes == 0)
    }

    @Test("An overwritten entry keeps its new life when its old one ends")
    func overwriting() {
        var entries = Entries(maxEntries: 4, maxBytes: 100)
        entries.set("a", [1], until: start + .seconds(1))
        entries.set("a", [2, 2], until: start + .seconds(9))
        entries.dropEnded(now: start + .seconds(5))
        #expect(entries.value(of: "a", now: start + .seconds(5)) == [2, 2])
        #expect(entries.count == 1 && entries.bytes == 3)
    }

    @Test("Ten thousand mixed steps agree with a plain dictionary")
    func model() {
        var draws = SeededDraws(1)
        var entries = Entries(maxEntries: 1_000, maxBytes: 1 << 20)
        var model: [String: (value: [UInt8], end: ContinuousClock.Instant)] = [:]
        for step in 0..<10_000 {
            let now = start + .milliseconds(step)
            let key = "k\(draws.int(0...40))"
            switch draws.int(0...3) {
            case 0:
                entries.remove(key)
                model[key] = nil
            case 1: entries.dropEnded(now: now)
            default:
                let end = now + .milliseconds(draws.int(1...300))
                entries.set(key, [UInt8(step & 255)], until: end)
                model[key] = ([UInt8(step & 255)], end)
            }
            #expect(entries.value(of: key, now: now) == model[key].flatMap { now < $0.end ? $0.value : nil })
        }
        entries.dropEnded(now: start + .seconds(3_600))
        #expect(entries.count == 0 && entries.bytes == 0)
    }
}
