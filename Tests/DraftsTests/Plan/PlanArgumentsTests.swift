import Analyses
import Finance
import Testing

@testable import Drafts

@Suite("A model's wish for a plan")
struct PlanArgumentsTests {
    private func wish(_ arguments: String, said: String = "") throws -> PlanWish {
        try PlanArguments.wish(arguments, said: said, on: Rosa.snapshot)
    }

    @Test("names a budget of the person's own, and amounts the person wrote")
    func good() throws {
        #expect(try wish(#"{"what":"draft"}"#) == .draft && wish(#"{"what":"undo"}"#) == .undo)
        let moved = try wish(#"{"what":"rebalance","budget":"gym","amount":20}"#, said: "make the gym £20")
        #expect(moved == .rebalance(.edited(id: Rosa.hex("b5"), to: Rosa.pounds(20))))
        #expect(try wish(#"{"what":"rebalance","budget":"the gym"}"#) == .rebalance(.overspent(id: Rosa.hex("b5"))))
        #expect(try wish(#"{"what":"share_out","amount":40}"#, said: "share 40 quid out") == .shareOut(Rosa.pounds(40)))
    }

    @Test(
        "an amount nobody wrote, a budget nobody has and a name nobody knows are refused",
        arguments: [
            #"{"what":"rebalance","budget":"gym","amount":21}"#, #"{"what":"share_out"}"#, "{}",
            #"{"what":"rebalance","budget":"boat"}"#, #"{"what":"rebalance"}"#, #"{"what":"burn"}"#,
            #"{"what":"draft","user":"x"}"#, "[]", #"{"what":"share_out","amount":-4}"#,
        ])
    func bad(arguments: String) {
        #expect(throws: PlanRefusal.self) { try wish(arguments, said: "make the gym £20") }
    }
}
