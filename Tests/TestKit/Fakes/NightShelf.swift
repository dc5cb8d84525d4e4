public import Finance
import NIOConcurrencyHelpers
public import Ports

/// What a night writes, in memory, to be looked at through the ports that share it. A test may let it fail for somebody.
public final class NightShelf: Sendable {
    /// What is remembered of people.
    public let state: PersonalState
    /// Reports.
    public let reports: Reports
    /// Lines of the admins' list.
    public let triage: Triage
    /// Alerts.
    public let alerts: Alerts
    /// Every call of `save`, in order.
    public let saves = Journal<[NightResult]>()
    private let kept = NIOLockedValueBox(Memory())

    private struct Memory: Sendable {
        var tips: [UserID: StoredTips] = [:]
        var fences: [UserID: Fence] = [:]
        var failures: [UserID: PortError] = [:]
    }

    /// A shelf over these ports; each is empty and in memory unless given.
    public init(
        state: PersonalState = .inMemory(), reports: Reports = .inMemory(), triage: Triage = .inMemory(),
        alerts: Alerts = .inMemory()
    ) {
        self.state = state
        self.reports = reports
        self.triage = triage
        self.alerts = alerts
    }

    /// The tips of a person.
    public func tips(of user: UserID) -> StoredTips? { kept.withLockedValue { $0.tips[user] } }

    /// From now on nothing of this person can be stored; nil ends it.
    public func fail(_ user: UserID, with error: PortError?) { kept.withLockedValue { $0.failures[user] = error } }

    /// The port over it.
    public var port: NightWrites {
        NightWrites { results, fence in
            self.saves.append(results)
            var failures: [UserID: PortError] = [:]
            for result in results {
                do throws(PortError) { try await self.store(result, fence) } catch { failures[result.user] = error }
            }
            return failures
        }
    }

    private func store(_ result: NightResult, _ fence: Fence) async throws(PortError) {
        let user = result.user
        let (failure, earlier) = kept.withLockedValue { ($0.failures[user], $0.fences[user]) }
        if let failure { throw failure }
        if let earlier, earlier > fence { throw PortError(.conflict, "a later holder was there first") }
        kept.withLockedValue { $0.fences[user] = fence }
        for report in result.reports { try await reports.save(user, report) }
        if let tips = result.tips { kept.withLockedValue { $0.tips[user] = tips } }
        if let triaged = result.triage { try await triage.save(triaged.row, triaged.night) }
        for alert in result.alerts { _ = try await alerts.raise(alert) }
        for change in result.statesInOrder {
            let there = try await state.read(change.kind, [user])[user]
            let isAgain = earlier == fence && there == PersonalState.Kept(revision: change.after + 1, text: change.text)
            if isAgain { continue }
            guard try await state.write(change) else { throw PortError(.conflict, "somebody else wrote meanwhile") }
        }
    }
}
