import Testing

@testable import Chat

@Suite("Pace of frames")
struct FramePaceTests {
    @Test("Frames beyond the pace are refused until the second is over; a flood ends the socket")
    func pace() {
        var limits = FrameLimits()
        limits.perSecond = 2
        limits.floodPerSecond = 4
        var pace = FramePace()
        let now = Duration.milliseconds(1_500)
        for _ in 0..<2 { #expect(pace.count(at: now, limits) == .fine) }
        #expect(pace.count(at: now + .milliseconds(400), limits) == .refused(.milliseconds(600)))
        #expect(pace.count(at: now, limits) == .refused(.seconds(1)))
        #expect(pace.count(at: now, limits) == .flood)
        #expect(pace.count(at: now + .seconds(1), limits) == .fine)
    }
}
