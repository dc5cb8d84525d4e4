import Ports
import Testing

@Suite("What is said when no model may be asked for its cost")
struct SpendNoticeTests {
    @Test(
        "hours that have begun count until the limit starts afresh",
        arguments: [
            (1, "within the hour"), (3_600, "within the hour"), (3_601, "in about 2 hours"),
            (86_400, "in about 24 hours"),
        ])
    func hours(seconds: Int, words: String) {
        let error = PortError(.capped, "inside", retryAfter: .seconds(seconds))
        let said = SpendNotice.words(for: error, otherwise: "other")
        #expect(said.contains("starts afresh \(words);"))
        #expect(said.hasSuffix("\n\n") && !said.contains("inside"))
    }

    @Test("the limit of one answer has words of its own, and any other failure those it had")
    func others() {
        #expect(SpendNotice.words(for: PortError(.capped, "x"), otherwise: "other").contains("one answer"))
        #expect(SpendNotice.words(for: PortError(.busy, "x", retryAfter: .seconds(9)), otherwise: "other") == "other")
    }
}
