import Analyses
import Finance
import FoundationEssentials
import Testing

@testable import Drafts

@Suite("A proposal waits for a yes")
struct ProposalTests {
    static let chat = "chat-1"

    static func proposal(_ message: String = "set groceries to 300") throws -> Proposal {
        try proposal([#require(Rosa.draft(message))])
    }

    static func proposal(_ drafts: [Draft]) throws -> Proposal {
        try #require(
            Proposal(
                id: "p1", user: Rosa.id, conversation: chat, drafts: drafts, on: Rosa.snapshot, for: .current,
                at: Rosa.now))
    }

    static func three() throws -> Proposal {
        try proposal(
            ["set groceries to 300", "set gym to 20", "set eating out to 85"].map { try #require(Rosa.draft($0)) })
    }

    func confirm(_ proposal: inout Proposal, after seconds: Double = 0, on snapshot: Snapshot = Rosa.snapshot) throws {
        try proposal.confirm(by: Rosa.id, in: Self.chat, on: snapshot, at: Rosa.now.addingTimeInterval(seconds))
    }

    @Test("it shows what is and what would be")
    func rows() throws {
        #expect(
            try Self.proposal().rows == [ChangeRow(label: "Amount", before: "£250.00", after: "£300.00")])
        let three = try Self.three()
        #expect(three.rows.map(\.label) == ["Groceries", "Gym", "Eating out"])
        #expect(three.rows[1] == ChangeRow(label: "Gym", before: "£35.00", after: "£20.00"))
    }

    @Test("it holds one draft at least and sixty at most")
    func size() throws {
        let draft = try #require(Rosa.draft("set groceries to 300"))
        func isMade(_ count: Int) -> Bool {
            Proposal(
                id: "p", user: Rosa.id, conversation: "c", drafts: Array(repeating: draft, count: count),
                on: Rosa.snapshot, for: .current, at: Rosa.now) != nil
        }
        #expect([0, 1, 60, 61].map(isMade) == [false, true, true, false])
    }

    @Test("one yes makes one confirming; a second is refused and changes nothing")
    func doubleConfirm() throws {
        var proposal = try Self.proposal()
        try confirm(&proposal)
        #expect(proposal.next == proposal.drafts[0])
        let before = proposal
        #expect(throws: ProposalError.illegal(.confirm, in: .confirming)) { try confirm(&proposal) }
        #expect(proposal == before)
        try proposal.stepApplied()
        #expect(proposal.state == .applied && proposal.next == nil)
        #expect(throws: ProposalError.illegal(.confirm, in: .applied)) { try confirm(&proposal) }
    }

    @Test("it is good for thirty minutes and not a millisecond longer")
    func expiry() throws {
        var early = try Self.proposal()
        try confirm(&early, after: 1_799.999)
        #expect(early.state == .confirming)
        var late = try Self.proposal()
        #expect(throws: ProposalError.expired) { try confirm(&late, after: 1_800) }
        #expect(late.state == .expired)
        var waiting = try Self.proposal()
        let ended = [1_799, 1_800, 1_801].map { waiting.expire(at: Rosa.now.addingTimeInterval($0)) }
        #expect(ended == [false, true, false] && waiting.state == .expired)
    }

    @Test("another person and another conversation find nothing")
    func owner() throws {
        var proposal = try Self.proposal()
        let other = Rosa.user("66200000000000000000f002")
        #expect(throws: ProposalError.notFound) {
            try proposal.confirm(by: other, in: Self.chat, on: Rosa.snapshot, at: Rosa.now)
        }
        #expect(throws: ProposalError.notFound) { try proposal.reject(by: Rosa.id, in: "chat-2") }
        var foreign = Rosa.snapshot
        foreign.person.id = other
        #expect(throws: ProposalError.stale) { try confirm(&proposal, on: foreign) }
        #expect(proposal.state == .open)
    }

    @Test("what changed in the meantime is not sent; a fresh card is worked out from what is there")
    func stale() throws {
        var proposal = try Self.proposal("put 50 into holiday fund")
        var changed = Rosa.snapshot
        changed.goals[0].saved = Rosa.pounds(400)
        #expect(throws: ProposalError.stale) { try confirm(&proposal, on: changed) }
        #expect(proposal.state == .open)
        let fresh = try #require(try proposal.refreshed(id: "p2", on: changed, at: Rosa.now))
        #expect(fresh.rows == [ChangeRow(label: "Saved", before: "£400.00", after: "£450.00")])
        #expect(fresh.beforeHash != proposal.beforeHash && fresh.id == "p2")
    }

    @Test("other fields and other records may change; an equal new record makes a new one stale")
    func staleOnlyWhereItMatters() throws {
        let budget = try Self.proposal()
        var changed = Rosa.snapshot
        changed.budgets[0].name = "Food"
        changed.budgets[1].amount = .zero
        #expect(!budget.isStale(on: changed))
        let lunch = try Self.proposal("spent £9 on lunch")
        #expect(!lunch.isStale(on: changed))
        changed.expenses.append(Rosa.expense("e9", "Lunch", 9, "2026-11-21", .once))
        #expect(lunch.isStale(on: changed))
        let groceries = try Self.proposal("spent £9 on groceries")
        var without = Rosa.snapshot
        without.budgets.removeFirst()
        #expect(groceries.isStale(on: without) && !groceries.isStale(on: Rosa.snapshot))
        #expect(throws: DraftFaults.self) { try groceries.refreshed(id: "p2", on: without, at: Rosa.now) }
        let again = try #require(try lunch.refreshed(id: "p2", on: changed, at: Rosa.now))
        #expect(again.remarks == ["An expense just like this is already on record."])
    }

    @Test("several drafts are applied one by one, and a refusal in the middle says how many were saved")
    func several() throws {
        var proposal = try Self.three()
        try confirm(&proposal)
        try proposal.stepApplied()
        #expect(proposal.next == proposal.drafts[1] && proposal.state == .confirming)
        try proposal.stepFailed("The app did not accept the amount.")
        #expect(proposal.outcome == "The app did not accept the amount. 1 of 3 were saved.")
        #expect(proposal.next == nil)
    }

    @Test("no answer is unknown until the records tell")
    func unknown() throws {
        var proposal = try Self.three()
        try confirm(&proposal)
        try proposal.stepTimedOut()
        try proposal.readBack(.cannotTell)
        #expect(proposal.state == .unknown)
        try proposal.readBack(.applied)
        #expect(proposal.state == .confirming && proposal.done == 1)
        try proposal.stepTimedOut()
        try proposal.readBack(.notApplied)
        #expect(proposal.state == .notApplied && proposal.state.isFinal)
        #expect(proposal.outcome.hasSuffix("1 of 3 were saved."))
    }

    @Test("every other move is refused where it stands, and moves nothing")
    func illegalMoves() throws {
        let states: [ProposalState] = [
            .open, .confirming, .applied, .failed(reason: "no"), .unknown, .notApplied, .rejected, .expired,
        ]
        let moves: [(ProposalEvent, ProposalState, (inout Proposal) throws -> Void)] = [
            (.confirm, .open, { try $0.confirm(by: Rosa.id, in: Self.chat, on: Rosa.snapshot, at: Rosa.now) }),
            (.reject, .open, { try $0.reject(by: Rosa.id, in: Self.chat) }),
            (.applied, .confirming, { try $0.stepApplied() }), (.failed, .confirming, { try $0.stepFailed("no") }),
            (.timedOut, .confirming, { try $0.stepTimedOut() }), (.readBack, .unknown, { try $0.readBack(.applied) }),
        ]
        for state in states {
            for (event, from, move) in moves where from != state {
                var proposal = try Self.proposal()
                proposal.state = state
                #expect(throws: ProposalError.illegal(event, in: state)) { try move(&proposal) }
                #expect(proposal.state == state)
            }
        }
    }

    @Test("it is stored and read back whole; a text of another shape is refused and never traps")
    func coded() throws {
        var proposal = try Self.proposal("spent £9 on groceries")
        try confirm(&proposal)
        let data = try JSONEncoder().encode(proposal)
        #expect(try JSONDecoder().decode(Proposal.self, from: data) == proposal)
        for text in ["{}", "[]", #"{"id":"p1","done":-4}"#] {
            #expect(throws: (any Error).self) { try JSONDecoder().decode(Proposal.self, from: Data(text.utf8)) }
        }
        proposal.done = -1
        #expect(proposal.next == nil)
        proposal.done = 7
        #expect(proposal.next == nil)
    }

    @Test("the card and its words say the same, with a way to answer")
    func card() throws {
        let proposal = try Self.proposal("spent £31 on groceries")
        let text = proposal.card.data.text
        #expect(
            proposal.card.kind == .proposal
                && text.hasPrefix(#"{"proposalId":"p1","title":"Add an expense: “Groceries”""#))
        #expect(text.contains(#""state":"open","reason":null"#))
        #expect(text.contains(#""expiresAt":"2026-11-21T11:00:00Z""#))
        #expect(
            proposal.words == """
                Add an expense: “Groceries”
                - Expense: Groceries
                - Amount: £31.00
                - Day: 21 November 2026
                - Repeats: once
                - Category: Essential(Needs)
                The app also adds a budget line of £31.00 in “Essential(Needs)”.
                Reply yes to save it, or no to leave it. Nothing is saved until you do.
                """)
    }
}
