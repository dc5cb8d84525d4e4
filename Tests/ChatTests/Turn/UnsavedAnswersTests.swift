import Finance
import Ports
import TestKit
import Testing

@testable import Chat

@Suite("Answers the store has not taken")
struct UnsavedAnswersTests {
    private func entry(_ id: String = Fresh.id(), of user: UserID = NamedPeople.mayaID) throws -> Outbox.Entry {
        Outbox.Entry(
            user: user,
            message: StoredMessage(
                id: id, conversation: try #require(ConversationID("c")), role: .assistant, text: "a",
                at: NamedPeople.now))
    }

    /// The seconds at which something is tried while the store is away.
    private func tries(_ unsaved: inout UnsavedAnswers, during seconds: ClosedRange<Int>) -> [Int] {
        seconds.filter { second in
            guard unsaved.take(at: .seconds(second)) != nil else { return false }
            unsaved.failed(at: .seconds(second))
            return true
        }
    }

    @Test("while the store is away one is tried after growing waits, four seconds at most, and none is given up")
    func waits() throws {
        var unsaved = UnsavedAnswers(limits: SavingLimits())
        for _ in 0..<3 { unsaved.add(try entry(), at: .zero) }
        #expect(tries(&unsaved, during: 0...16) == [1, 2, 4, 8, 12, 16])
        #expect(tries(&unsaved, during: 17...100_000).last == 100_000 && unsaved.count == 3)
    }

    @Test("once the store is back all follow at once, in the order they came")
    func order() throws {
        var unsaved = UnsavedAnswers(limits: SavingLimits())
        for id in ["a", "b", "c"] { unsaved.add(try entry(id), at: .zero) }
        var saved: [String] = []
        while let next = unsaved.take(at: .seconds(1)) {
            saved.append(next.message.id)
            #expect(unsaved.take(at: .seconds(1)) == nil, "nobody else takes one meanwhile")
            unsaved.done(next)
        }
        #expect(saved == ["a", "b", "c"] && unsaved.count == 0)
    }

    @Test("what waits of a person who is forgotten is dropped, and nobody else's")
    func forgotten() throws {
        var unsaved = UnsavedAnswers(limits: SavingLimits())
        unsaved.add(try entry("a"), at: .zero)
        unsaved.add(try entry("b", of: NamedPeople.noahID), at: .zero)
        unsaved.forget(NamedPeople.mayaID)
        #expect(unsaved.take(at: .seconds(9))?.message.id == "b" && unsaved.count == 1)
    }

    @Test("no more than so many wait in memory; the others are read from the disk when there is room, none twice")
    func bounded() throws {
        var limits = SavingLimits()
        limits.retriesHeld = 2
        var unsaved = UnsavedAnswers(limits: limits)
        let all = try ["a", "b", "c"].map { try entry($0) }
        for entry in all { unsaved.add(entry, at: .zero) }
        #expect(unsaved.count == 2 && unsaved.isSpilt)
        unsaved.done(all[0])
        unsaved.refill([all[1], all[2]])
        #expect(unsaved.count == 2 && unsaved.isSpilt)
        unsaved.done(all[1])
        unsaved.refill([all[2]])
        #expect(unsaved.take(at: .seconds(9)) == all[2] && !unsaved.isSpilt)
    }
}
