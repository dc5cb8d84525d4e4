import Prompts
import Testing

@testable import Chat

@Suite("How much may be looked up")
struct LookUpsTests {
    private func calls(_ count: Int) -> [ToolCall] {
        (0..<count).map { ToolCall(id: "c\($0)", name: "get_debts", arguments: "{}") }
    }

    @Test("Five rounds may ask; the next has to speak")
    func rounds() {
        var lookUps = LookUps(limits: LookUpLimits())
        for _ in 0..<5 {
            #expect(lookUps.isOpen)
            #expect(lookUps.admit(calls(1)).admitted.count == 1)
        }
        #expect(!lookUps.isOpen)
        #expect(lookUps.admit(calls(1)).refused.count == 1)
    }

    @Test("Twelve calls in all; what is beyond is refused, not forgotten")
    func calls() {
        var lookUps = LookUps(limits: LookUpLimits())
        #expect(lookUps.admit(calls(11)).admitted.count == 11)
        let (admitted, refused) = lookUps.admit(calls(3))
        #expect(admitted.map(\.id) == ["c0"] && refused.map(\.id) == ["c1", "c2"])
        #expect(!lookUps.isOpen)
    }

    @Test("Twenty seconds in all")
    func time() {
        var lookUps = LookUps(limits: LookUpLimits())
        _ = lookUps.admit(calls(1))
        lookUps.took(.milliseconds(19_999))
        #expect(lookUps.isOpen)
        lookUps.took(.milliseconds(1))
        #expect(!lookUps.isOpen)
    }
}
