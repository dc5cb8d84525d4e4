import Analyses
import Drafts
import Finance
import FoundationEssentials
import NIOConcurrencyHelpers
import Ports
import Proposals
import TestKit
import Testing

@Suite("Offers to write in the main app")
struct ProposalsTests {
    private static let said = "I spent £12.40 on lunch yesterday"

    /// A person, a main app and a clock that never stands still.
    private struct Scene: Sendable {
        let book = RecordBook([NamedPeople.mayaID: NamedPeople.maya, NamedPeople.noahID: NamedPeople.noah])
        let app: ScriptedMainApp
        let state = PersonalState.inMemory()
        let time = NIOLockedValueBox(NamedPeople.now)
        let chat = ConversationID.standard(of: NamedPeople.mayaID)
        let proposals: Proposals

        init() {
            let (time, app) = (time, ScriptedMainApp(book))
            self.app = app
            proposals = Proposals(
                state: state, snapshots: book.port, mainApp: app.port, sign: { "signed \($0.count) \($0.hashValue)" },
                now: {
                    time.withLockedValue { time in
                        time += 0.001
                        return time
                    }
                }, makeID: { Fresh.id() })
        }

        func snapshot(of user: UserID = NamedPeople.mayaID) async throws -> Snapshot {
            let now = time.withLockedValue { $0 }
            return try await book.port.read(user, Month(containing: now), now)
        }

        func offer(_ words: String = ProposalsTests.said) async throws -> Proposal {
            let offer = try await proposals.offer(for: words, in: chat, on: try await snapshot())
            guard case .proposal(let proposal)? = offer else {
                throw PortError(.malformed, "no proposal but \(String(describing: offer))")
            }
            return proposal
        }

        func confirm(_ id: String, by user: UserID = NamedPeople.mayaID) async throws -> Proposals.Decision {
            try await proposals.confirm(id, in: chat, of: user, token: "token")
        }

        func lunches() async throws -> Int { try await snapshot().expenses.count { $0.name.lowercased() == "lunch" } }
    }

    private func state(_ decision: Proposals.Decision) -> ProposalState? {
        if case .settled(let proposal) = decision { proposal.state } else { nil }
    }

    @Test("nothing is sent before a yes; a yes sends it once with the person's token, a second yes sends nothing")
    func confirm() async throws {
        let scene = Scene()
        let offer = try await scene.offer()
        #expect(scene.app.calls.entries.isEmpty)
        #expect(try await state(scene.confirm(offer.id)) == .applied)
        let call = try #require(scene.app.calls.entries.first)
        #expect(call.route == "POST /expenses" && call.token == "token" && call.body.contains("12.4"))
        #expect(try await state(scene.confirm(offer.id)) == .applied)
        #expect(scene.app.calls.entries.count == 1)
        #expect(try await scene.lunches() == 1)
    }

    @Test("twenty yeses at one moment are one call")
    func race() async throws {
        let scene = Scene()
        let offer = try await scene.offer()
        try await withThrowingTaskGroup(of: Proposals.Decision.self) { group in
            for _ in 0..<20 { group.addTask { try await scene.confirm(offer.id) } }
            for try await decision in group {
                #expect([.confirming, .applied].contains(state(decision)))
            }
        }
        #expect(scene.app.calls.entries.count == 1)
        #expect(try await scene.lunches() == 1)
    }

    @Test("another person, another conversation and a changed offer find nothing")
    func foreign() async throws {
        let scene = Scene()
        let offer = try await scene.offer()
        #expect(try await scene.confirm(offer.id, by: NamedPeople.noahID) == .notFound)
        let elsewhere = try #require(ConversationID("elsewhere"))
        let other = try await scene.proposals.confirm(
            offer.id, in: elsewhere, of: NamedPeople.mayaID, token: "token")
        #expect(other == .notFound)
        let kept = try #require(try await scene.state.read(.proposals, [NamedPeople.mayaID])[NamedPeople.mayaID])
        let forged = kept.text.replacing("1240", with: "9940")
        #expect(forged != kept.text)
        #expect(
            try await scene.state.write(
                .init(user: NamedPeople.mayaID, kind: .proposals, text: forged, after: kept.revision)))
        #expect(try await scene.confirm(offer.id) == .notFound)
        #expect(scene.app.calls.entries.isEmpty)
    }

    @Test("no answer is read back from the records: done is done, not done is said, and nothing is sent again")
    func silence() async throws {
        let scene = Scene()
        let done = try await scene.offer()
        scene.app.meet(.doneInSilence)
        #expect(try await state(scene.confirm(done.id)) == .applied)
        #expect(try await scene.lunches() == 1)
        let lost = try await scene.offer("I spent £7 on parking today")
        scene.app.meet(.silent)
        #expect(try await state(scene.confirm(lost.id)) == .notApplied)
        #expect(try await state(scene.confirm(lost.id)) == .notApplied)
        #expect(scene.app.calls.entries.count == 2)
    }

    /// Three payments in one card.
    private static func three(_ scene: Scene) async throws -> Proposal {
        let snapshot = try await scene.snapshot()
        let drafts = try ["lunch", "parking", "cinema"].map { name in
            try Draft(
                .create,
                .expense(
                    ExpenseFields(
                        name: name, amount: Money(pence: 900), fallsOn: Day(NamedPeople.now), frequency: .once)),
                on: snapshot, for: .current)
        }
        let planned = PlannedDrafts(drafts: drafts, title: "Three payments")
        guard case .proposal(let offer) = try await scene.proposals.offer(planned, in: scene.chat, on: snapshot) else {
            throw PortError(.malformed, "no proposal")
        }
        return offer
    }

    @Test("of several drafts one without an answer is read back, and those behind it are sent once")
    func several() async throws {
        let scene = Scene()
        let offer = try await Self.three(scene)
        scene.app.meet(.good, .doneInSilence)
        #expect(try await state(scene.confirm(offer.id)) == .applied)
        #expect(scene.app.calls.entries.map(\.key) == ["\(offer.id).0", "\(offer.id).1", "\(offer.id).2"])
        let lost = try await Self.three(scene)
        scene.app.meet(.good, .silent)
        #expect(try await state(scene.confirm(lost.id)) == .notApplied)
        #expect(scene.app.calls.entries.count == 5)
    }

    @Test("budgets are moved by one yes, a locked one stays, and undoing puts every one back")
    func plan() async throws {
        let scene = Scene()
        func amounts() async throws -> [Money] { try await scene.snapshot().budgets.map(\.amount) }
        let before = try await amounts()
        let lines = BudgetLine.all(in: try await scene.snapshot()).filter {
            $0.protection == nil && $0.headroom > .zero
        }
        try #require(lines.count >= 2)
        let wish = "set \(lines[0].name) to £1 and share it over the others"
        let moved = try await scene.offer(wish)
        #expect(try await state(scene.confirm(moved.id)) == .applied)
        let after = try await amounts()
        #expect(after != before && after.reduce(.zero, +) == before.reduce(.zero, +))
        let undone = try await scene.offer("undo")
        #expect(try await state(scene.confirm(undone.id)) == .applied)
        #expect(try await amounts() == before)
        try await scene.state.change(.choices, of: NamedPeople.mayaID, from: PersonalChoices()) { choices in
            choices.lockedBudgets = lines.dropFirst().map(\.id)
        }
        let alone = try await scene.offer(wish)
        #expect(alone.drafts.count == 1 && alone.remarks.first?.contains("no budget that may move") == true)
    }

    @Test("what never left and what was refused is told in plain words, and is over")
    func refused() async throws {
        let scene = Scene()
        for mood in [ScriptedMainApp.Mood.unreachable, .refusing(403)] {
            let offer = try await scene.offer()
            scene.app.meet(mood)
            guard case .settled(let proposal) = try await scene.confirm(offer.id),
                case .failed(let words) = proposal.state
            else {
                Issue.record("not failed")
                continue
            }
            #expect(!words.isEmpty && !words.contains("planned"))
        }
        #expect(try await scene.lunches() == 0)
    }

    @Test("a no leaves it, half an hour ends it, and neither can be confirmed any more")
    func over() async throws {
        let scene = Scene()
        let first = try await scene.offer()
        let left = try await scene.proposals.reject(first.id, in: scene.chat, of: NamedPeople.mayaID)
        #expect(state(left) == .rejected)
        #expect(try await state(scene.confirm(first.id)) == .rejected)
        let second = try await scene.offer()
        scene.time.withLockedValue { $0 += 1_800 }
        #expect(try await state(scene.confirm(second.id)) != .applied)
        #expect(scene.app.calls.entries.isEmpty)
    }

    @Test("records that changed since are shown as a fresh card instead of being overwritten")
    func stale() async throws {
        let scene = Scene()
        let snapshot = try await scene.snapshot()
        let goal = try #require(snapshot.goals.first { !$0.isCompleted })
        let offer = try await scene.offer("put 50 into \(goal.name)")
        var records = try #require(scene.book.documents(of: NamedPeople.mayaID))
        let place = try #require(records.savingGoals.firstIndex { $0["_id"] == .id(goal.id) })
        records.savingGoals[place].fields["savedMoney"] = .int(1)
        scene.book.change(NamedPeople.mayaID, to: records)
        guard case .stale(let fresh?, _) = try await scene.confirm(offer.id) else {
            Issue.record("it was not stale")
            return
        }
        #expect(fresh.id != offer.id && scene.app.calls.entries.isEmpty)
        #expect(try await state(scene.confirm(fresh.id)) == .applied)
        #expect(scene.app.calls.entries.first?.route.hasPrefix("PATCH /saving-goals/") == true)
    }

    @Test("what is unclear is asked back, the answer goes on, and words that are no answer are let go")
    func question() async throws {
        let scene = Scene()
        let snapshot = try await scene.snapshot()
        let first = try await scene.proposals.offer(for: "I spent some money on lunch", in: scene.chat, on: snapshot)
        guard case .question(let question, _)? = first else {
            Issue.record("\(String(describing: first))")
            return
        }
        #expect(question.asks == .amount)
        let book = try await scene.proposals.book(of: NamedPeople.mayaID)
        let next = try await scene.proposals.answer("£9.50", in: scene.chat, on: snapshot, knowing: book)
        #expect(next.map { if case .refused = $0 { false } else { true } } == true)
        let lost = try await scene.proposals.answer("What a day!", in: scene.chat, on: snapshot, knowing: book)
        #expect(lost == nil)
    }

    @Test("a model can only propose what the person wrote")
    func model() async throws {
        let scene = Scene()
        let snapshot = try await scene.snapshot()
        let good = try await scene.proposals.offer(
            arguments: #"{"purpose":"addExpense","name":"lunch","amount":12.4,"day":"2026-04-19"}"#, said: Self.said,
            in: scene.chat, on: snapshot)
        guard case .proposal = good else {
            Issue.record("\(good)")
            return
        }
        let invented = try await scene.proposals.offer(
            arguments: #"{"purpose":"addExpense","name":"lunch","amount":99}"#, said: Self.said, in: scene.chat,
            on: snapshot)
        guard case .question = invented else {
            Issue.record("\(invented)")
            return
        }
        #expect(scene.app.calls.entries.isEmpty)
    }
}
