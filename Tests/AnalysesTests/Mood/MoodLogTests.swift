import Analyses
import Finance
import FoundationEssentials
import Testing

@Suite("The mood log")
struct MoodLogTests {
    private let noon = Days.today.start.addingTimeInterval(43_200)

    @Test("takes 0 to 5 and nothing else", arguments: [(-1, false), (0, true), (5, true), (6, false)])
    func scale(mood: Int, isTaken: Bool) {
        var log = MoodLog()
        #expect(log.note(mood, at: noon) == isTaken)
        #expect(log.entries.count == (isTaken ? 1 : 0))
    }

    @Test("a day has one mood, the last that was said on it")
    func oneADay() {
        var log = MoodLog()
        log.note(1, at: noon)
        log.note(4, at: noon.addingTimeInterval(60))
        #expect(log.entries.count == 2)
        #expect(log.days == [Days.today: 4])
    }

    @Test("an entry is kept for 90 days to the second and no longer")
    func retention() {
        var log = MoodLog()
        log.note(2, at: noon)
        log.forget(at: noon.addingTimeInterval(90 * 86_400))
        #expect(log.entries.count == 1)
        log.forget(at: noon.addingTimeInterval(90 * 86_400 + 1))
        #expect(log.entries.isEmpty)
    }

    @Test("at most 400 entries are kept, the oldest go first")
    func bounded() {
        var log = MoodLog()
        for minute in 0..<401 { log.note(minute % 6, at: noon.addingTimeInterval(Double(minute) * 60)) }
        #expect(log.entries.count == 400)
        #expect(log.entries.first?.at == noon.addingTimeInterval(60))
    }

    @Test("the person's own day counts where it is next to the UTC day, and only then")
    func ownDay() {
        var log = MoodLog()
        log.note(3, at: noon, on: Days.today.advanced(by: 1))
        log.note(2, at: noon, on: Days.today.advanced(by: 2))
        #expect(log.days == [Days.today.advanced(by: 1): 3, Days.today: 2])
    }

    @Test("a day can be forgotten")
    func forgetDay() {
        var log = Days.log([(1, 3), (2, 4)])
        log.forget(on: Days.before(1))
        #expect(log.days == [Days.before(2): 4])
    }

    @Test("is stored and read back, and what cannot be read takes nothing with it")
    func stored() throws {
        let log = Days.log([(1, 3), (2, 4)])
        #expect(try JSONDecoder().decode(MoodLog.self, from: JSONEncoder().encode(log)) == log)
        let odd =
            #"{"entries":[{"mood":9,"at":0,"day":"2026-04-01"},{"mood":"good"},{"mood":2,"at":0,"day":"2026-04-01"}]}"#
        #expect(try JSONDecoder().decode(MoodLog.self, from: Data(odd.utf8)).entries.map(\.mood) == [2])
        #expect(try JSONDecoder().decode(MoodLog.self, from: Data(#"{"entries":7}"#.utf8)) == MoodLog())
        #expect(try JSONDecoder().decode(MoodLog.self, from: Data("{}".utf8)) == MoodLog())
    }

    @Test(
        "moods 0 and 1 are low, 4 and 5 high",
        arguments: [(0, .low), (1, .low), (2, .middle), (3, .middle), (4, .high), (5, .high)] as [(Int, MoodGroup)])
    func groups(mood: Int, group: MoodGroup) { #expect(MoodGroup(mood) == group) }
}
