import Analyses
import Finance
import FoundationEssentials
import Testing

@Suite("Merging a night into the feed")
struct InsightMergeTests {
    private typealias Feeds = InsightFeedTests

    private func night(_ found: Insight..., looked: Set<InsightKind> = [.priceRise]) -> InsightFindings {
        InsightFindings(found: found, looked: looked)
    }

    @Test("the same night ten times changes nothing after the first")
    func idempotent() throws {
        let findings = Grounds.findings(try Messy.snapshot(7))
        #expect(!findings.found.isEmpty)
        var feed = InsightFeed()
        let first = feed.merge(findings, on: Feeds.night)
        #expect(first.appeared.count == findings.found.count)
        let before = feed
        for count in 1...10 {
            let changes = feed.merge(findings, on: Feeds.later(count))
            #expect(changes.isEmpty && feed == before)
        }
    }

    @Test("the words stay while the bucket does, and are new with a new bucket")
    func buckets() {
        var feed = InsightFeed()
        feed.merge(night(Feeds.insight("0", text: "First.")), on: Feeds.night)
        let same = feed.merge(night(Feeds.insight("0", pounds: 99, text: "Second.")), on: Feeds.later(1))
        #expect(same.isEmpty && feed.items.map(\.insight.text) == ["First."])
        let other = feed.merge(night(Feeds.insight("0", bucket: 2, text: "Third.")), on: Feeds.later(2))
        #expect(other.rewritten == [Feeds.insight("0").id] && feed.items.map(\.insight.text) == ["Third."])
        #expect(feed.items.map(\.changedAt) == [Feeds.later(2)] && feed.items.map(\.firstSeen) == [Feeds.night])
    }

    @Test("dismissed stays dismissed until the bucket is worse than what was dismissed, also after it was gone")
    func dismissed() {
        var feed = InsightFeed()
        feed.merge(night(Feeds.insight("0", bucket: 2)), on: Feeds.night)
        feed.dismiss(Feeds.insight("0").id)
        for (day, bucket, count) in [(1, 2, 0), (2, 1, 0), (3, 2, 0), (4, 3, 1)] {
            feed.merge(night(Feeds.insight("0", bucket: bucket)), on: Feeds.later(day))
            #expect(feed.visible(at: Feeds.later(day)).count == count, "day \(day)")
        }
        feed.dismiss(Feeds.insight("0").id)
        feed.merge(night(), on: Feeds.later(5))
        #expect(feed.all(.expired, at: Feeds.later(5)).count == 1)
        feed.merge(night(Feeds.insight("0", bucket: 3)), on: Feeds.later(6))
        #expect(feed.all(.dismissed, at: Feeds.later(6)).count == 1)
    }

    @Test("a condition that is gone expires, and one that comes back appears again")
    func gone() {
        var feed = InsightFeed()
        feed.merge(night(Feeds.insight("0")), on: Feeds.night)
        let gone = feed.merge(night(), on: Feeds.later(1))
        #expect(gone.gone == [Feeds.insight("0").id])
        #expect(feed.visible(at: Feeds.later(1)).isEmpty)
        let still = feed.merge(night(), on: Feeds.later(2))
        let back = feed.merge(night(Feeds.insight("0")), on: Feeds.later(3))
        #expect(still.isEmpty && back.appeared == [Feeds.insight("0").id])
        #expect(feed.visible(at: Feeds.later(3)).count == 1)
    }

    @Test("a generator that failed keeps its own and no others; what is past its day goes all the same")
    func failed() throws {
        struct Broken: Error {}
        var feed = InsightFeed()
        let old = Feeds.insight("c", .cashLow)
        let ending = Feeds.insight("e", .cashLow, expiresOn: Day("2026-04-21"))
        feed.merge(night(Feeds.insight("0"), old, ending, looked: [.priceRise, .cashLow]), on: Feeds.night)
        let ground = InsightGround(of: try Grounds.empty())
        let generators = [InsightGenerator(.cashLow) { _ in throw Broken() }, InsightGenerator(.priceRise) { _ in [] }]
        let findings = InsightFindings(in: ground, with: generators)
        #expect(findings.failed == [.cashLow] && findings.looked == [.priceRise])
        #expect(findings.nextLook == ground.today.advanced(by: 1))
        let changes = feed.merge(findings, on: Feeds.later(1))
        #expect(Set(changes.gone) == [Feeds.insight("0").id, ending.id])
        #expect(feed.visible(at: Feeds.later(1)).map(\.id) == [old.id])
    }

    @Test("one that is gone is forgotten after 90 days, and the feed is bounded")
    func bounded() {
        var feed = InsightFeed()
        feed.merge(night(Feeds.insight("0")), on: Feeds.night)
        feed.merge(night(), on: Feeds.later(1))
        feed.merge(night(), on: Feeds.later(90))
        #expect(feed.items.count == 1)
        feed.merge(night(), on: Feeds.later(91))
        #expect(feed.items.isEmpty)
        for day in 0..<60 {
            let found = (0..<5).map { Feeds.insight("\(day)/\($0)") }
            feed.merge(InsightFindings(found: found, looked: [.priceRise]), on: Feeds.later(100 + day))
            #expect(feed.all(.active, at: Feeds.later(100 + day)).count == 5)
        }
        #expect(feed.items.count == InsightFeed.most)
    }
}
