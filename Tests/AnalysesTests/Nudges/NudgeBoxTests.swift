import Foundation
import Testing

@testable import Analyses

@Suite("The box of messages")
struct NudgeBoxTests {
    private let noon = Date(timeIntervalSince1970: 1_776_686_400)
    private let choices = NudgeChoices()

    private func filled(_ nudges: [Nudge]) -> NudgeBox {
        var box = NudgeBox()
        for nudge in nudges { box.add(nudge, choices) }
        return box
    }

    @Test("takes a key once, also after it was delivered, folded or deleted")
    func dedup() throws {
        var box = filled([Zones.nudge("a", at: noon)])
        #expect(box.add(Zones.nudge("a", at: noon), choices) == false)
        #expect(box.take(at: noon, choices, in: try Zones.zone()).count == 1)
        #expect(box.add(Zones.nudge("a", at: noon), choices) == false)
        box.add(Zones.nudge("b", at: noon), choices)
        box.add(Zones.nudge("c", at: noon), choices)
        #expect(box.add(Zones.nudge("b", at: noon), choices) == false)
        box.delete(Zones.nudge("c", at: noon).id)
        #expect(box.add(Zones.nudge("c", at: noon), choices) == false)
        #expect(box.nudges.map(\.key) == ["a"])
    }

    @Test("keeps one waiting message of a kind, which speaks for the others; safety stays apart")
    func collapse() {
        let box = filled(
            [("a", .budget), ("b", .insight), ("c", .budget), ("d", .care), ("e", .care)].map {
                Zones.nudge($0, $1, at: noon)
            })
        #expect(box.nudges.map(\.key) == ["b", "c", "d", "e"])
        #expect(box.nudges[1].fullText == "Text c. Also: Title a.")
    }

    @Test("opting out is heard: no messages at all, or none about budgets")
    func optOut() throws {
        var none = choices
        none.nudges = false
        var box = NudgeBox()
        #expect(!box.add(Zones.nudge("a", at: noon), none) && !box.add(Zones.nudge("b", .care, at: noon), none))
        var noBudgets = choices
        noBudgets.budgetNotification = false
        #expect(box.add(Zones.nudge("c", .budget, at: noon), noBudgets) == false)
        #expect(box.add(Zones.nudge("d", .insight, at: noon), noBudgets) == true)
        box.add(Zones.nudge("e", .budget, at: noon), choices)
        let zone = try Zones.zone()
        #expect(box.deliverable(at: noon, noBudgets, in: zone).map(\.key) == ["d"])
        #expect(box.deliverable(at: noon, none, in: zone).isEmpty && box.nextDue(after: noon, none, in: zone) == nil)
    }

    @Test("forgets what is settled after 30 days, all after 90, and what expired unseen at once")
    func tidying() {
        func kept(_ state: Nudge.State, after days: Double) -> Bool {
            var box = filled([Zones.nudge("a", at: noon)])
            box.nudges[0].become(state, at: noon, until: noon + 1)
            box.tidy(at: noon + days * 86_400 + 1)
            return !box.nudges.isEmpty
        }
        for state in [Nudge.State.read, .dismissed, .withheld] {
            #expect(kept(state, after: 29.9) && !kept(state, after: 30))
        }
        for state in [Nudge.State.queued, .delivered, .snoozed] {
            #expect(kept(state, after: 89.9) && !kept(state, after: 90))
        }
        var box = filled([Nudge(.insight, key: "x", title: "T", text: "X.", at: noon, expiresAt: noon + 10)])
        box.tidy(at: noon + 9)
        #expect(box.nudges.count == 1)
        box.tidy(at: noon + 10)
        #expect(box.nudges.isEmpty)
    }

    @Test("stays bounded, and lets go of what is settled before what waits, of safety last")
    func bounded() {
        var box = NudgeBox()
        for place in 0..<300 {
            box.add(Zones.nudge("k\(place)", .care, at: noon), choices)
            if place == 5 { box.dismiss(box.nudges[5].id, at: noon) }
        }
        box.add(Zones.nudge("soft", .insight, at: noon), choices)
        #expect(box.nudges.count == NudgeBox.most && box.gone.count == NudgeBox.mostGone)
        #expect(box.find(Zones.nudge("soft", at: noon).id) == nil && box.nudges.last?.key == "k299")
        #expect(!box.nudges.contains { $0.key == "k5" })
    }

    @Test("survives being stored")
    func stored() throws {
        var box = filled([Zones.nudge("a", at: noon), Zones.nudge("b", .care, at: noon)])
        _ = box.take(at: noon, choices, in: try Zones.zone())
        #expect(try JSONDecoder().decode(NudgeBox.self, from: JSONEncoder().encode(box)) == box)
    }
}
