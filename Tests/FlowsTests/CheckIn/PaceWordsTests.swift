import Analyses
import Finance
import Flows
import Testing

@Suite("Pace in words")
struct PaceWordsTests {
    private func words(_ samples: [(day: Int, pounds: Int64, goals: [String: Int64])]) -> String {
        SavingsPace(
            of: samples.map { sample in
                SavingsPace.Sample(
                    on: Day(number: 20_000 + sample.day), saved: Given.pounds(sample.pounds),
                    goals: sample.goals.mapValues(Given.pounds))
            }, asOf: Given.now
        ).reflection.joined(separator: "\n")
    }

    @Test("up, down and about the same are said in the same neutral way, with what they stand on")
    func directions() {
        #expect(
            words([(0, 100, [:]), (15, 150, [:])])
                == "£50.00 more is put by than 15 days ago; for 30 days that is £100.00, from 2 looks over 15 days.")
        #expect(
            words([(0, 150, [:]), (30, 100, [:])]).hasPrefix(
                "£50.00 less is put by than 30 days ago; for 30 days that is -£50.00, from 2 looks over 30 days.\nThe total fell."
            ))
        #expect(
            words([(0, 1_000, [:]), (30, 1_020, [:])])
                == "What is put by is about where it was 30 days ago; for 30 days the difference is £20.00, "
                + "from 2 looks over 30 days.")
    }

    @Test("too soon says so, with the plain difference; without two looks there is nothing to compare")
    func tooSoon() {
        #expect(
            words([(0, 100, [:]), (6, 150, [:])])
                == "Since the look 6 days ago the difference is £50.00. Under 7 days it is too soon to tell a pace.")
        #expect(words([(0, 100, [:]), (1, 150, [:])]).hasPrefix("Since the look 1 day ago"))
        #expect(words([(0, 100, [:])]).hasPrefix("There are not two looks"))
    }

    @Test("the change of the total is said too where goals came or went, and never reads as a loss")
    func raw() {
        let text = words([(0, 1_000, ["a": 800, "b": 200]), (30, 300, ["b": 300])])
        #expect(text.hasPrefix("£100.00 more is put by than 30 days ago"))
        #expect(text.contains("\nThe total itself changed by -£700.00.\nGoals with £800.00 saved are no longer there"))
    }
}
