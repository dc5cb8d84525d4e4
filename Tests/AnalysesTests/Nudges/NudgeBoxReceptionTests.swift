import Analyses
import Foundation
import Testing

@Suite("What a person does with messages")
struct NudgeBoxReceptionTests {
    private let noon = Date(timeIntervalSince1970: 1_776_686_400)
    private let choices = NudgeChoices()

    /// Three delivered and one that waits.
    private func box() throws -> NudgeBox {
        var box = NudgeBox()
        for kind in [Nudge.Kind.budget, .insight, .care] {
            box.add(Zones.nudge(kind.rawValue, kind, at: noon), choices)
        }
        _ = box.take(at: noon, choices, in: try Zones.zone())
        box.add(Zones.nudge("waiting", .checkIn, at: noon), choices)
        return box
    }

    private func id(_ key: String) -> String { Zones.nudge(key, at: noon).id }

    @Test("unread counts what was delivered and not read, dismissed, snoozed or deleted")
    func unread() throws {
        var box = try box()
        #expect(box.unread == 3)
        #expect(box.read(id("budget"), at: noon) && !box.read(id("budget"), at: noon))
        #expect(box.unread == 2)
        #expect(box.dismiss(id("insight"), at: noon) && box.unread == 1)
        #expect(box.snooze(id("care"), until: noon + 60, at: noon) && box.unread == 0)
        #expect(try self.box().unread == 3)
        var other = try self.box()
        #expect(other.readAll(at: noon) == 3 && other.unread == 0 && other.readAll(at: noon) == 0)
        #expect(other.delete(id("budget")) && !other.delete(id("budget")))
    }

    @Test("what waits cannot be read or snoozed, but can be put away; what is put away stays so")
    func waiting() throws {
        var box = try box()
        #expect(!box.read(id("waiting"), at: noon) && !box.snooze(id("waiting"), until: noon + 60, at: noon))
        #expect(box.dismiss(id("waiting"), at: noon) == true)
        #expect(box.deliverable(at: noon, choices, in: try Zones.zone()).isEmpty)
        #expect(!box.dismiss(id("waiting"), at: noon) && !box.read(id("waiting"), at: noon))
        #expect(!box.snooze(id("waiting"), until: noon + 60, at: noon) && !box.dismiss("unknown", at: noon))
    }

    @Test("a rest ends ahead, and within thirty days")
    func snooze() throws {
        var box = try box()
        #expect(box.snooze(id("budget"), until: noon, at: noon) == false)
        #expect(box.snooze(id("budget"), until: .distantFuture, at: noon) == true)
        #expect(box.find(id("budget"))?.snoozedUntil == noon + 30 * 86_400)
    }

    @Test("the list is newest first, without what waits or was put away")
    func list() throws {
        var box = try box()
        box.dismiss(id("insight"), at: noon)
        box.read(id("budget"), at: noon)
        let text = box.json.text
        #expect(text.hasPrefix(#"{"unread":1,"nudges":[{"id":"\#(id("care"))","kind":"care""#))
        #expect(text.contains(#""kind":"budget""#) && !text.contains("insight") && !text.contains("waiting"))
    }
}
