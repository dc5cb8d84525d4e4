import Analyses
import Finance
import FoundationEssentials
import Ports
import Prompts
import TestKit
import Testing

@testable import Jobs

@Suite("One person's night")
struct PersonNightTests {
    static func snapshot(_ documents: SnapshotDocuments = NamedPeople.maya, days: Int = 0) throws -> Snapshot {
        let now = NamedPeople.now.addingTimeInterval(Double(days) * 86_400)
        return try Snapshot(documents: documents, month: Month(containing: now), asOf: now)
    }

    static func before(_ night: PersonNight? = nil, inputs: String? = "v1", canWord: Bool = false) throws
        -> PersonNight.Before
    {
        var before = PersonNight.Before()
        before.inputs = inputs
        before.canWord = canWord
        for change in night?.result.states ?? [] {
            before.kept[change.kind] = .init(revision: change.after + 1, text: change.text)
        }
        return before
    }

    @Test("the first night makes the reports, the tips, the line of the list and a memory")
    func first() throws {
        let night = try PersonNight(of: try Self.snapshot(), after: try Self.before())
        let result = night.result
        #expect(result.reports.map(\.kind) == ReportKind.allCases)
        #expect(result.reports.allSatisfy { $0.source == .template && $0.createdAt == NamedPeople.now })
        #expect(result.tips?.texts.count == 4)
        #expect(result.triage?.row.userID == NamedPeople.mayaID)
        #expect(result.states.last?.kind == .night && result.states.last?.after == 0)
        #expect(night.levels.hasPrefix("none>"))
    }

    @Test("the same night once more makes the very same results, whatever was stored of it")
    func repeatable() throws {
        let before = try Self.before()
        let first = try PersonNight(of: try Self.snapshot(), after: before)
        let second = try PersonNight(of: try Self.snapshot(), after: before)
        #expect(first.result == second.result && first.memory == second.memory)
    }

    @Test("after it, the same records have nothing new to write")
    func unchanged() throws {
        let first = try PersonNight(of: try Self.snapshot(), after: try Self.before())
        let again = try PersonNight(of: try Self.snapshot(), after: try Self.before(first))
        #expect(again.result.isEmpty, "\(again.result.states.map(\.text))")
    }

    @Test("what changed is written, and nothing else")
    func changed() throws {
        let first = try PersonNight(of: try Self.snapshot(), after: try Self.before())
        var documents = NamedPeople.maya
        documents.debts = []
        let next = try PersonNight(of: try Self.snapshot(documents), after: try Self.before(first, inputs: "v2"))
        #expect(
            next.result.reports.contains { $0.kind == .budget } || next.result.reports.contains { $0.kind == .debt }
                || next.result.triage != nil)
        #expect(next.result.tips == nil)
        #expect(next.result.states.last?.after == 1)
    }

    @Test("reports wait for a model's words only where there is a model")
    func wording() throws {
        let without = try PersonNight(of: try Self.snapshot(), after: try Self.before())
        #expect(without.memory.unworded.isEmpty && without.result.states.last?.due == nil)
        let with = try PersonNight(of: try Self.snapshot(), after: try Self.before(canWord: true))
        #expect(with.memory.unworded == ReportKind.allCases.map(\.rawValue))
        #expect(with.result.states.last?.due != nil)
    }

    @Test("a memory that cannot be read is an error, never an empty one")
    func malformed() throws {
        var before = try Self.before()
        before.kept[.night] = .init(revision: 3, text: "{")
        #expect(throws: PortError.self) { try PersonNight(of: try Self.snapshot(), after: before) }
    }

    @Test("a person without a record has no report, and still a place in the list and a memory")
    func empty() throws {
        let night = try PersonNight(of: try Self.snapshot(NamedPeople.noah), after: try Self.before())
        #expect(night.result.reports.isEmpty)
        #expect(night.result.triage?.row.level == nil)
        #expect(night.result.states.count >= 1)
    }

    @Test("over two years of nights the memory stays small")
    func bounded() throws {
        var last: PersonNight?
        for day in stride(from: 0, to: 730, by: 1) {
            let night = try PersonNight(
                of: try Self.snapshot(days: day), after: try Self.before(last, inputs: "v\(day)"))
            last = night
        }
        let memory = try #require(last).memory
        #expect(memory.months.count == NightMemory.mostMonths)
        #expect(memory.samples.count <= NightMemory.mostSamples)
        #expect(memory.samples.map(\.on) == memory.samples.map(\.on).sorted())
        let gaps = zip(memory.samples, memory.samples.dropFirst()).map { $1.on.number - $0.on.number }
        #expect(gaps.dropLast().allSatisfy { $0 >= NightMemory.sampleEvery })
        #expect(try #require(last).result.states.last.map { $0.text.utf8.count < 16_000 } ?? true)
    }

    /// Maya, three days before the end of April, with a budget that is used up.
    private static func overspent() throws -> Snapshot {
        var snapshot = try snapshot(days: 7)
        let budget = Budget(
            id: "b1", name: "Fun", amount: Money(pence: 50_00), category: "Fun", kind: .personal,
            createdAt: snapshot.asOf)
        snapshot.budgets.append(budget)
        snapshot.expenses.append(
            Expense(
                id: "e1", name: "Cinema", amount: Money(pence: 60_00), fallsOn: snapshot.month.firstDay.start,
                frequency: .once, category: "Fun", budgetID: "b1"))
        snapshot.expenses.sort { ($0.fallsOn, $0.id) < ($1.fallsOn, $1.id) }
        return snapshot
    }

    private static func box(_ night: PersonNight) throws -> NudgeBox? {
        try night.result.states.first { $0.kind == .nudges }.map { try CodedText.read($0.text, as: NudgeBox.self) }
    }

    @Test("a budget that is used up is told once, and the store knows when it may be delivered")
    func budget() throws {
        let first = try PersonNight(of: try Self.overspent(), after: try Self.before())
        let box = try #require(try Self.box(first))
        // One message speaks for several of its kind.
        #expect(
            box.nudges.filter { $0.kind == .budget }.map(\.fullText).joined().contains(
                "Budget “Fun” for April 2026 is over by £10.00"))
        #expect(first.result.states.first { $0.kind == .nudges }?.due != nil)
        let again = try PersonNight(of: try Self.overspent(), after: try Self.before(first))
        #expect(again.result.isEmpty)
    }

    @Test("a part of a goal that is reached is told once, what was reached before the first night never")
    func milestones() throws {
        func saving(_ pounds: Int64) throws -> Snapshot {
            var snapshot = try Self.snapshot()
            snapshot.goals = [
                SavingGoal(
                    id: "g1", name: "Bike", target: Money(pence: 1_000_00), monthlyTarget: .zero,
                    saved: Money(pence: pounds * 100), startsOn: snapshot.month.firstDay.start, completesOn: nil,
                    isCompleted: false,
                    completion: 0)
            ]
            return snapshot
        }
        func told(_ night: PersonNight) throws -> [String] {
            try Self.box(night)?.nudges.filter { $0.kind == .milestone }.map(\.text) ?? []
        }
        let first = try PersonNight(of: try saving(300), after: try Self.before())
        #expect(try told(first).isEmpty)
        let second = try PersonNight(of: try saving(500), after: try Self.before(first))
        #expect(try told(second) == ["Half of “Bike” is put by: £500.00 of £1,000.00. Well done!"])
        let third = try PersonNight(of: try saving(600), after: try Self.before(second))
        #expect(try told(third).count <= 1)
    }

    @Test(
        "whose main app has the budget switch off, or who wants no messages, gets none; the feed is kept all the same")
    func unwanted() throws {
        var before = try Self.before()
        before.app = AppSettings(budgetNotification: false)
        let night = try PersonNight(of: try Self.overspent(), after: before)
        #expect(try Self.box(night)?.nudges.contains { $0.kind == .budget } != true)
        var choices = PersonalChoices()
        choices.messages.nudges = false
        before.kept[.choices] = .init(revision: 1, text: try CodedText.write(choices))
        let silent = try PersonNight(of: try Self.overspent(), after: before)
        #expect(try Self.box(silent)?.nudges.isEmpty ?? true)
        #expect(silent.result.states.contains { $0.kind == .insights })
    }

    @Test("a feed keeps what the person did: ten more nights neither show again nor rewrite")
    func feed() throws {
        var night = try PersonNight(of: try Self.overspent(), after: try Self.before())
        var kept = try #require(night.result.states.first { $0.kind == .insights })
        var feed = try CodedText.read(kept.text, as: InsightFeed.self)
        #expect(night.appeared == feed.visible(at: NamedPeople.now).count && night.appeared > 0)
        for item in feed.items { feed.dismiss(item.id) }
        kept.text = try CodedText.write(feed)
        var before = try Self.before(night)
        before.kept[.insights] = .init(revision: 2, text: kept.text)
        for turn in 0..<10 {
            night = try PersonNight(of: try Self.overspent(), after: before)
            #expect(night.appeared == 0 && night.result.isEmpty, "night \(turn)")
        }
    }

    @Test("what an administrator should see is raised once a month")
    func alerts() throws {
        func indebted(_ days: Int) throws -> Snapshot {
            var snapshot = try Self.snapshot(days: days)
            snapshot.debts.append(
                Debt(
                    id: "d1", name: "Card", balance: Money(pence: 4_900_00), monthlyPayment: Money(pence: 20_00),
                    extraPayment: .zero, capitalRepayment: .zero, interestRepayment: .zero,
                    annualRate: Rate(basisPoints: 2_400), rateSource: .stated, paymentDueOn: nil,
                    completionRatio: nil))
            return snapshot
        }
        let first = try PersonNight(of: try indebted(0), after: try Self.before())
        #expect(first.result.alerts.contains { $0.category == "Debt Not Clearing" })
        #expect(first.result.alerts.allSatisfy { $0.state == .open && $0.key?.hasPrefix($0.user.hex) == true })
        let second = try PersonNight(of: try indebted(1), after: try Self.before(first))
        #expect(second.result.alerts.isEmpty)
        let may = try PersonNight(of: try indebted(20), after: try Self.before(second))
        #expect(may.result.alerts.contains { $0.category == "Debt Not Clearing" })
        #expect(Set(may.result.alerts.map(\.id)).isDisjoint(with: first.result.alerts.map(\.id)))
    }

    @Test("a level that has to be confirmed wakes the next day, as long as it is not")
    func wake() throws {
        let first = try PersonNight(of: try Self.snapshot(), after: try Self.before())
        var documents = NamedPeople.maya
        documents.incomes = []
        let second = try PersonNight(of: try Self.snapshot(documents, days: 1), after: try Self.before(first))
        let risk = try #require(second.memory.risk)
        let isPending = risk.level != risk.candidate
        let tomorrow = Day(NamedPeople.now).advanced(by: 2)
        #expect(!isPending || second.memory.wake == tomorrow)
        #expect(second.memory.wake.map { $0 > Day(NamedPeople.now).advanced(by: 1) } ?? true)
    }

    @Test("the forecast of a month is promised once and scored in the next")
    func forecast() throws {
        let first = try PersonNight(of: try Self.snapshot(), after: try Self.before())
        let memory = try #require(first.memory.forecast)
        let next = try PersonNight(of: try Self.snapshot(days: 20), after: try Self.before(first))
        let later = try #require(next.memory.forecast)
        #expect(memory.promise == nil || later.scores.count == 1)
    }

    @Test("a memory of an older shape is read, and worked out once more")
    func older() throws {
        let old = #"{"inputs":"1|2026-04|v1","months":[],"samples":[],"written":{},"unworded":[]}"#
        var before = try Self.before()
        before.kept[.night] = .init(revision: 4, text: old)
        let memory = try before.memory()
        let key = NightInputs.key(version: "v1", month: NamedPeople.month, SeriesDecisions())
        #expect(!NightInputs.areUnchanged(memory, key: key, on: Day(NamedPeople.now)))
        #expect(try PersonNight(of: try Self.snapshot(), after: before).result.states.last?.after == 4)
    }

    @Test("what a person decided about a repeated payment is a reason to work them out again, once")
    func decided() throws {
        func key(_ decisions: SeriesDecisions) -> String? {
            NightInputs.key(version: "v1", month: NamedPeople.month, decisions)
        }
        var before = try Self.before()
        var choices = PersonalChoices()
        #expect(before.decisions.isEmpty && key(before.decisions) == key(SeriesDecisions()))
        choices.series = SeriesDecisions()
        choices.series?.decide(.dismissed, on: "monthly/rent")
        before.kept[.choices] = .init(revision: 1, text: try CodedText.write(choices))
        #expect(before.decisions.decision(on: "monthly/rent") == .dismissed)
        #expect(key(before.decisions) != key(SeriesDecisions()) && key(before.decisions) == key(before.decisions))
        #expect(NightInputs.key(version: nil, month: NamedPeople.month, before.decisions) == nil)
    }
}
