import Finance
import NIOConcurrencyHelpers
public import Ports

extension Alerts {
    /// An alert queue in memory, with these in it at first.
    public static func inMemory(_ stored: [AdminAlert] = []) -> Alerts {
        let kept = NIOLockedValueBox(stored)
        return Alerts(
            newest: { user, limit in
                kept.withLockedValue { Array(newestFirst($0.filter { $0.user == user }).prefix(max(1, limit))) }
            },
            page: { states, after, limit in
                let all = newestFirst(kept.withLockedValue { $0 })
                let start = after.map { after in all.firstIndex { $0.id == after }.map { $0 + 1 } ?? all.count } ?? 0
                return Array(all[start...].filter { states.contains($0.state) }.prefix(max(1, limit)))
            },
            raise: { alert throws(PortError) in try kept.withLockedValue { raise(alert, in: &$0) }.get() },
            decide: { id, decision throws(PortError) in
                guard decision.state != .open else { throw PortError(.refused, "a decision does not open an alert") }
                return kept.withLockedValue { decide(id, decision, in: &$0) }
            })
    }

    private static func newestFirst(_ alerts: [AdminAlert]) -> [AdminAlert] {
        alerts.sorted { ($1.createdAt, $1.id) < ($0.createdAt, $0.id) }
    }

    private static func raise(_ alert: AdminAlert, in alerts: inout [AdminAlert]) -> Result<Bool, PortError> {
        if alerts.contains(where: { $0.holdsKey(of: alert) }) { return .success(false) }
        if let same = alerts.first(where: { $0.id == alert.id }) {
            return same.user == alert.user ? .success(false) : .failure(PortError(.conflict, "taken"))
        }
        alerts.append(alert)
        return .success(true)
    }

    private static func decide(
        _ id: String, _ decision: AlertDecision, in alerts: inout [AdminAlert]
    ) -> AdminAlert? {
        guard let place = alerts.firstIndex(where: { $0.id == id }) else { return nil }
        alerts[place].state = decision.state
        alerts[place].snoozedUntil = decision.until
        alerts[place].owner = decision.owner
        alerts[place].note = decision.note
        return alerts[place]
    }
}

extension AdminAlert {
    /// Whether this alert keeps another about the same thing from being raised.
    fileprivate func holdsKey(of other: AdminAlert) -> Bool {
        state != .resolved && key != nil && key == other.key && user == other.user
    }
}
