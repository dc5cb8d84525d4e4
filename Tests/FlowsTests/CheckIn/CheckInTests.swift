import Analyses
import Finance
import Flows
import TestKit
import Testing

@Suite("Check-in")
struct CheckInTests {
    private func sample(_ day: String, _ pounds: Int64) -> SavingsPace.Sample {
        SavingsPace.Sample(on: Day(Given.date(day)), saved: Given.pounds(pounds))
    }

    @Test("reflects the pace, asks what is saved, goes through the last plan by due day, then proposes three steps")
    func order() throws {
        let plan = [Given.item("late", due: "2026-05-01"), Given.item("soon"), Given.item("also")]
        let run = FlowRun.checkIn(
            id: "c", of: try Given.maya(), plan: plan,
            samples: [sample("2026-03-20", 1_000), sample("2026-04-19", 1_100)],
            cadence: .weekly, at: Given.now)
        #expect(
            run.intro.first?.hasPrefix("£100.00 more is put by than 30 days ago; for 30 days that is £100.00") == true)
        #expect(
            run.steps.map(\.id)
                == ["saved_now", "item.also", "item.soon", "item.late", "plan.1", "plan.2", "plan.3"])
        #expect(run.steps[0].proposal?.value == .money(Given.pounds(1_500)))
        #expect(run.steps[1].question == "Your step “Step also”, for 25 April 2026: how is it?")
    }

    @Test("a step is due with the next check-in, a week ahead at least, a month without a cadence")
    func dueDays() {
        for (cadence, days) in [
            (CheckInPlan.Cadence.daily, 7), (.weekly, 7), (.fortnightly, 14), (.monthly, 30), (nil, 30),
        ]
            as [(CheckInPlan.Cadence?, Int)]
        {
            let run = FlowRun.checkIn(id: "c", of: Given.snapshot(), cadence: cadence, at: Given.now)
            #expect(run.steps.last?.item?.dueOn == Day(Given.now).advanced(by: days))
        }
    }

    @Test(
        "new steps stop where nine would be open, and more than nine are not asked about at once",
        arguments: [(0, 0, 3), (6, 6, 3), (7, 7, 2), (9, 9, 0), (12, 9, 0)])
    func bounded(open: Int, asked: Int, new: Int) throws {
        let plan = (0..<open).map { Given.item("p\($0 + 10)") }
        var run = FlowRun.checkIn(id: "c", of: Given.snapshot(), plan: plan, at: Given.now)
        #expect(run.steps.count == 1 + asked + new)
        #expect(run.intro.contains("There are \(open) steps open already, so no new ones are proposed.") == (new == 0))
        let result = try #require(CheckInResult(of: Given.finish(&run, [:]), plan: plan, in: Given.snapshot()))
        #expect(result.open.map(\.id).sorted() == plan.map(\.id), "what was not asked about stays open")
    }

    @Test("ends in a sample and in items that carry over with their status; new ones kept, edited or left out")
    func result() throws {
        let snapshot = try Given.maya()
        var old = Given.item("old")
        old.status = .done
        let plan = [Given.item("a"), Given.item("b"), Given.item("c"), old]
        var run = FlowRun.checkIn(id: "r1", of: snapshot, plan: plan, cadence: .weekly, at: Given.now)
        let kept = try #require(run.steps.first { $0.id == "plan.1" }?.proposal)
        run = try Given.finish(
            &run,
            [
                "saved_now": .text("1,500"), "item.a": .text("done"), "item.b": .text("not yet"),
                "item.c": .text("drop it"), "plan.1": .text(kept.words), "plan.2": .text("Call the bank about fees"),
            ])
        let result = try #require(CheckInResult(of: run, plan: plan, in: snapshot))
        #expect(result.items.map(\.id) == ["a", "b", "c", "r1.1", "r1.2"])
        #expect(result.items.map(\.status) == [.done, .open, .dropped, .open, .open])
        #expect(result.items[3].rule != nil && result.items[4].rule == nil)
        #expect(
            result.items[4].text == "Call the bank about fees" && result.items[4].dueOn == Day(Given.later(days: 7)))
        #expect(result.sample?.saved == Given.pounds(1_500) && result.sample?.goals.count == 2)
        #expect(result.discrepancies.isEmpty && result.on == Day(Given.now))
        #expect(CheckInResult(of: run, plan: result.items, in: snapshot) == result, "made again it is the same")
        #expect(try Given.stored(result) == result)
        #expect(result.json.text.hasPrefix(#"{"on":"2026-04-20","saved":1500,"items":[{"id":"a","text":"Step a","#))
    }

    @Test("the next check-in begins with what is still open")
    func carriedOver() throws {
        let plan = [Given.item("a"), Given.item("b")]
        var first = FlowRun.checkIn(id: "r1", of: Given.snapshot(), plan: plan, at: Given.now)
        let answers: [String: FlowInput] = ["item.a": .text("done"), "plan.1": .text("Mine")]
        let result = try #require(CheckInResult(of: Given.finish(&first, answers), plan: plan, in: Given.snapshot()))
        let second = FlowRun.checkIn(id: "r2", of: Given.snapshot(), plan: result.items, at: Given.later(days: 7))
        #expect(second.steps.compactMap(\.item?.id) == ["b", "r1.1", "r2.1", "r2.2", "r2.3"])
    }

    @Test("an amount other than recorded is flagged with both numbers and is no sample of the goals")
    func said() throws {
        let snapshot = try Given.maya()
        var run = FlowRun.checkIn(id: "r1", of: snapshot, at: Given.now)
        #expect(run.pace(after: [], in: snapshot) == nil)
        try run.apply(.answer("saved_now", .number(1_600)), at: Given.now)
        let pace = try #require(run.pace(after: [sample("2026-03-21", 1_000)], in: snapshot))
        #expect(pace.pace == Given.pounds(600) && pace.direction == .up)
        let told = FlowEvent.step(run, answered: "saved_now", pace: pace).data.text
        #expect(told.contains(#""remark":{"about":"saved_now","said":1600,"recorded":1500"#))
        #expect(told.contains(#""reflection":["£600.00 more is put by than 30 days ago"#))
        let result = try #require(CheckInResult(of: try Given.finish(&run, [:]), in: snapshot))
        #expect(result.sample?.goals.isEmpty == true && result.discrepancies.count == 1)
        #expect(result.items.isEmpty && result.open.isEmpty)
    }

    @Test("first steps shown after onboarding are those the first check-in proposes")
    func firstSteps() throws {
        let snapshot = try Given.maya()
        let shown = PlanItem.proposals(of: snapshot, id: "c", cadence: .weekly, at: Given.now)
        let run = FlowRun.checkIn(id: "c", of: snapshot, cadence: .weekly, at: Given.now)
        #expect(shown.count == 3 && shown == run.steps.suffix(3).compactMap(\.item))
    }

    @Test("skipped, it leaves no sample; unfinished or of another kind, no result")
    func none() throws {
        let snapshot = try Given.maya()
        var run = FlowRun.checkIn(id: "r1", of: snapshot, at: Given.now)
        #expect(CheckInResult(of: run, in: snapshot) == nil)
        let done = try Given.finish(&run, [:])
        #expect(CheckInResult(of: done, in: snapshot)?.sample == nil)
        #expect(CheckInResult(of: try Given.onboarded([:], in: snapshot), in: snapshot) == nil)
    }
}
