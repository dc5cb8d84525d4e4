import Finance
import FoundationEssentials
import TestKit
import Testing

@testable import Analyses

@Suite("The hold-out")
struct HoldOutTests {
    private let holdOut = HoldOut(salt: "s1")
    private let now = NamedPeople.now

    private func user(_ place: Int) -> UserID {
        let digits = String(place)
        return NamedPeople.id(String(repeating: "0", count: 24 - digits.count) + digits)
    }

    @Test("withholds a fifth of people each week, and a fifth of each person's weeks")
    func fifth() {
        let week = ISOWeek(containing: now)
        let people = (0..<20_000).count { holdOut.arm(of: user($0), in: week) == .control }
        #expect((3_880...4_120).contains(people))
        let weeks = (0..<5_000).count { holdOut.arm(of: user(7), in: week.advanced(by: $0)) == .control }
        #expect((920...1_080).contains(weeks))
    }

    @Test("is the same again for the same salt, another for another, and does not follow from week to week")
    func reproducible() {
        let week = ISOWeek(containing: now)
        let arms = (0..<200).map { holdOut.arm(of: user($0), in: week) }
        #expect(arms == (0..<200).map { HoldOut(salt: "s1").arm(of: user($0), in: week) })
        #expect(arms != (0..<200).map { HoldOut(salt: "s2").arm(of: user($0), in: week) })
        let both = (0..<5_000).count {
            holdOut.arm(of: user($0), in: week) == .control && holdOut.arm(of: user($0), in: week.next) == .control
        }
        #expect((150...250).contains(both))
    }

    @Test("never touches safety, debt distress, what a person asked for, or what cannot be measured")
    func exempt() {
        for kind in Nudge.Kind.allCases {
            for place in 0..<50 {
                let nudge = Zones.nudge("k", kind, at: now, category: "Food")
                #expect((holdOut.assigned(nudge, to: user(place)).arm != nil) == HoldOut.kinds.contains(kind))
                let bare = Zones.nudge("k", kind, at: now)
                #expect(holdOut.assigned(bare, to: user(place)).arm == nil)
                let safety = Nudge(kind, key: "k", title: "T", text: "X.", at: now, category: "F", isSafety: true)
                #expect(holdOut.assigned(safety, to: user(place)).arm == nil)
            }
        }
        #expect(HoldOut.kinds == [.insight, .spending])
    }
}
