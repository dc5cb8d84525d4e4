import Analyses
import Finance
import Flows
import TestKit
import Testing

/// Ideas as the new steps of a check-in show them.
@Suite("New steps of a plan")
struct PlanIdeaTests {
    private func ideas(_ snapshot: Snapshot, open: [PlanItem] = []) -> [FlowStep] {
        FlowRun.checkIn(id: "c", of: snapshot, plan: open, at: Given.now).steps.filter { $0.id.hasPrefix("plan.") }
    }

    private func rules(_ snapshot: Snapshot) -> [String] { ideas(snapshot).compactMap { $0.item?.rule } }

    private func first(_ snapshot: Snapshot) -> String? { ideas(snapshot).first?.proposal?.words }

    @Test("a person without records gets three steps that need none")
    func plain() {
        #expect(rules(Given.snapshot()) == ["income/2026-04", "look", "worth"])
        #expect(rules(Given.snapshot(incomes: [("2026-04-01", 1)])) == ["look", "worth", "coming-up"])
    }

    @Test(
        "a payment due within two weeks comes first, with its amount and day as figures",
        arguments: [("2026-04-20", true), ("2026-05-04", true), ("2026-05-05", false)])
    func due(day: String, isIn: Bool) throws {
        let snapshot = Given.snapshot(debts: [
            Given.debt("a", payment: 40, due: day), Given.debt("b", payment: 0, due: day),
        ])
        let step = try #require(ideas(snapshot).first)
        #expect((step.item?.rule == "due/a/\(day)") == isIn)
        guard isIn else { return }
        #expect(step.item?.dueOn == Day(day) && step.figures.map(\.printed).first == "£40.00")
        #expect(step.proposal?.words.hasPrefix("Check that the £40.00 for “Card a” is ready for ") == true)
    }

    @Test("the soonest payment is named, a cleared debt never")
    func soonest() {
        let debts = [
            Given.debt("a", payment: 40, due: "2026-04-30"), Given.debt("b", payment: 50, due: "2026-04-22"),
            Given.debt("c", payment: 60, due: "2026-04-21", balance: 0),
        ]
        #expect(rules(Given.snapshot(debts: debts)).first == "due/b/2026-04-22")
    }

    @Test("a budget is looked at from four fifths, the one furthest over first", arguments: [(79, false), (80, true)])
    func budget(spent: Int64, isIn: Bool) {
        let snapshot = Given.snapshot(
            incomes: [("2026-04-01", 900)], expenses: [("2026-04-02", spent, "Food")], budgets: [("Food", 100)])
        #expect((rules(snapshot).first == "budget/2026-04/Food") == isIn)
        let both = Given.snapshot(
            expenses: [("2026-04-02", 90, "Food"), ("2026-04-03", 130, "Fun")], budgets: [("Food", 100), ("Fun", 100)])
        #expect(first(both) == "Look at the budget for “Fun” once more: £130.00 of £100.00 is used in April 2026.")
    }

    @Test(
        "a budget for needs may be used up; only beyond that it is looked at", arguments: [(100, false), (101, true)])
    func needs(spent: Int64, isIn: Bool) {
        let snapshot = Given.snapshot(
            incomes: [("2026-04-01", 900)], expenses: [("2026-04-02", spent, "Essential(Needs)")],
            budgets: [("Essential(Needs)", 100)])
        #expect((rules(snapshot).first == "budget/2026-04/Essential(Needs)") == isIn)
    }

    @Test("entries that look made twice are worth a check")
    func doubled() {
        #expect(first(Given.snapshot(doubled: [["a", "b"]])) == "Check one group of entries that looks made twice.")
        #expect(first(Given.snapshot(doubled: [["a"], ["b"]])) == "Check 2 groups of entries that look made twice.")
    }

    @Test("three payments without a category are worth one, two are not", arguments: [(2, false), (3, true)])
    func uncategorised(count: Int, isIn: Bool) {
        let snapshot = Given.snapshot(
            expenses: (0..<count).map { ("2026-04-0\($0 + 1)", 10, nil) })
        #expect((rules(snapshot).first == "uncategorised/2026-04") == isIn)
    }

    @Test("the month's part for a goal is proposed only where a usual month leaves it")
    func goal() {
        func snapshot(income: Int64, saved: Int64 = 0) -> Snapshot {
            Given.snapshot(
                incomes: [("2026-03-01", income)], expenses: [("2026-03-02", 100, nil)],
                goals: [Given.goal("g", monthly: 125, saved: saved)])
        }
        #expect(
            first(snapshot(income: 225))
                == "Put by the £125.00 you planned for “Bike” this month; £1,000.00 is still missing.")
        #expect(rules(snapshot(income: 224)).first == "income/2026-04")
        #expect(first(snapshot(income: 225, saved: 990))?.hasPrefix("Put by the £10.00 you planned") == true)
    }

    @Test("a goal whose monthly amount does not meet its date is shown with both amounts")
    func goalDate() {
        let late = Given.snapshot(goals: [Given.goal("g", monthly: 124)])
        #expect(
            first(late)
                == "Look at the date or the monthly amount of “Bike”: its date takes £125.00 a month, £124.00 is planned."
        )
        #expect(rules(Given.snapshot(goals: [Given.goal("g", monthly: 125)])).first == "income/2026-04")
    }

    @Test("wants of the month come with their sum")
    func wants() {
        let snapshot = Given.snapshot(
            expenses: [("2026-04-01", 30, "Discretionary(Wants)"), ("2026-04-02", 70, "Essential(Needs)")])
        #expect(first(snapshot)?.hasSuffix("wants of April 2026 to look at again; they come to £30.00.") == true)
    }

    @Test("what is open already is not proposed again; what is done may be")
    func openRules() {
        let open = Given.item("p", rule: "look")
        #expect(
            ideas(Given.snapshot(), open: [open]).map { $0.item?.rule } == ["income/2026-04", "worth", "coming-up"])
        var done = open
        done.status = .done
        #expect(ideas(Given.snapshot(), open: [done]).contains { $0.item?.rule == "look" })
        let all = ["income/2026-04", "look", "worth"].map { Given.item($0, rule: $0) }
        let steps = ideas(Given.snapshot(), open: all)
        #expect(steps.map { $0.proposal == nil } == [false, true, true], "own words where there is no idea left")
        #expect(steps.last?.item?.dueOn == Day(Given.date("2026-05-20")))
    }

    @Test("no step tells anybody to borrow, consolidate or buy, and every number in it is a figure")
    func words() throws {
        for person in NamedPeople.all {
            for step in ideas(try NamedPeople.snapshot(of: person.documents)) {
                let text = step.proposal?.words ?? ""
                #expect(!text.lowercased().contains(/should|borrow|consolidat|loan from|switch to/), "\(text)")
                for number in text.matches(of: /£[\d,]+\.\d\d/) {
                    #expect(step.figures.contains { $0.printed == number.output }, "\(text)")
                }
                #expect(Set(step.figures.map(\.id)).count == step.figures.count)
            }
        }
    }
}
