import Analyses
import Finance
import FoundationEssentials
import Inbox
import Ports
import TestKit

/// An inbox over stores in memory, at ten in the morning.
struct InboxStage: Sendable {
    static let maya = NamedPeople.mayaID
    static let noah = NamedPeople.noahID

    let state = PersonalState.inMemory()
    let bus = MemoryBus()
    let clock = TestClock()
    var app: [UserID: AppSettings] = [:]

    var inbox: Inbox {
        Inbox(
            state: state, appSettings: { users throws(PortError) in app.filter { users.contains($0.key) } },
            bus: bus.port, now: { clock.date })
    }

    /// Notices that went out, oldest first.
    var notices: [InboxNotice] { bus.messages.entries.compactMap { InboxNotice($0) } }

    /// Puts a message in somebody's box.
    func put(_ key: String, _ kind: Nudge.Kind = .insight, for user: UserID = maya) async throws {
        let nudge = Nudge(kind, key: key, title: key, text: "\(key) is so.", at: clock.date)
        _ = try await state.change(.nudges, of: user, from: NudgeBox()) { $0.add(nudge, NudgeChoices()) }
    }

    /// Puts an insight in somebody's feed.
    func find(_ subject: String, bucket: Int = 1, for user: UserID = maya) async throws -> String {
        let insight = Insight(
            kind: .priceRise, subject: subject, period: "2026-04", title: subject, text: "\(subject) rose.",
            figures: [], impact: Money(pence: 5_00), bucket: bucket)
        let date = clock.date
        _ = try await state.change(.insights, of: user, from: InsightFeed()) { feed in
            feed.merge(InsightFindings(found: [insight], looked: []), on: date)
        }
        return insight.id
    }
}
