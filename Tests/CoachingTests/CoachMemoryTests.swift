import Analyses
import Coaching
import Finance
import Flows
import FoundationEssentials
import Ports
import TestKit
import Testing

@Suite("What is known of a person")
struct CoachMemoryTests {
    private let now = NamedPeople.now

    private func snapshot() async throws -> Snapshot {
        let book = RecordBook()
        return try await book.port.read(NamedPeople.mayaID, Month(containing: now), now)
    }

    private func conversation(_ name: String = "c") throws -> ConversationID { try #require(ConversationID(name)) }

    /// Goes through a guided conversation with nothing but what has to be said.
    private func finish(_ memory: inout CoachMemory, _ snapshot: Snapshot, at now: Date) throws -> CoachTurn? {
        let conversation = try conversation()
        var last: CoachTurn?
        while let step = memory.run(in: conversation, at: now)?.current {
            let move: FlowMove =
                step.id == "saved_now"
                ? .answer(step.id, .number(1_600))
                : step.isSkippable ? .skip(step.id) : .answer(step.id, .text(step.options[0].id))
            last = try memory.move(move, in: conversation, of: snapshot, at: now)
        }
        return last
    }

    @Test("the first questions leave a profile and a first plan, a check-in a sample, its day and the next plan")
    func ends() async throws {
        let snapshot = try await snapshot()
        var memory = CoachMemory()
        _ = memory.begin(.onboarding, id: "o", in: try conversation(), isTyped: false, of: snapshot, at: now)
        let onboarded = try #require(try finish(&memory, snapshot, at: now))
        #expect(memory.profile != nil && memory.items.count == FlowRun.newSteps)
        #expect(onboarded.cadence == .some(memory.profile?.cadence) && onboarded.checkedInOn == nil)
        let first = memory.items
        _ = memory.begin(.checkIn, id: "c", in: try conversation(), isTyped: false, of: snapshot, at: now)
        let checkedIn = try #require(try finish(&memory, snapshot, at: now))
        #expect(memory.samples.map(\.saved) == [Money(pence: 160_000)] && memory.checkIns == [Day(now)])
        #expect(checkedIn.checkedInOn == Day(now) && Set(first.map(\.id)).isSubset(of: memory.items.map(\.id)))
        #expect(memory.streak(on: Day(now)).total == 1)
        #expect(try CodedText.read(try CodedText.write(memory), as: CoachMemory.self) == memory)
    }

    @Test("beginning again goes on with the one that runs; another kind takes its place; seven days end it")
    func again() async throws {
        let snapshot = try await snapshot()
        let conversation = try conversation()
        var memory = CoachMemory()
        let first = memory.begin(.onboarding, id: "1", in: conversation, isTyped: false, of: snapshot, at: now)
        let same = memory.begin(.onboarding, id: "2", in: conversation, isTyped: true, of: snapshot, at: now)
        #expect(first.run.id == "1" && same.run.id == "1" && memory.isTyped(in: conversation))
        let other = memory.begin(.checkIn, id: "3", in: conversation, isTyped: false, of: snapshot, at: now)
        #expect(other.run.id == "3" && memory.run(in: conversation, at: now)?.kind == .checkIn)
        let later = now.addingTimeInterval(7 * 86_400)
        #expect(memory.run(in: conversation, at: later) == nil)
        #expect(throws: FlowFault.expired) {
            var memory = memory
            _ = try memory.move(.back, in: conversation, of: snapshot, at: later)
        }
    }

    @Test("each conversation has its own; of more than four the one that rested longest is given up")
    func bounded() async throws {
        let snapshot = try await snapshot()
        var memory = CoachMemory()
        for place in 0..<5 {
            _ = memory.begin(
                .checkIn, id: "\(place)", in: try conversation("c\(place)"), isTyped: false, of: snapshot,
                at: now.addingTimeInterval(Double(place)))
        }
        #expect(memory.run(in: try conversation("c0"), at: now) == nil)
        #expect(memory.run(in: try conversation("c4"), at: now)?.id == "4")
        #expect(throws: FlowFault.unknownQuestion) {
            var memory = memory
            _ = try memory.move(.back, in: try conversation("none"), of: snapshot, at: now)
        }
    }
}
