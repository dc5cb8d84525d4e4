import Foundation
import Testing

@testable import Chat

@Suite("One socket in one turn")
struct FollowerTests {
    private func frame(_ sequence: Int, end: Bool = false) -> NumberedFrame {
        NumberedFrame(
            sequence: sequence, at: Date(timeIntervalSince1970: 0),
            frame: end ? .turnStopped(TurnText(text: "")) : .textDelta("x"))
    }

    @Test("A socket that keeps up gets everything")
    func fast() {
        var follower = Follower(dialect: .v2, after: 0)
        for sequence in 1...3 { #expect(follower.step(frame(sequence), backlog: 10, soft: 10) == .send) }
        #expect(follower.sequence == 3 && !follower.isBehind)
    }

    @Test("One that does not gets nothing until it has caught up, then is told where it stopped, once")
    func slow() {
        var follower = Follower(dialect: .v2, after: 4)
        #expect(follower.step(frame(5), backlog: 11, soft: 10) == .hold)
        #expect(follower.step(frame(5), backlog: 6, soft: 10) == .hold)
        #expect(follower.isBehind)
        #expect(follower.step(frame(5), backlog: 5, soft: 10) == .resync(4))
        #expect(follower.step(frame(5), backlog: 0, soft: 10) == .hold)
        #expect(follower.caughtUp(backlog: 0, soft: 10) == nil)
    }

    @Test("A slow legacy socket misses deltas and gets the end, which holds the whole text")
    func legacy() {
        var follower = Follower(dialect: .legacy, after: 0)
        #expect(follower.step(frame(1), backlog: 11, soft: 10) == .skip)
        #expect(follower.step(frame(2), backlog: 0, soft: 10) == .skip)
        #expect(follower.step(frame(3, end: true), backlog: 99, soft: 10) == .send)
        #expect(follower.caughtUp(backlog: 0, soft: 10) == nil)
    }
}
