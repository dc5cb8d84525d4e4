import Foundation
import TestKit
import Testing

@testable import Chat

@Suite("Naming stored messages")
struct MessageIDTests {
    @Test("Ids rise, within one instant and when the clock steps back")
    func rising() {
        var random = SeededGenerator(7)
        var source = MessageID(using: &random)
        let times = [100.0, 100, 100, 101, 99, 101, 250]
        let ids = times.map { source.next(at: Date(timeIntervalSince1970: $0)) }
        #expect(ids == ids.sorted() && Set(ids).count == ids.count)
        #expect(ids.allSatisfy(MessageID.isValid))
    }

    @Test("Two processes never share an id")
    func origins() {
        var random = SystemRandomNumberGenerator()
        var one = MessageID(using: &random)
        var other = MessageID(using: &random)
        let now = Date(timeIntervalSince1970: 5)
        var ids: [String] = []
        for _ in 0..<100 { ids += [one.next(at: now), other.next(at: now)] }
        #expect(Set(ids).count == 200)
    }
}
