import Finance
import Ports
import TestKit
import Testing

@testable import Chat

@Suite("Answers the store has not taken")
struct UnsavedAnswersTests {
    private func message(_ id: String = Fresh.id()) throws -> StoredMessage {
        StoredMessage(
            id: id, conversation: try #require(ConversationID("c")), role: .assistant, text: "a", at: NamedPeople.now)
    }

    @Test("A failed save is tried again after growing waits, and given up in the end")
    func waits() throws {
        var limits = SavingLimits()
        limits.retryFor = .seconds(20)
        var unsaved = UnsavedAnswers(limits: limits)
        unsaved.add(try message(), of: NamedPeople.mayaID, at: .zero)
        var tries: [Int] = []
        for second in 0...60 {
            for entry in unsaved.due(at: .seconds(second)) {
                tries.append(second)
                unsaved.failed(entry, at: .seconds(second))
            }
        }
        #expect(tries == [1, 3, 7, 15])
        #expect(unsaved.count == 0 && unsaved.givenUp == 1)
    }

    @Test("What waits of a person who is forgotten is dropped, and nobody else's")
    func forgotten() throws {
        var unsaved = UnsavedAnswers(limits: SavingLimits())
        unsaved.add(try message("a"), of: NamedPeople.mayaID, at: .zero)
        unsaved.add(try message("b"), of: NamedPeople.noahID, at: .zero)
        unsaved.forget(NamedPeople.mayaID)
        #expect(unsaved.due(at: .seconds(9)).map(\.message.id) == ["b"] && unsaved.givenUp == 0)
    }

    @Test("No more than so many wait; the oldest is given up")
    func bounded() throws {
        var limits = SavingLimits()
        limits.retriesHeld = 2
        var unsaved = UnsavedAnswers(limits: limits)
        for id in ["a", "b", "c"] { unsaved.add(try message(id), of: NamedPeople.mayaID, at: .zero) }
        #expect(unsaved.due(at: .seconds(9)).map(\.message.id) == ["b", "c"])
        #expect(unsaved.givenUp == 1)
    }
}
