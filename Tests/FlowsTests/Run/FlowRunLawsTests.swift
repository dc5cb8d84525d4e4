import Analyses
import Finance
import Flows
import Foundation
import TestKit
import Testing

/// Whatever is done to a run in whatever order: nothing traps, no valid answer is lost, it survives being stored at any
/// moment, and it ends in at most one result.
@Suite("Laws of flow runs")
struct FlowRunLawsTests {
    private static let texts = [
        "2", "1", "weekly", "£1,200", "about 1200", "skip", "back", "cancel", "yes", "no", "", "none",
        "1, 3", "0",
        "impulse", "done", "still open", "-5", "nothing stands out", "9", "stop",
        String(repeating: "x", count: 900),
    ]

    private func move(in run: FlowRun, _ random: inout SeededGenerator) -> FlowMove {
        let id = run.steps.randomElement(using: &random)?.id ?? ""
        let text = Self.texts.randomElement(using: &random) ?? ""
        switch Int.random(in: 0..<24, using: &random) {
        case 0: return .back
        case 1: return .skip(nil)
        case 2: return .skip(id)
        case 3: return .edit(id)
        case 4: return Bool.random(using: &random) && Bool.random(using: &random) ? .cancel : .back
        case 5: return .answer(id, .text(text))
        case 6: return .answer("unknown", .text(text))
        case 7:
            return .answer(
                run.current?.id ?? id, .number([1, 2.5, -3, .nan, 1e30].randomElement(using: &random) ?? 0))
        case 8: return .answer(run.current?.id ?? id, .list(["short", text]))
        default: return FlowReply.move(for: text, in: run)
        }
    }

    private func answers(_ run: FlowRun) -> [String: FlowValue] {
        Dictionary(
            uniqueKeysWithValues: run.steps.compactMap { step in
                run.answer(to: step.id).map { (step.id, $0) }
            })
    }

    @Test("random moves", arguments: 0..<24 as Range<UInt64>)
    func random(seed: UInt64) throws {
        var random = SeededGenerator(seed)
        let people = try NamedPeople.all.map { try NamedPeople.snapshot(of: $0.documents) }
        let snapshot = try #require(people.randomElement(using: &random))
        let plan = (0..<Int.random(in: 0...12, using: &random)).map { Given.item("p\($0)") }
        var run =
            Bool.random(using: &random)
            ? FlowRun.onboarding(id: "f", of: snapshot, at: Given.now)
            : FlowRun.checkIn(id: "f", of: snapshot, plan: plan, at: Given.now)
        var now = Given.now
        var ends = 0
        var result: Data?
        for _ in 0..<80 {
            now += Int.random(in: 0..<40, using: &random) == 0 ? 86_400 * 6.5 : 60
            if Int.random(in: 0..<200, using: &random) == 0 { now += 86_400 * 8 }
            let before = run
            let move = move(in: run, &random)
            let outcome = try? run.apply(move, at: now)
            if outcome == .finished || outcome == .cancelled { ends += 1 }
            let (old, new) = (answers(before), answers(run))
            #expect(Set(old.keys).isSubset(of: new.keys), "seed \(seed): an answer was lost by \(move)")
            let touched = if case .answer(let id, _) = move { id } else { "" }
            #expect(old.allSatisfy { new[$0.key] == $0.value || $0.key == touched }, "seed \(seed)")
            if outcome == nil { #expect(old == new, "seed \(seed): a refused move changed an answer") }
            #expect(try Given.stored(run) == run)
            #expect((run.current == nil) == (run.finishedAt != nil || run.cancelledAt != nil))
            let made = try end(of: run, snapshot, plan)
            #expect(result == nil || made == result, "seed \(seed): a second result")
            result = made
            #expect((made != nil) == (run.finishedAt != nil))
            _ = (FlowEvent.step(run, answered: touched).data.text, FlowReply.words(for: run))
        }
        #expect(ends <= 1)
    }

    @Test("random moves reach every end, so that the laws above are not empty")
    func everyEnd() throws {
        var ends: [FlowRun.State: Int] = [:]
        let snapshot = try Given.maya()
        for seed in 0..<200 as Range<UInt64> {
            var random = SeededGenerator(seed)
            var run = FlowRun.onboarding(id: "f", of: snapshot, at: Given.now)
            for _ in 0..<60 { _ = try? run.apply(move(in: run, &random), at: Given.now) }
            ends[run.state(at: Given.now), default: 0] += 1
        }
        #expect((ends[.done] ?? 0) > 20 && (ends[.cancelled] ?? 0) > 20, "\(ends)")
    }

    private func end(of run: FlowRun, _ snapshot: Snapshot, _ plan: [PlanItem]) throws -> Data? {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        if let profile = Profile(of: run, in: snapshot) {
            return try encoder.encode(Given.stored(profile))
        }
        if let checkIn = CheckInResult(of: run, plan: plan, in: snapshot) {
            return try encoder.encode(Given.stored(checkIn))
        }
        return nil
    }
}
