import Foundation
import Testing

@testable import Chat

@Suite("The frames of a turn")
struct TurnLogTests {
    private let now = Date(timeIntervalSince1970: 0)

    private func log(_ deltas: Int, limits: ReplayLimits = ReplayLimits()) -> TurnLog {
        var log = TurnLog(limits: limits)
        for index in 0..<deltas { _ = log.append(.textDelta("\(index)"), at: now) }
        return log
    }

    @Test("Frames are numbered from 1 without a gap, and nothing follows the terminal one")
    func numbers() {
        var log = log(3)
        #expect(log.append(.turnStopped(TurnText(text: "")), at: now)?.sequence == 4)
        #expect(log.isComplete)
        #expect(log.append(.textDelta("late"), at: now) == nil)
        #expect(log.append(.turnCompleted(TurnText(text: ""), unverified: []), at: now) == nil)
        #expect(log.last == 4)
    }

    @Test("Whoever has everything up to a number gets exactly the rest", arguments: 0...5)
    func replay(_ after: Int) {
        guard case .frames(let frames) = log(5).after(after) else { return #expect(Bool(false)) }
        #expect(frames.map(\.sequence) == Array((after + 1)..<6))
    }

    @Test("Frames that were never sent cannot be claimed")
    func ahead() {
        #expect(log(5).after(6) == .ahead)
        #expect(log(0).after(0) == .frames([]))
    }

    @Test("Beyond its limit the oldest go, and that is said")
    func bounded() {
        var limits = ReplayLimits()
        limits.frames = 3
        let log = log(5, limits: limits)
        #expect(log.after(1) == .gone && log.first(after: 1) == nil)
        #expect(log.first(after: 2)?.sequence == 3)
        guard case .frames(let frames) = log.after(2) else { return #expect(Bool(false)) }
        #expect(frames.map(\.sequence) == [3, 4, 5])
    }

    @Test("Bytes are bounded as well, and counted")
    func bytes() {
        var limits = ReplayLimits()
        limits.bytes = 1_000
        var log = TurnLog(limits: limits)
        for _ in 0..<50 { _ = log.append(.textDelta(String(repeating: "x", count: 100)), at: now) }
        #expect(log.weight <= 1_000 && log.last == 50)
    }
}
