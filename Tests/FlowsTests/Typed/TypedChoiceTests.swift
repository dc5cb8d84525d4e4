import Flows
import Testing

@Suite("Choices people type")
struct TypedChoiceTests {
    private let options = [
        FlowStep.Option("weekly", "Every week", also: ["once a week"]),
        FlowStep.Option("two_weeks", "Every two weeks"),
        FlowStep.Option("none", "Not at all", also: ["never", "no"]),
    ]

    private func ids(_ input: FlowInput, most: Int = 1) -> [String]? {
        let step = FlowStep(
            "q", "?", options: options, accepted: .choices(least: 0, most: most, ownWords: nil))
        return (try? step.value(of: input))?.choices
    }

    @Test(
        "an id, a number, the words or other words for them mean an option",
        arguments: [
            ("weekly", "weekly"), ("1", "weekly"), ("1.", "weekly"), ("(2)", "two_weeks"),
            ("EVERY  week!", "weekly"),
            ("Once a week.", "weekly"), ("two weeks", "two_weeks"), ("two_weeks", "two_weeks"),
            ("never", "none"),
            ("not at all", "none"), ("all", "none"), ("no", "none"), ("week", "weekly"),
        ])
    func one(text: String, id: String) { #expect(ids(.text(text)) == [id]) }

    @Test(
        "what means none of them, or more than one, is asked back",
        arguments: [
            "", "4", "0", "-1", "every", "at", "1 2", "perhaps", "11", "99999999999999999999", "?",
        ])
    func unclear(text: String) { #expect(ids(.text(text)) == nil) }

    @Test(
        "several are read in any order, each once",
        arguments: ["1, 3", "3 1", "1 and 3", "never; weekly", "3,1,1", "weekly\nnone", "1 & 3"])
    func several(text: String) { #expect(ids(.text(text), most: 3) == ["weekly", "none"]) }

    @Test("one that means nothing spoils the list; none of them is an answer where it may be")
    func lists() {
        #expect(ids(.text("1, 7"), most: 3) == nil && ids(.list(["weekly", "x"]), most: 3) == nil)
        #expect(ids(.text("none of them"), most: 3) == [] && ids(.list([]), most: 3) == [])
        #expect(ids(.text(" , "), most: 3) == nil)
        #expect(ids(.list(["none", "weekly"]), most: 3) == ["weekly", "none"])
        #expect(ids(.number(2)) == ["two_weeks"] && ids(.number(2.5)) == nil && ids(.number(0)) == nil)
    }
}
