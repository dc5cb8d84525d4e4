import Foundation
import Testing

@testable import Analyses

@Suite("A message of our own accord")
struct NudgeTests {
    private let now = Date(timeIntervalSince1970: 1_776_679_200)

    @Test("has an id that its key alone decides, in the shape of a stored id")
    func ids() {
        let first = Zones.nudge("a", at: now)
        #expect(first.id == Zones.nudge("a", .budget, at: now.addingTimeInterval(9)).id)
        #expect(first.id != Zones.nudge("b", at: now).id && first.id.utf8.count == 24)
    }

    @Test("is about safety when it is about care or debt distress, and may be said to be otherwise")
    func safety() {
        #expect(Nudge.Kind.allCases.filter { Zones.nudge("k", $0, at: now).isSafety } == [.debt, .care])
        let told = Nudge(.insight, key: "k", title: "T", text: "X.", at: now, isSafety: true)
        #expect(told.isSafety)
    }

    @Test("names at most three it speaks for and counts the rest; what is about its own record is overtaken")
    func folding() {
        var nudge = Zones.nudge("0", at: now, subject: "s")
        nudge.fold(Zones.nudge("1", at: now, subject: "s"))
        #expect(nudge.fullText == "Text 0.")
        for place in 1...6 {
            var newer = Zones.nudge("n\(place)", at: now, subject: "s\(place)")
            newer.fold(nudge)
            nudge = newer
        }
        #expect(nudge.fullText == "Text n6. Also: Title n5; Title n4; Title n3; 3 more.")
    }

    @Test("is due from its time until it expires, when it waits")
    func due() {
        let late = Nudge(
            .insight, key: "k", title: "T", text: "X.", at: now, deliverAfter: now + 10, expiresAt: now + 20)
        #expect([9, 10, 19, 20].map { late.isDue(at: now + $0) } == [false, true, true, false])
        for state in Nudge.State.allCases {
            var nudge = Zones.nudge("k", at: now)
            nudge.become(state, at: now, until: now + 5)
            #expect(nudge.isDue(at: now + 5) == [.queued, .snoozed].contains(state))
        }
    }

    @Test("survives being stored, and shows what a list needs")
    func stored() throws {
        let nudge = Zones.nudge("k", .care, at: now, category: "Food")
        #expect(try JSONDecoder().decode(Nudge.self, from: JSONEncoder().encode(nudge)) == nudge)
        #expect(
            nudge.json.text.hasSuffix(
                #""kind":"care","title":"Title k","text":"Text k.","state":"queued","createdAt":"2026-04-20T10:00:00Z","#
                    + #""snoozedUntil":null,"subject":null,"category":"Food","isSafety":true}"#))
    }
}
