import Finance
import Ports
import TestKit
import Testing

@testable import Chat

@Suite("Which turns there are")
struct TurnTableTests {
    private func turn(_ user: UserID = NamedPeople.mayaID, client: String? = nil) throws -> Turn {
        var random = SystemRandomNumberGenerator()
        let id = TurnID(at: NamedPeople.now, using: &random)
        let conversation = try #require(ConversationID("c"))
        let question = StoredMessage(
            id: Fresh.id(), conversation: conversation, role: .user, text: "?", at: NamedPeople.now, turnID: id.text,
            clientMessageID: client)
        let subject = TurnSubject(
            id: id, user: user, conversation: conversation, question: question,
            claim: TurnClaim(instance: "one", answerID: Fresh.id()))
        return Turn(subject, settings: ChatSettings(), now: { NamedPeople.now })
    }

    private func name(_ opening: TurnTable.Opening) -> String { "\(opening)".split(separator: "(")[0].description }

    private func table(_ change: (inout TurnLimits, inout ReplayLimits) -> Void = { _, _ in }) -> TurnTable {
        var (limits, replay) = (TurnLimits(), ReplayLimits())
        change(&limits, &replay)
        return TurnTable(limits: limits, replay: replay)
    }

    @Test("A person has one running and one waiting turn; the next runs when the first is over")
    func slots() throws {
        var table = table()
        let turns = [try turn(), try turn(), try turn()]
        #expect(turns.map { name(table.open($0, at: .zero)) } == ["opened", "opened", "busy"])
        #expect(table.start(turns[0]) == true)
        #expect(table.start(turns[1]) == false)
        #expect(table.live == 2)
        #expect(table.end(turns[0], at: .zero) === turns[1])
        #expect(table.end(turns[0], at: .zero) == nil)
        #expect(table.end(turns[1], at: .zero) == nil)
        #expect(table.live == 0)
    }

    @Test("What was never stored gives back its place, its pace and its client id")
    func dropped() throws {
        var table = table { limits, _ in limits.perWindow = 1 }
        let lost = try turn(client: "c")
        _ = table.open(lost, at: .zero)
        table.drop(lost)
        #expect(table.live == 0 && table.find(lost.subject.id, of: NamedPeople.mayaID) == nil)
        #expect(name(table.open(try turn(client: "c"), at: .zero)) == "opened")
        #expect(name(table.open(try turn(), at: .seconds(1))) == "limited")
    }

    @Test("Of a person who is forgotten no finished turn is kept, and their client ids are free again")
    func forgotten() throws {
        var table = table()
        let (theirs, other) = (try turn(client: "c"), try turn(NamedPeople.noahID, client: "c"))
        for turn in [theirs, other] {
            _ = table.open(turn, at: .zero)
            _ = table.start(turn)
            _ = table.end(turn, at: .zero)
        }
        table.forget(NamedPeople.mayaID)
        #expect(table.kept.map(\.subject.id) == [other.subject.id])
        #expect(table.find(theirs.subject.id, of: NamedPeople.mayaID) == nil)
        #expect(name(table.open(try turn(client: "c"), at: .zero)) == "opened")
        #expect(name(table.open(try turn(NamedPeople.noahID, client: "c"), at: .zero)) == "existing")
    }

    @Test("A client id names its turn while the turn is known, for its own person only")
    func claims() throws {
        var table = table()
        let first = try turn(client: "c")
        _ = table.open(first, at: .zero)
        #expect(name(table.open(try turn(client: "c"), at: .zero)) == "existing")
        #expect(name(table.open(try turn(NamedPeople.noahID, client: "c"), at: .zero)) == "opened")
        _ = table.start(first)
        _ = table.end(first, at: .zero)
        #expect(name(table.open(try turn(client: "c"), at: .seconds(599))) == "existing")
        table.expire(at: .seconds(600))
        #expect(name(table.open(try turn(client: "c"), at: .seconds(600))) == "opened")
    }

    @Test("Finished turns are kept for their time, and within their bytes, the oldest going first")
    func kept() throws {
        var table = table { _, replay in replay.keptBytes = 2_000 }
        var turns: [Turn] = []
        for second in 0..<4 {
            let turn = try turn()
            _ = table.open(turn, at: .seconds(second))
            _ = turn.stored()
            turn.close(with: [.turnStopped(TurnText(text: String(repeating: "x", count: 500)))])
            _ = table.start(turn)
            _ = table.end(turn, at: .seconds(second))
            turns.append(turn)
        }
        #expect(turns.map { table.find($0.subject.id, of: NamedPeople.mayaID) != nil } == [false, false, true, true])
        #expect(table.find(turns[3].subject.id, of: NamedPeople.noahID) == nil)
        table.expire(at: .seconds(602))
        #expect(table.kept.count == 1)
    }

    @Test("All people together are bounded")
    func bounded() throws {
        var table = table { limits, _ in (limits.running, limits.waiting) = (1, 1) }
        let people = [NamedPeople.mayaID, NamedPeople.noahID, NamedPeople.danaID]
        let openings = try people.map { name(table.open(try turn($0), at: .zero)) }
        #expect(openings == ["opened", "opened", "busy"])
    }
}
