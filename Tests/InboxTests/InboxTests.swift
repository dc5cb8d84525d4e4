import Analyses
import Finance
import FoundationEssentials
import Inbox
import Ports
import TestKit
import Testing

@Suite("The inbox of a person")
struct InboxTests {
    private let stage = InboxStage()

    @Test("a message is taken once, however many look at the same time")
    func once() async throws {
        try await stage.put("one")
        let taken = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<4 { group.addTask { try await stage.inbox.take(for: InboxStage.maya).nudges.count } }
            return try await group.reduce(0, +)
        }
        #expect(taken == 1)
        #expect(try await stage.inbox.unread(of: InboxStage.maya) == .init(nudges: 1, insights: 0))
    }

    @Test("an empty inbox is empty, stores nothing and says nothing")
    func empty() async throws {
        let delivery = try await stage.inbox.take(for: InboxStage.maya)
        #expect(delivery.nudges.isEmpty && delivery.unread == .init(nudges: 0, insights: 0) && delivery.next == nil)
        #expect(try await stage.state.read(.nudges, [InboxStage.maya]).isEmpty)
        #expect(stage.notices.isEmpty)
    }

    @Test("each thing a person does is done, announced, and counted the same wherever it is asked")
    func acts() async throws {
        try await stage.put("one")
        let id = try #require(try await stage.inbox.take(for: InboxStage.maya).nudges.first?.id)
        let later = stage.clock.date.addingTimeInterval(3_600)
        for (act, unread) in [(InboxAct.snooze(until: later), 0), (.read, 0), (.dismiss, 0), (.delete, 0)] {
            let isDone = try await stage.inbox.act(act, onNudge: id, of: InboxStage.maya)
            // What rests is not there to be read.
            #expect(isDone == (act != .read), "\(act)")
            #expect(try await stage.inbox.unread(of: InboxStage.maya).nudges == unread)
        }
        #expect(try await !stage.inbox.act(.read, onNudge: id, of: InboxStage.maya))
        #expect(stage.notices == Array(repeating: InboxNotice(user: InboxStage.maya), count: 3))
    }

    @Test("reading all reads what was delivered, once")
    func readAll() async throws {
        try await stage.put("one", .insight)
        try await stage.put("two", .spending)
        #expect(try await stage.inbox.take(for: InboxStage.maya).unread.nudges == 2)
        #expect(try await stage.inbox.readAll(of: InboxStage.maya) == 2)
        #expect(try await stage.inbox.readAll(of: InboxStage.maya) == 0)
        #expect(stage.notices.count == 1)
    }

    @Test("an insight is read, put off and dismissed; a worse one is new again")
    func insights() async throws {
        let id = try await stage.find("Gym")
        #expect(try await stage.inbox.unread(of: InboxStage.maya).insights == 1)
        #expect(try await stage.inbox.act(.read, onInsight: id, of: InboxStage.maya))
        #expect(try await stage.inbox.unread(of: InboxStage.maya).insights == 0)
        _ = try await stage.find("Gym", bucket: 2)
        #expect(try await stage.inbox.unread(of: InboxStage.maya).insights == 1)
        #expect(try await stage.inbox.act(.delete, onInsight: id, of: InboxStage.maya))
        #expect(try await stage.inbox.insights(of: InboxStage.maya).visible(at: stage.clock.date).isEmpty)
    }

    @Test("another person's ids are ids that never were, and change nothing")
    func foreign() async throws {
        try await stage.put("hers", for: InboxStage.noah)
        let nudge = try #require(try await stage.inbox.take(for: InboxStage.noah).nudges.first?.id)
        let insight = try await stage.find("Rent", for: InboxStage.noah)
        let before = try await stage.inbox.unread(of: InboxStage.noah)
        for act in [InboxAct.read, .dismiss, .delete, .snooze(until: stage.clock.date.addingTimeInterval(60))] {
            #expect(try await !stage.inbox.act(act, onNudge: nudge, of: InboxStage.maya))
            #expect(try await !stage.inbox.act(act, onInsight: insight, of: InboxStage.maya))
        }
        #expect(try await stage.inbox.unread(of: InboxStage.noah) == before)
    }

    @Test("the main app's own settings bind: no budget messages where its switch is off, quiet hours in its zone")
    func app() async throws {
        var stage = stage
        stage.app = [InboxStage.maya: AppSettings(budgetNotification: false, timeZone: "Asia/Tokyo")]
        try await stage.put("budget", .budget)
        try await stage.put("rise", .insight)
        let rules = try await stage.inbox.rules(of: InboxStage.maya)
        #expect(!rules.budgetNotification && rules.zone == "Asia/Tokyo")
        // Ten in the morning in London is seven in the evening in Tokyo; four hours later it is quiet there.
        #expect(try await stage.inbox.take(for: InboxStage.maya).nudges.map(\.key) == ["rise"])
        try await stage.put("late", .spending)
        stage.clock.advance(by: .seconds(4 * 3_600))
        let delivery = try await stage.inbox.take(for: InboxStage.maya)
        #expect(delivery.nudges.isEmpty)
        #expect(delivery.next == Day("2026-04-20")?.start.addingTimeInterval(23 * 3_600))
    }

    @Test("reminders that stopped for want of an answer go on when the person is here again")
    func activity() async throws {
        let start = Day(stage.clock.date).advanced(by: -60)
        var plan = CheckInPlan(.weekly, from: start)
        for step in 1...8 { plan = plan.after(start.advanced(by: 7 * step), at: stage.clock.date).plan }
        #expect(plan.silentSince != nil)
        _ = try await stage.inbox.choose(for: InboxStage.maya) { [plan] in $0.checkIn = plan }
        try await stage.inbox.noteActivity(of: InboxStage.maya)
        let next = try await stage.inbox.choices(of: InboxStage.maya).checkIn?.nextDue
        #expect(next == Day(stage.clock.date).advanced(by: 7))
    }

    @Test("a store that cannot be read is an error, never an empty inbox")
    func unavailable() async throws {
        let inbox = Inbox(
            state: PersonalState(
                read: { _, _ throws(PortError) in throw PortError(.unavailable, "planned") },
                write: { _ throws(PortError) in false }, due: { _, _, _ throws(PortError) in [] }),
            appSettings: { _ throws(PortError) in [:] }, bus: stage.bus.port, now: { stage.clock.date })
        await #expect(throws: PortError.self) { try await inbox.take(for: InboxStage.maya) }
        await #expect(throws: PortError.self) { try await inbox.unread(of: InboxStage.maya) }
        await #expect(throws: PortError.self) { try await inbox.act(.read, onNudge: "a", of: InboxStage.maya) }
    }
}

@Suite("What instances tell each other about an inbox")
struct InboxNoticeTests {
    @Test(
        "reads what it wrote",
        arguments: [
            InboxNotice(user: InboxStage.maya), InboxNotice(user: InboxStage.maya, shown: ["a", "b"]),
            InboxNotice(user: InboxStage.maya, isGone: true),
        ])
    func roundTrip(notice: InboxNotice) { #expect(InboxNotice(notice.bytes) == notice) }

    @Test("anything else on the channel is nothing", arguments: ["", "{}", "[]", #"{"user":"x"}"#, "\u{0}"])
    func others(text: String) { #expect(InboxNotice(Array(text.utf8)) == nil) }
}
