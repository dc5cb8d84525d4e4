import Flows
import Foundation
import Testing

@Suite("Flow run")
struct FlowRunTests {
    private func run() -> FlowRun {
        FlowRun(
            .onboarding, id: "f1",
            steps: ["one", "two", "three"].map {
                FlowStep($0, "What is \($0)?", accepted: .text(most: 10))
            }
                + [FlowStep("four", "Four?", accepted: .text(most: 10), isSkippable: false)], at: Given.now)
    }

    private func expect(
        _ fault: FlowFault, of move: FlowMove, in run: inout FlowRun,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(throws: fault, sourceLocation: sourceLocation) { try run.apply(move, at: Given.now) }
    }

    @Test("questions come one after another; the last answer finishes it, once")
    func inOrder() throws {
        var run = run()
        #expect(run.current?.id == "one" && run.progress?.step == 1 && run.progress?.of == 4)
        #expect(try run.apply(.answer("one", .text("a")), at: Given.now) == .moved)
        #expect(try run.apply(.skip(nil), at: Given.now) == .moved)
        #expect(run.wasSkipped("two") && run.answer(to: "two") == nil)
        #expect(try run.apply(.answer("three", .text("c")), at: Given.now) == .moved)
        #expect(try run.apply(.answer("four", .text("d")), at: Given.later(days: 1)) == .finished)
        #expect(run.finishedAt == Given.later(days: 1) && run.current == nil && run.progress == nil)
        #expect(run.state(at: Given.later(days: 90)) == .done)
    }

    @Test("the same answer twice is harmless, while it runs and after its end")
    func twice() throws {
        var run = run()
        try run.apply(.answer("one", .text("a")), at: Given.now)
        let before = run
        #expect(try run.apply(.answer("one", .text(" a ")), at: Given.now) == .unchanged)
        #expect(run == before)
        try run.apply(.skip("two"), at: Given.now)
        #expect(try run.apply(.skip("two"), at: Given.now) == .unchanged && run.current?.id == "three")
        for id in ["three", "four"] { try run.apply(.answer(id, .text("x")), at: Given.now) }
        let done = run
        #expect(try run.apply(.answer("four", .text("x")), at: Given.now) == .unchanged)
        #expect(try run.apply(.skip("two"), at: Given.now) == .unchanged)
        expect(.ended, of: .answer("four", .text("y")), in: &run)
        expect(.ended, of: .answer("four", .text("much too long for it")), in: &run)
        for move in [FlowMove.back, .edit("one"), .cancel, .skip(nil), .skip("one")] {
            expect(.ended, of: move, in: &run)
        }
        #expect(run == done)
    }

    @Test("an answer to an earlier question changes it and leaves the current one current")
    func earlier() throws {
        var run = run()
        try run.apply(.answer("one", .text("a")), at: Given.now)
        #expect(try run.apply(.answer("one", .text("b")), at: Given.now) == .moved)
        #expect(run.answer(to: "one") == .text("b") && run.current?.id == "two")
        try run.apply(.skip(nil), at: Given.now)
        try run.apply(.answer("two", .text("late")), at: Given.now)
        #expect(run.answer(to: "two") == .text("late") && run.current?.id == "three")
    }

    @Test("an answer to a later question or to an unknown one is refused by name")
    func laterAndUnknown() {
        var run = run()
        expect(.notYet, of: .answer("two", .text("a")), in: &run)
        expect(.notYet, of: .edit("three"), in: &run)
        expect(.notYet, of: .skip("four"), in: &run)
        expect(.unknownQuestion, of: .answer("five", .text("a")), in: &run)
        #expect(run.current?.id == "one")
    }

    @Test("going back keeps what was said; a skip there keeps it too, another answer changes it")
    func back() throws {
        var run = run()
        expect(.nothingBefore, of: .back, in: &run)
        try run.apply(.answer("one", .text("a")), at: Given.now)
        try run.apply(.answer("two", .text("b")), at: Given.now)
        try run.apply(.back, at: Given.now)
        #expect(run.current?.id == "two" && run.answer(to: "two") == .text("b"))
        try run.apply(.back, at: Given.now)
        #expect(run.current?.id == "one" && run.progress?.step == 1)
        #expect(try run.apply(.skip(nil), at: Given.now) == .moved)
        #expect(run.current?.id == "three" && run.answer(to: "one") == .text("a"))
        try run.apply(.edit("two"), at: Given.now)
        #expect(try run.apply(.edit("two"), at: Given.now) == .unchanged)
        #expect(try run.apply(.answer("two", .text("b")), at: Given.now) == .moved)
        #expect(run.current?.id == "three")
        try run.apply(.back, at: Given.now)
        #expect(try run.apply(.edit("three"), at: Given.now) == .moved && run.current?.id == "three")
    }

    @Test("the last question answered elsewhere finishes it though somebody had gone back")
    func finishedWhileEditing() throws {
        var run = run()
        for id in ["one", "two", "three"] { try run.apply(.answer(id, .text("x")), at: Given.now) }
        try run.apply(.edit("one"), at: Given.now)
        #expect(try run.apply(.answer("four", .text("d")), at: Given.now) == .finished)
        #expect(run.current == nil)
    }

    @Test("a wrong answer loses nothing, and a question that needs an answer cannot be skipped")
    func wrong() throws {
        var run = run()
        for id in ["one", "two", "three"] { try run.apply(.answer(id, .text("x")), at: Given.now) }
        #expect(throws: FlowFault.self) {
            try run.apply(.answer("one", .text("far too long a text")), at: Given.now)
        }
        #expect(run.answer(to: "one") == .text("x"))
        expect(.notSkippable, of: .skip(nil), in: &run)
        #expect(run.current?.id == "four")
    }

    @Test("seven days after the last activity it is over; a wrong answer is activity too")
    func expiry() throws {
        var run = run()
        let almost = Given.now.addingTimeInterval(7 * 86_400 - 1)
        #expect(run.state(at: almost) == .running && run.state(at: Given.later(days: 7)) == .expired)
        #expect(throws: FlowFault.self) { try run.apply(.answer("one", .text("")), at: almost) }
        #expect(run.state(at: Given.later(days: 13)) == .running)
        try run.apply(.answer("one", .text("a")), at: Given.now)
        #expect(run.touchedAt == almost, "a clock that runs back takes nothing away")
        #expect(throws: FlowFault.expired) { try run.apply(.cancel, at: Given.later(days: 15)) }
        #expect(run.answer(to: "one") == .text("a") && run.cancelledAt == nil)
    }

    @Test("it can be cancelled, again without harm, and stays cancelled")
    func cancelled() throws {
        var run = run()
        try run.apply(.answer("one", .text("a")), at: Given.now)
        #expect(try run.apply(.cancel, at: Given.now) == .cancelled)
        #expect(try run.apply(.cancel, at: Given.now) == .unchanged)
        #expect(run.state(at: Given.later(days: 30)) == .cancelled && run.current == nil)
        expect(.ended, of: .answer("two", .text("b")), in: &run)
        #expect(run.answer(to: "one") == .text("a"))
    }

    @Test("questions are bounded and unique")
    func bounded() {
        let many = (0..<40).map { FlowStep("q\($0 / 2)", "?", accepted: .text(most: 1)) }
        let run = FlowRun(.checkIn, id: "f", steps: many, at: Given.now)
        #expect(
            run.steps.count == FlowLimits.steps && Set(run.steps.map(\.id)).count == run.steps.count)
        let options = (0..<40).map { FlowStep.Option("o\($0)", "Option") }
        let step = FlowStep(
            "q", "?", options: options, accepted: .choices(least: 1, most: 1, ownWords: nil))
        #expect(step.options.count == FlowLimits.options)
    }
}
