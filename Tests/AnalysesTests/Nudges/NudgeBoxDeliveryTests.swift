import Finance
import Foundation
import TestKit
import Testing

@testable import Analyses

@Suite("Delivering from the box")
struct NudgeBoxDeliveryTests {
    private let choices = NudgeChoices()
    private let kinds: [Nudge.Kind] = [.budget, .insight, .spending, .checkIn]

    private func box(_ kinds: [Nudge.Kind], at now: Date) -> NudgeBox {
        var box = NudgeBox()
        for (place, kind) in kinds.enumerated() { box.add(Zones.nudge("k\(place)", kind, at: now), choices) }
        return box
    }

    @Test("three a local day, safety beside them; the fourth waits for eight the next morning")
    func cap() throws {
        let (now, zone) = (try Zones.utc("2026-11-21T10:00"), try Zones.zone())
        var box = box(kinds + [.care, .debt], at: now)
        #expect(box.take(at: now, choices, in: zone).map(\.kind) == [.budget, .insight, .spending, .care, .debt])
        #expect(box.deliverable(at: now + 3_600, choices, in: zone).isEmpty)
        let morning = try Zones.utc("2026-11-22T08:00")
        #expect(box.nextDue(after: now + 3_600, choices, in: zone) == morning)
        #expect(box.take(at: morning, choices, in: zone).map(\.kind) == [.checkIn])
        #expect(box.nextDue(after: morning, choices, in: zone) == nil)
    }

    @Test("safety takes none of the day's three")
    func safety() throws {
        let (now, zone) = (try Zones.utc("2026-11-21T10:00"), try Zones.zone())
        var box = box([.care, .debt, .care], at: now)
        #expect(box.take(at: now, choices, in: zone).count == 3)
        for (place, kind) in kinds.enumerated() { box.add(Zones.nudge("n\(place)", kind, at: now), choices) }
        #expect(box.take(at: now, choices, in: zone).count == 3)
    }

    @Test("nothing in quiet hours, safety included; at eight what waited, one of a kind")
    func quiet() throws {
        let (night, zone) = (try Zones.utc("2026-11-21T23:00"), try Zones.zone())
        var box = box([.budget, .budget, .care], at: night)
        #expect(box.take(at: night, choices, in: zone).isEmpty)
        let morning = try Zones.utc("2026-11-22T08:00")
        #expect(box.nextDue(after: night, choices, in: zone) == morning)
        #expect(box.take(at: morning - 1, choices, in: zone).isEmpty)
        #expect(box.take(at: morning, choices, in: zone).map(\.key) == ["k1", "k2"])
    }

    @Test("the local day decides, not the UTC day: 23:30 UTC in July is past midnight in London")
    func localDay() throws {
        var open = choices
        open.quiet = try #require(QuietHours(from: 8, to: 8))
        let (evening, zone) = (try Zones.utc("2026-07-01T22:30"), try Zones.zone())
        var box = box(kinds, at: evening)
        #expect(box.take(at: evening, open, in: zone).count == 3)
        #expect(box.take(at: evening + 1_799, open, in: zone).isEmpty)
        #expect(box.nextDue(after: evening, open, in: zone) == evening + 1_800)
        #expect(box.take(at: evening + 1_800, open, in: zone).count == 1)
    }

    @Test("delivered is noted once; what does not wait stays as it is")
    func delivered() throws {
        let (now, zone) = (try Zones.utc("2026-11-21T10:00"), try Zones.zone())
        var box = box([.insight, .budget], at: now)
        let ids = box.deliverable(at: now, choices, in: zone).map(\.id)
        box.delivered(ids, at: now, in: zone)
        box.read(ids[0], at: now)
        box.delivered(ids + ["unknown"], at: now, in: zone)
        #expect(box.nudges.map(\.state) == [.read, .delivered] && box.shown.count == 2)
    }

    @Test("a snoozed message comes again at its time")
    func snoozed() throws {
        let (now, zone) = (try Zones.utc("2026-11-21T10:00"), try Zones.zone())
        var box = box([.insight], at: now)
        let id = box.take(at: now, choices, in: zone)[0].id
        box.snooze(id, until: now + 7_200, at: now)
        #expect(box.deliverable(at: now + 7_199, choices, in: zone).isEmpty)
        #expect(box.nextDue(after: now, choices, in: zone) == now + 7_200)
        #expect(box.take(at: now + 7_200, choices, in: zone).map(\.id) == [id])
        #expect(box.unread == 1)
    }

    @Test("the hold-out's side is withheld when it would have been delivered, and never seen")
    func withheld() throws {
        let (now, zone) = (try Zones.utc("2026-11-21T10:00"), try Zones.zone())
        var box = NudgeBox()
        var control = Zones.nudge("a", .spending, at: now, category: "Food")
        control.arm = .control
        box.add(control, choices)
        #expect(box.deliverable(at: now, choices, in: zone).isEmpty)
        #expect(box.nextDue(after: now, choices, in: zone) == now)
        #expect(box.take(at: now, choices, in: zone).isEmpty)
        #expect(box.nudges.map(\.state) == [.withheld] && box.unread == 0 && !box.delete(control.id))
        #expect(box.json.text == #"{"unread":0,"nudges":[]}"#)
        #expect(box.log.pending.map(\.arm) == [.control] && box.nextDue(after: now, choices, in: zone) == nil)
    }

    @Test("law: nothing before the next due instant, something at it; no day has more than three, no night any")
    func laws() throws {
        let zone = try Zones.zone()
        for seed in 0..<60 as Range<UInt64> {
            var random = SeededGenerator(seed)
            var box = NudgeBox()
            var now = try Zones.utc(seed.isMultiple(of: 2) ? "2026-03-26T05:00" : "2026-10-22T05:00")
            var byDay: [Day: Int] = [:]
            for place in 0..<60 {
                now += Double.random(in: 0...14_400, using: &random)
                let kind = Nudge.Kind.allCases.randomElement(using: &random) ?? .insight
                box.add(
                    Nudge(
                        kind, key: "\(place)", title: "T", text: "X.", at: now,
                        deliverAfter: now + Double.random(in: -3_600...50_000, using: &random)), choices)
                if let due = box.nextDue(after: now, choices, in: zone) {
                    #expect(due >= now && !box.deliverable(at: due, choices, in: zone).isEmpty, "seed \(seed)")
                    if due > now {
                        let earlier = now + due.timeIntervalSince(now) * Double.random(in: 0..<1, using: &random)
                        #expect(box.deliverable(at: earlier, choices, in: zone).isEmpty, "seed \(seed)")
                    }
                } else {
                    #expect(box.deliverable(at: now, choices, in: zone).isEmpty)
                }
                let taken = box.take(at: now, choices, in: zone)
                #expect(taken.isEmpty || !choices.quiet.contains(now, in: zone))
                byDay[LocalTime(now, in: zone).day, default: 0] += taken.count { !$0.isSafety }
            }
            #expect(byDay.values.allSatisfy { $0 <= NudgeBox.mostADay } && byDay.values.contains { $0 > 0 })
        }
    }
}
