public import Analyses
public import Finance
import NIOConcurrencyHelpers
public import Ports

extension PeerGroups {
    /// A publication in memory; these have opted out.
    public static func inMemory(_ current: PeerCohorts? = nil, optedOut: Set<UserID> = []) -> PeerGroups {
        let kept = NIOLockedValueBox(current)
        let out = NIOLockedValueBox(optedOut)
        return PeerGroups(
            current: { kept.withLockedValue { $0 } }, publish: { cohorts in kept.withLockedValue { $0 = cohorts } },
            optedOut: { users in out.withLockedValue { $0.intersection(users) } },
            setOptedOut: { user, isOut in
                out.withLockedValue { out in
                    out.remove(user)
                    if isOut { out.insert(user) }
                }
            })
    }
}
