import Analyses
import Finance
import FoundationEssentials
import Inbox
import Logging
import NIOConcurrencyHelpers
import Ports
import TestKit
import Testing

@Suite("Handing messages to the main backend")
struct PostmanTests {
    private let stage = InboxStage()
    private let leases = Leases.inMemory()
    private let parcels = Journal<Postman.Parcel>()
    private let isAway = NIOLockedValueBox(false)

    private func postman(_ owner: String = "one") -> Postman {
        Postman(
            inbox: stage.inbox, leases: leases, owner: owner,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        ) { _, parcel throws(PortError) in
            if isAway.withLockedValue({ $0 }) { throw PortError(.unavailable, "planned") }
            parcels.append(parcel)
        }
    }

    /// A message whose time the store knows.
    private func put(_ key: String) async throws {
        try await stage.put(key)
        let now = stage.clock.date
        _ = try await stage.state.change(.choices, of: InboxStage.maya, from: PersonalChoices()) { _ in }
        let kept = try #require(try await stage.state.read(.nudges, [InboxStage.maya])[InboxStage.maya])
        _ = try await stage.state.write(
            .init(user: InboxStage.maya, kind: .nudges, text: kept.text, after: kept.revision, due: now))
    }

    @Test("each message is handed over once, with its id, whose it is and all its words")
    func once() async throws {
        try await put("rise")
        #expect(try await postman().goRound() == 1)
        #expect(try await postman().goRound() == 0)
        let parcel = try #require(parcels.entries.first)
        #expect(parcels.entries.count == 1)
        #expect(parcel.json.text.contains(#""userId":"\#(InboxStage.maya.hex)""#))
        #expect(parcel.json.text.contains(#""text":"rise is so.""#) && parcel.json.text.contains(parcel.id))
        #expect(try await stage.inbox.unread(of: InboxStage.maya).nudges == 1)
        #expect(stage.notices == [InboxNotice(user: InboxStage.maya, shown: [parcel.id])])
    }

    @Test("what is not taken stays due and is handed over later under the same id")
    func again() async throws {
        try await put("rise")
        isAway.withLockedValue { $0 = true }
        await #expect(throws: PortError.self) { try await postman().goRound() }
        #expect(try await stage.inbox.unread(of: InboxStage.maya).nudges == 0)
        isAway.withLockedValue { $0 = false }
        #expect(try await postman().goRound() == 1)
        #expect(parcels.entries.count == 1)
    }

    @Test("of several instances one goes round")
    func alone() async throws {
        try await put("rise")
        _ = try await leases.acquire("webhook", "two", .seconds(60), stage.clock.date)
        #expect(try await postman("one").goRound() == 0)
        #expect(try await postman("two").goRound() == 1)
    }

    @Test("what came to a connected person first is not handed over")
    func connected() async throws {
        try await put("rise")
        _ = try await stage.inbox.take(for: InboxStage.maya)
        _ = try await postman().goRound()
        #expect(parcels.entries.isEmpty)
    }
}
