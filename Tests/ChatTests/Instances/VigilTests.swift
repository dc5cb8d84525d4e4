import Finance
import FoundationEssentials
import Ports
import TestKit
import Testing

@testable import Chat

@Suite("Turns that are waited for")
struct VigilTests {
    private static func watch() -> Vigil.Watch {
        var random = SystemRandomNumberGenerator()
        return Vigil.Watch(
            user: NamedPeople.mayaID, conversation: .standard(of: NamedPeople.mayaID),
            turn: TurnID(at: Date(timeIntervalSince1970: 0), using: &random))
    }

    @Test("one is looked after every few seconds, until it is removed")
    func due() {
        var vigil = Vigil(limits: InstanceLimits())
        let watch = Self.watch()
        vigil.add(watch, at: .seconds(0))
        let looks = [1_999, 2_000, 3_999, 4_000].map { !vigil.due(at: .milliseconds($0)).isEmpty }
        #expect(looks == [false, true, false, true])
        vigil.remove(watch.turn)
        #expect(vigil.due(at: .seconds(60)).isEmpty && vigil.count == 0)
    }

    @Test("waiting twice is waiting once, and nobody is waited for longer than a turn can last")
    func bounds() {
        var limits = InstanceLimits()
        limits.watchedAtMost = 2
        var vigil = Vigil(limits: limits)
        let watch = Self.watch()
        for _ in 0..<3 { vigil.add(watch, at: .seconds(0)) }
        #expect(vigil.count == 1)
        for _ in 0..<3 { vigil.add(Self.watch(), at: .seconds(1)) }
        #expect(vigil.count == 2)
        #expect(vigil.due(at: .seconds(902)).isEmpty && vigil.count == 0)
    }
}
