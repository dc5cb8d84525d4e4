import Analyses
import Finance
import Flows
import Testing

@Suite("Check-in streak")
struct CheckInStreakTests {
    private func streak(
        _ days: [Int], _ cadence: CheckInPlan.Cadence? = .weekly, today: Int = 100
    ) -> CheckInStreak {
        CheckInStreak(of: days.map { Day(number: $0) }, cadence: cadence, today: Day(number: today))
    }

    @Test(
        "a row holds as long as each came before the due day after the next",
        arguments: [
            ([86, 93, 100], 3), ([74, 87, 100], 3), ([73, 87, 100], 2), ([86, 100], 1), ([100], 1), ([], 0),
        ])
    func row(days: [Int], current: Int) { #expect(streak(days).current == current) }

    @Test("it ends when the last one is two cadences ago, and not a day before", arguments: [(113, 2), (114, 0)])
    func ended(today: Int, current: Int) {
        let found = streak([93, 100], today: today)
        #expect(found.current == current && found.longest == 2 && found.total == 2)
    }

    @Test("several on one day are one, in any order, and days to come do not count")
    func once() {
        let found = streak([100, 93, 100, 93, 107])
        #expect(found.current == 2 && found.total == 2)
        #expect(streak([60, 61, 100], .daily).longest == 2)
    }

    @Test("a missed one loses nothing, and no words blame")
    func words() {
        #expect(streak([]).words == "Your first check-in can be whenever it suits you.")
        #expect(streak([100]).words == "That is your first check-in.")
        #expect(streak([93, 100]).words == "2 check-ins in a row.")
        #expect(
            streak([60, 67, 74, 100]).words
                == "A new row begins. A missed one does not lose anything: 4 check-ins in all, 3 in a row at most.")
        #expect(streak([50, 93, 100]).words.hasPrefix("2 check-ins in a row. A missed one does not lose anything"))
        #expect(
            streak([50, 57]).words == "The next check-in can be whenever it suits you; your 2 check-ins so far stay.")
        for days in [[], [100], [50], [50, 93, 100]] {
            #expect(!streak(days).words.lowercased().contains(/fail|lost|broke|should|only|sorry|late/))
        }
    }

    @Test("without a cadence nothing is in a row, with the reason")
    func withoutCadence() {
        let found = streak([93, 100], nil)
        #expect(found.words == "You have done 2 check-ins.")
        #expect(
            found.json.text
                == #"{"current":null,"longest":null,"total":2,"reason":"no cadence is chosen","words":"You have done 2 check-ins."}"#
        )
        #expect(streak([100]).json.text.hasPrefix(#"{"current":1,"longest":1,"total":1,"reason":null"#))
    }
}
