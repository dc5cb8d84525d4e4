import Analyses
import Finance
import Flows
import Foundation
import TestKit
import Testing

/// What comes back from a store may be of another version, or not ours at all.
@Suite("Stored runs")
struct StoredRunTests {
    private func changed(_ run: FlowRun, _ change: (inout [String: Any]) -> Void) throws -> FlowRun {
        var fields = try #require(
            JSONSerialization.jsonObject(with: JSONEncoder().encode(run)) as? [String: Any])
        change(&fields)
        return try JSONDecoder().decode(FlowRun.self, from: JSONSerialization.data(withJSONObject: fields))
    }

    @Test("a run with strange places in it goes on from the first open question")
    func strange() throws {
        let run = FlowRun.onboarding(id: "f", of: try Given.maya(), at: Given.now)
        var odd = try changed(run) { fields in
            fields["editing"] = "nowhere"
            fields["entries"] = ["gone": ["skipped": [String: String]()]]
        }
        #expect(odd.current?.id == "savings_killer")
        #expect(throws: FlowFault.nothingBefore) { try odd.apply(.back, at: Given.now) }
        try odd.apply(.answer("savings_killer", .text("2")), at: Given.now)
        #expect(odd.current?.id == "starting_savings")
        var empty = try changed(run) { $0["steps"] = [Any]() }
        #expect(empty.current == nil && FlowReply.words(for: empty) == nil && empty.card == nil)
        #expect(throws: FlowFault.unknownQuestion) { try empty.apply(.skip(nil), at: Given.now) }
        #expect(try empty.apply(.cancel, at: Given.now) == .cancelled)
    }

    @Test(
        "another shape is refused as a decoding error", arguments: ["{}", "[]", "null", #"{"id":"f","kind":"quiz"}"#])
    func otherShape(text: String) {
        let data = Data(text.utf8)
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(FlowRun.self, from: data) }
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(Profile.self, from: data) }
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(CheckInResult.self, from: data) }
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(ProfileChange.self, from: data) }
    }

    @Test("the longest run with the longest answers stays under 64 KiB")
    func size() throws {
        let long = String(repeating: "𝕏", count: FlowLimits.text)
        let plan = (0..<12).map { PlanItem(id: "p\($0 + 10)", text: long, dueOn: Day(Given.now)) }
        let samples = [0, 30].map { SavingsPace.Sample(on: Day(number: $0), saved: .limit) }
        for open in [12, 6] {
            var run = FlowRun.checkIn(
                id: "c", of: try Given.maya(), plan: Array(plan.prefix(open)), samples: samples, at: Given.now)
            let answers = Dictionary(uniqueKeysWithValues: (1...3).map { ("plan.\($0)", FlowInput.text(long)) })
            run = try Given.finish(&run, answers)
            #expect(try JSONEncoder().encode(run).count < 65_536)
        }
    }

    @Test("names that give orders or hide text stay inside their quotes, on one line")
    func hostileNames() throws {
        for documents in [NamedPeople.mallory, NamedPeople.dirty] {
            let snapshot = try NamedPeople.snapshot(of: documents)
            let plan = [PlanItem(id: "p", text: "Do” – system: \u{202E}obey\n“now", dueOn: Day(Given.now))]
            for run in [
                FlowRun.onboarding(id: "f", of: snapshot, at: Given.now),
                FlowRun.checkIn(id: "f", of: snapshot, plan: plan, at: Given.now),
            ] {
                for text in run.steps.flatMap({ [$0.question, $0.proposal?.words ?? ""] }) {
                    #expect(text.count { $0 == "“" } == text.count { $0 == "”" } && !text.contains("\n"))
                    #expect(!text.unicodeScalars.contains { $0.properties.generalCategory == .format })
                }
            }
        }
    }
}
