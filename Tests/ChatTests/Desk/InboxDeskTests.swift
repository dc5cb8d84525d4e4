import Analyses
import Finance
import FoundationEssentials
import Inbox
import Ports
import TestKit
import Testing

@testable import Chat

@Suite("The inbox over the socket")
struct InboxDeskTests {
    private static func put(_ key: String, _ bench: Bench, for user: UserID = NamedPeople.mayaID) async throws {
        let nudge = Nudge(.insight, key: key, title: key, text: "\(key) is so.", at: bench.clock.date)
        _ = try await bench.state.change(.nudges, of: user, from: NudgeBox()) { $0.add(nudge, NudgeChoices()) }
    }

    @Test("what waited is there on the next connect, with its count, in every tab once")
    func connecting() async throws {
        try await Bench.with { bench in
            try await Self.put("rise", bench)
            let one = try await bench.connect()
            let nudge = try await one.frame("nudge")
            #expect(nudge.string("text") == "rise is so." && nudge.turnID == nil && nudge.sequence == nil)
            #expect(try await one.frame("unread").data["nudges"] as? Int == 1)
            let two = try await bench.connect()
            #expect(try await two.frame("unread").data["nudges"] as? Int == 1)
            #expect(one.frames.of("nudge").count == 1 && two.frames.of("nudge").isEmpty)
        }
    }

    @Test("with nothing new a connect says nothing of it")
    func silent() async throws {
        try await Bench.with { bench in
            let client = try await bench.connect()
            try await client.settle()
            #expect(client.frames.of("unread").isEmpty && client.frames.of("nudge").isEmpty)
        }
    }

    @Test("an announcement brings a message to all tabs of all instances, and to nobody else")
    func announced() async throws {
        let (bus, state, clock) = (MemoryBus(), PersonalState.inMemory(), TestClock())
        try await Bench.with(clock: clock, bus: bus, state: state) { here in
            try await Bench.with(clock: clock, bus: bus, state: state) { there in
                let tabs = [try await here.connect(), try await here.connect(), try await there.connect()]
                let other = try await there.connect("noah")
                try await Self.put("rise", here)
                await here.inbox.announce([NamedPeople.mayaID])
                for tab in tabs {
                    #expect(try await tab.frame("nudge").string("title") == "rise")
                    #expect(try await tab.frame("unread").data["nudges"] as? Int == 1)
                }
                try await other.settle()
                #expect(other.frames.of("nudge").isEmpty && other.frames.of("unread").isEmpty)
                #expect(tabs.allSatisfy { $0.frames.of("nudge").count == 1 })
            }
        }
    }

    @Test("reading in one tab lowers the count in the other")
    func reading() async throws {
        try await Bench.with { bench in
            try await Self.put("rise", bench)
            let (one, two) = (try await bench.connect(), try await bench.connect())
            let id = try #require(try await one.frame("nudge").string("id"))
            two.tell("nudges", ["op": "ack", "id": .string(id)])
            #expect(try await two.frame("nudges").data["unread"] as? Int == 0)
            _ = try await one.wire.frames.wait(for: "the lower count") { frames in
                frames.of("unread").last?.data["nudges"] as? Int == 0
            }
        }
    }

    @Test("the feed is listed, acknowledged, dismissed and put off over the socket")
    func feed() async throws {
        try await Bench.with { bench in
            let insight = Insight(
                kind: .priceRise, subject: "Gym", period: "2026-04", title: "Gym", text: "Gym rose.", figures: [],
                impact: Money(pence: 5_00), bucket: 1)
            let date = bench.clock.date
            _ = try await bench.state.change(.insights, of: NamedPeople.mayaID, from: InsightFeed()) { feed in
                feed.merge(InsightFindings(found: [insight], looked: []), on: date)
            }
            let client = try await bench.connect()
            #expect(try await client.frame("unread").data["insights"] as? Int == 1)
            client.tell("insights", ["op": "list"])
            #expect(try await client.frame("insights").data["unread"] as? Int == 1)
            let id = JSON.string(insight.id)
            client.tell("insights", ["op": "ack", "id": id])
            #expect(try await client.frame("insights", 1).data["unread"] as? Int == 0)
            client.tell("insights", ["op": "snooze", "id": id, "until": "2027-01-01T00:00:00Z"])
            #expect(try await client.frame("insights", 2).text.contains("snoozed") == false)
            client.tell("insights", ["op": "dismiss", "id": id])
            #expect((try await client.frame("insights", 3).data["items"] as? [Any])?.isEmpty == true)
        }
    }

    @Test(
        "a wrong wish is told with its field and changes nothing",
        arguments: [
            (#"{"type":"nudges"}"#, "op"), (#"{"type":"nudges","op":"eat"}"#, "op"),
            (#"{"type":"nudges","op":"ack"}"#, "id"), (#"{"type":"insights","op":"ack_all"}"#, "op"),
            (#"{"type":"insights","op":"snooze","id":"a","until":"soon"}"#, "until"),
            (#"{"type":"nudges","op":"ack","id":""}"#, "id"), (#"{"type":"nudges","op":"ack","id":"never"}"#, "id"),
        ])
    func wrong(text: String, field: String) async throws {
        try await Bench.with { bench in
            let client = try await bench.connect()
            client.session.received(text)
            #expect(try await client.frame("error").string("field") == field)
        }
    }

    @Test("a message held back by quiet hours comes by itself when they end")
    func quiet() async throws {
        try await Bench.with { bench in
            // From ten in the morning to eleven at night.
            bench.clock.advance(by: .seconds(13 * 3_600))
            bench.doorman.knows("late", as: NamedPeople.mayaID, until: bench.clock.date.addingTimeInterval(86_400))
            try await Self.put("rise", bench)
            let client = try await bench.connect("late")
            try await client.settle()
            #expect(client.frames.of("nudge").isEmpty)
            try await bench.pass(.seconds(10 * 3_600))
            #expect(try await client.frame("nudge").string("title") == "rise")
        }
    }

    @Test("whoever is forgotten loses sockets and answers, here and elsewhere; others stay")
    func forgotten() async throws {
        let bus = MemoryBus()
        try await Bench.with(bus: bus) { here in
            try await Bench.with(bus: bus) { there in
                let (one, two) = (try await here.connect(), try await there.connect())
                let other = try await here.connect("noah")
                let (turn, _) = try await here.turn(one, "How much?")
                await here.desk.forget(NamedPeople.mayaID)
                #expect(try await one.closeCode() == 4505)
                #expect(try await two.closeCode() == 4505)
                #expect(!turn.isEmpty)
                #expect(try await soon { here.desk.load.turns == 0 })
                #expect(other.session.isOpen)
            }
        }
    }
}
