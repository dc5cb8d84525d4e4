import Analyses
import Finance
import Flows
import Testing

@Suite("What a client is told of a flow")
struct FlowEventTests {
    @Test("started, step and done name the flow, carry the question and end with the result")
    func events() throws {
        let snapshot = try Given.maya()
        var run = FlowRun.onboarding(id: "f1", of: snapshot, at: Given.now)
        let started = FlowEvent.started(run)
        #expect(started.type == "flow_started")
        #expect(started.data.text.hasPrefix(#"{"flow":"onboarding","flowId":"f1","intro":["#))
        #expect(
            started.data.text.contains(
                #""steps":7,"startedAt":"2026-04-20T10:00:00Z","expiresAt":"2026-04-27T10:00:00Z""#))
        #expect(
            started.data.text.contains(#""question":{"flow":"onboarding","flowId":"f1","progress":{"step":1,"of":7}"#))
        try run.apply(.skip(nil), at: Given.now)
        try run.apply(.answer("starting_savings", .number(2_000)), at: Given.now)
        let step = FlowEvent.step(run, answered: "starting_savings")
        #expect(step.type == "flow_step")
        #expect(step.data.text.contains(#""remark":{"about":"starting_savings","said":2000,"recorded":1500,"#))
        #expect(
            FlowEvent.step(run, answered: "cadence").data.text.contains(#""remark":null,"pace":null,"reflection":[]"#))
        run = try Given.finish(&run, ["cadence": .text("weekly")])
        let profile = try #require(Profile(of: run, in: snapshot))
        let done = FlowEvent.done(run, at: Given.now, result: profile.json)
        #expect(
            done.type == "flow_done"
                && done.data.text.contains(#""outcome":"done","answered":2,"result":{"motivation""#))
        #expect(FlowEvent.step(run).data.text.contains(#""question":null"#))
    }

    @Test("a run that was cancelled or rested too long ends without a result")
    func withoutResult() throws {
        var run = FlowRun.onboarding(id: "f1", of: try Given.maya(), at: Given.now)
        let late = FlowEvent.done(run, at: Given.later(days: 7), result: "x")
        #expect(
            late.data.text == #"{"flow":"onboarding","flowId":"f1","outcome":"expired","answered":0,"result":null}"#)
        try run.apply(.cancel, at: Given.now)
        #expect(FlowEvent.done(run, at: Given.now, result: "x").data.text.contains(#""outcome":"cancelled""#))
    }

    @Test("a question is a card of kind question with its options, what is expected, and what was answered before")
    func card() throws {
        var run = FlowRun.onboarding(id: "f1", of: try Given.maya(), at: Given.now)
        #expect(
            run.card?.kind == .question && run.card?.title == "What most often gets in the way of putting money by?")
        try run.apply(.answer("savings_killer", .text("nothing")), at: Given.now)
        let amount = try #require(run.card?.data.text)
        #expect(amount.contains(#""canGoBack":true,"answer":null,"id":"starting_savings","kind":"direct""#))
        #expect(
            amount.contains(#""expects":{"type":"money","least":0,"most":10000000000,"span":"inAll"},"canSkip":true"#))
        #expect(amount.contains(#""proposal":1500,"proposalWords":"The app shows £1,500.00 saved"#))
        try run.apply(.back, at: Given.now)
        let choice = try #require(run.card?.data.text)
        #expect(choice.contains(#""canGoBack":false,"answer":"nothing","id":"savings_killer","kind":"radio""#))
        #expect(choice.contains(#""options":[{"id":"impulse","words":"Things bought on the spur of the moment"}"#))
        #expect(choice.contains(#""expects":{"type":"choices","least":1,"most":1,"ownWords":500}"#))
        for (id, text) in [("savings_killer", "my cat"), ("starting_savings", "5"), ("monthly_income", "5")] {
            try run.apply(.answer(id, .text(text)), at: Given.now)
        }
        try run.apply(.answer("motivation", .text("family")), at: Given.now)
        try run.apply(.answer("cadence", .text("daily")), at: Given.now)
        try run.apply(.skip(nil), at: Given.now)
        #expect(run.card?.data.text.contains(#""kind":"checkboxes""#) == true)
        #expect(
            run.steps.map { step in run.answer(to: step.id).map(step.words(of:)) ?? "-" }
                == ["my cat", "£5.00", "£5.00", "My family", "Every day", "-", "-"])
    }

    @Test("every fault has a code of its own and a sentence")
    func faults() {
        let all: [FlowFault] = [
            .notAnAnswer("Say it."), .unknownQuestion, .notYet, .notSkippable, .nothingBefore, .expired, .ended,
        ]
        #expect(Set(all.map(\.code)).count == all.count && all.allSatisfy { $0.sentence.hasSuffix(".") })
    }
}
