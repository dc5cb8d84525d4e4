import Analyses
import Finance
import FoundationEssentials
import Testing

@Suite("The feed of insights")
struct InsightFeedTests {
    static let night = Date(timeIntervalSince1970: 1_776_650_400)

    static func insight(
        _ subject: String, bucket: Int = 1, pounds: Int64 = 10, _ kind: InsightKind = .priceRise, expiresOn: Day? = nil,
        text: String = "It is so."
    ) -> Insight {
        Insight(
            kind: kind, subject: subject, period: "2026-04", title: "Title", text: text, figures: [],
            impact: Money(pence: pounds * 100), bucket: bucket, expiresOn: expiresOn)
    }

    static func later(_ days: Int) -> Date { night.addingTimeInterval(Double(days) * 86_400) }

    private func feed(_ insights: Insight...) -> InsightFeed {
        var feed = InsightFeed()
        feed.merge(InsightFindings(found: insights, looked: [.priceRise]), on: Self.night)
        return feed
    }

    @Test("shows five, the largest impact first, equal ones in one order; the others wait")
    func shown() {
        let insights = (0..<8).map { Self.insight("\($0)", pounds: $0 < 6 ? 10 : Int64($0)) }
        var feed = InsightFeed()
        feed.merge(InsightFindings(found: insights.reversed(), looked: [.priceRise]), on: Self.night)
        #expect(feed.visible(at: Self.night).map(\.insight.subject) == ["0", "1", "2", "3", "4"])
        #expect(feed.unread(at: Self.night) == 5 && feed.all(.active, at: Self.night).count == 8)
        #expect(feed.json(at: Self.night).text.contains("\"waiting\":3"))
        feed.acknowledge(insights[0].id)
        #expect(feed.visible(at: Self.night).map(\.insight.subject) == ["1", "2", "3", "4", "5"])
        #expect(feed.read(at: Self.night).map(\.insight.subject) == ["0"])
    }

    @Test("an id is 16 hex digits of the key, the same for ever")
    func id() {
        #expect(Self.insight("0").key == "priceRise/2026-04/0" && Self.insight("0").id == "ebb5227fdb7f4c86")
        #expect(Self.insight("0").id == Self.insight("0", bucket: 3, pounds: 7).id)
        #expect(Self.insight("0").id != Self.insight("1").id)
    }

    @Test("what was read is read until it gets worse")
    func acknowledged() {
        var feed = feed(Self.insight("0", bucket: 2))
        let id = Self.insight("0").id
        #expect(feed.unread(at: Self.night) == 1)
        let isKnown = feed.acknowledge(id)
        #expect(isKnown && feed.unread(at: Self.night) == 0)
        feed.merge(InsightFindings(found: [Self.insight("0", bucket: 1)], looked: [.priceRise]), on: Self.later(1))
        #expect(feed.unread(at: Self.later(1)) == 0)
        feed.merge(InsightFindings(found: [Self.insight("0", bucket: 3)], looked: [.priceRise]), on: Self.later(2))
        #expect(feed.unread(at: Self.later(2)) == 1)
    }

    @Test("what was put off comes back at its time, not a second before, within a year")
    func snoozed() throws {
        var feed = feed(Self.insight("0"))
        let id = Self.insight("0").id
        let isKnown = feed.snooze(id, until: Self.later(3), at: Self.night)
        #expect(isKnown && feed.nextReturn(after: Self.night) == Self.later(3))
        #expect(feed.all(.snoozed, at: Self.later(3).addingTimeInterval(-1)).count == 1)
        #expect(feed.visible(at: Self.later(3)).count == 1 && feed.nextReturn(after: Self.later(3)) == nil)
        feed.snooze(id, until: Self.later(9_999), at: Self.night)
        #expect(feed.nextReturn(after: Self.night) == Self.later(365))
        feed.snooze(id, until: Self.night, at: Self.night)
        #expect(feed.visible(at: Self.night).count == 1)
    }

    @Test("one whose day has come says nothing any more, before any night")
    func expires() throws {
        let day = try #require(Day("2026-04-22"))
        let feed = feed(Self.insight("0", expiresOn: day))
        #expect(feed.visible(at: day.start.addingTimeInterval(-1)).count == 1)
        #expect(feed.visible(at: day.start).isEmpty && feed.all(.expired, at: day.start).count == 1)
    }

    @Test("an id that is not there changes nothing")
    func unknown() {
        var feed = feed(Self.insight("0"))
        let before = feed
        let isKnown = [
            feed.acknowledge("?"), feed.dismiss("?"), feed.snooze("?", until: Self.later(1), at: Self.night),
        ]
        #expect(isKnown == [false, false, false] && feed == before)
    }

    @Test("it is the same value after it was stored")
    func coding() throws {
        let snapshot = try Histories.snapshot(
            on: "2026-04-20", [], goals: [Grounds.goal(target: 500_00, monthly: 10_00, until: "2026-09-10")])
        var feed = InsightFeed()
        feed.merge(Grounds.findings(snapshot), on: Self.night)
        feed.acknowledge(try #require(feed.items.first).id)
        #expect(try JSONDecoder().decode(InsightFeed.self, from: JSONEncoder().encode(feed)) == feed)
    }

    @Test("an item for a client names its state and its figures")
    func json() {
        let feed = feed(Self.insight("0"))
        #expect(
            feed.json(at: Self.night).text == """
                {"asOf":"2026-04-20T02:00:00Z","unread":1,"items":[{"id":"ebb5227fdb7f4c86","kind":"priceRise",\
                "state":"active","title":"Title","text":"It is so.","period":"2026-04","impact":10,"figures":[],\
                "firstSeen":"2026-04-20T02:00:00Z","changedAt":"2026-04-20T02:00:00Z","expiresOn":null,\
                "snoozedUntil":null}],"waiting":0}
                """)
    }
}
