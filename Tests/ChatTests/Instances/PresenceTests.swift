import Testing

@testable import Chat

@Suite("Which instances live")
struct PresenceTests {
    private static func presence() -> Presence { Presence(own: "one", deadAfter: .seconds(6)) }

    @Test("an instance whose number stands still for the whole time is dead, not a moment earlier")
    func dead() {
        var presence = Self.presence()
        #expect(presence.look(["one": 1, "two": 7], at: .seconds(0)).isEmpty)
        #expect(presence.look(["one": 2, "two": 7], at: .milliseconds(5_999)).isEmpty)
        #expect(
            presence.look(["one": 3, "two": 7], at: .seconds(6)) == [Presence.Dead(instance: "two", number: 7)])
    }

    @Test("one that beats lives, and begins anew with every beat")
    func lives() {
        var presence = Self.presence()
        for second in 0...20 {
            #expect(presence.look(["two": Int64(second / 5)], at: .seconds(second)).isEmpty)
        }
        #expect(presence.hasOthers)
    }

    @Test("after a look that failed nobody is dead until they were seen standing still again")
    func missed() {
        var presence = Self.presence()
        _ = presence.look(["two": 7], at: .seconds(0))
        presence.miss()
        #expect(presence.look(["two": 7], at: .seconds(30)).isEmpty)
        #expect(presence.look(["two": 7], at: .seconds(36)).map(\.instance) == ["two"])
    }

    @Test("nobody looks at itself, and who has been removed is forgotten")
    func removed() {
        var presence = Self.presence()
        _ = presence.look(["one": 1, "two": 7], at: .seconds(0))
        #expect(presence.look(["one": 1], at: .seconds(60)).isEmpty)
        #expect(!presence.hasOthers)
    }
}
