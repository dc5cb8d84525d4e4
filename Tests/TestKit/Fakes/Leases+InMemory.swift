import FoundationEssentials
import NIOConcurrencyHelpers
public import Ports

extension Leases {
    /// Leases in memory.
    public static func inMemory() -> Leases {
        let held = NIOLockedValueBox<[String: Lease]>([:])
        return Leases(
            acquire: { name, owner, ttl, now in
                held.withLockedValue { held in
                    let until = now.addingTimeInterval(ttl / .seconds(1))
                    let fence = held[name]?.fence ?? Fence(0)
                    guard let lease = held[name], lease.until > now, let holder = lease.owner else {
                        held[name] = Lease(owner: owner, until: until, fence: Fence(fence.number + 1))
                        return held[name]?.fence
                    }
                    guard holder == owner else { return nil }
                    held[name]?.until = until
                    return fence
                }
            },
            renew: { name, fence, ttl, now in
                held.withLockedValue { held in
                    guard let lease = held[name], lease.fence == fence, lease.owner != nil else { return false }
                    held[name]?.until = now.addingTimeInterval(ttl / .seconds(1))
                    return true
                }
            },
            release: { name, fence in
                held.withLockedValue { held in
                    if held[name]?.fence == fence { held[name]?.owner = nil }
                }
            })
    }

    private struct Lease: Sendable {
        var owner: String?
        var until: Date
        var fence: Fence
    }
}
