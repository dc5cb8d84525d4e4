import Foundation
import Testing

@testable import Chat

@Suite("Times of stored messages")
struct MessageTimesTests {
    @Test("Each is later than the one before, in whole milliseconds, whatever the clock does")
    func order() {
        var times = MessageTimes()
        let given = [5.0004, 5.0004, 4, 5.001, 9].map { times.next(at: Date(timeIntervalSince1970: $0)) }
        #expect(given.map { Int(($0.timeIntervalSince1970 * 1_000).rounded()) } == [5_000, 5_001, 5_002, 5_003, 9_000])
    }
}
