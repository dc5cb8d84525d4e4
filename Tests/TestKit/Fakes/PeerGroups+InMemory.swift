public import Analyses
public import Finance
import NIOConcurrencyHelpers
public import Ports

extension PeerGroups {
    /// A publication in memory; nobody but these has opted out.
    public static func inMemory(_ current: PeerCohorts? = nil, optedOut: Set<UserID> = []) -> PeerGroups {
        let kept = NIOLockedValueBox(current)
        return PeerGroups(
            current: { kept.withLockedValue { $0 } }, publish: { cohorts in kept.withLockedValue { $0 = cohorts } },
            hasOptedOut: { user in optedOut.contains(user) })
    }
}
