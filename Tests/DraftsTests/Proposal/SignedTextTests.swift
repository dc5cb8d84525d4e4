import Finance
import FoundationEssentials
import TestKit
import Testing

@testable import Drafts

@Suite("What is signed holds everything that is sent")
struct SignedTextTests {
    func made(
        id: String = "p1", user: UserID = Rosa.id, chat: String = "c", message: String = "set groceries to 300",
        shape: BackendShape = .current, snapshot: Snapshot = Rosa.snapshot, after seconds: Double = 0
    ) throws -> Proposal {
        let draft = try #require(Rosa.draft(message, on: snapshot))
        return try #require(
            Proposal(
                id: id, user: user, conversation: chat, drafts: [draft], on: snapshot, for: shape,
                at: Rosa.now.addingTimeInterval(seconds)))
    }

    @Test("any field that is tampered with changes the text")
    func tampered() throws {
        var changed = Rosa.snapshot
        changed.budgets[0].amount = Rosa.pounds(251)
        let texts = try [
            made(), made(id: "p2"), made(user: Rosa.user("66200000000000000000f002")), made(chat: "d"),
            made(message: "set groceries to 300.01"), made(message: "set gym to 300"), made(shape: .older),
            made(snapshot: changed), made(after: 0.001), made(message: "spent £300 on groceries"),
        ].map(\.signedText)
        #expect(Set(texts).count == texts.count)
        #expect(try made().signedText == made().signedText)
    }

    @Test("parts do not run into each other, and drafts count in their order")
    func parts() throws {
        #expect(try made(id: "p1", chat: "1c").signedText != made(id: "p11", chat: "c").signedText)
        let hex = Rosa.id.hex
        #expect(try made(id: "a", chat: "b:\(hex):c").signedText != made(id: "a:\(hex):b", chat: "c").signedText)
        let drafts = try ["set groceries to 300", "set gym to 20"].map { try #require(Rosa.draft($0)) }
        let orders = try [drafts, drafts.reversed(), [drafts[0]]].map { try ProposalTests.proposal($0).signedText }
        #expect(Set(orders).count == 3)
    }

    @Test("moving on does not change it, so one signature is good for the proposal's life")
    func state() throws {
        var proposal = try made()
        let text = proposal.signedText
        try proposal.confirm(by: Rosa.id, in: "c", on: Rosa.snapshot, at: Rosa.now)
        #expect(proposal.signedText == text)
    }

    @Test("every byte of a random amount, name and day is in it")
    func random() throws {
        var seeded = SeededGenerator(11)
        var seen: Set<[UInt8]> = []
        for _ in 0..<200 {
            let fields = ExpenseFields(
                name: "N\(Int.random(in: 10...99, using: &seeded))",
                amount: Money(pence: Int64.random(in: 1...1_000_000, using: &seeded)),
                fallsOn: Rosa.today.advanced(by: -Int.random(in: 0...80, using: &seeded)), frequency: .once)
            let draft = try Draft(.create, .expense(fields), on: Rosa.snapshot, for: .current)
            seen.insert(try ProposalTests.proposal([draft]).signedText)
        }
        #expect(seen.count == 200)
    }
}
