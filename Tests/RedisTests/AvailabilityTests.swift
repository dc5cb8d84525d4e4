import Testing

@testable import Redis

@Suite("Availability and its log lines")
struct AvailabilityTests {
    private let away = RedisError(.unavailable, "away")
    private let silent = RedisError(.timeout, "silent")

    @Test("one line when it is first reached, none while it stays")
    func first() {
        var availability = Availability()
        #expect(availability.connected() == .available)
        #expect(availability.connected() == nil)
        #expect(availability.answered() == nil)
    }

    @Test("one line when it goes away, however often that is noticed, and one when it is back")
    func comesBack() {
        var availability = Availability()
        _ = availability.connected()
        #expect(availability.lost(away) == .unavailable(away))
        #expect(availability.lost(away) == nil)
        #expect(availability.connected() == .available)
    }

    @Test("down at the start is told")
    func downAtStart() {
        var availability = Availability()
        #expect(availability.lost(away) == .unavailable(away))
    }

    @Test("one that connects but does not answer is back only when it has answered")
    func silence() {
        var availability = Availability()
        _ = availability.connected()
        #expect(availability.lost(silent) == .unavailable(silent))
        for _ in 1...3 {
            #expect(availability.connected() == nil)
            #expect(availability.lost(away) == nil)
        }
        #expect(availability.answered() == .available)
    }
}
