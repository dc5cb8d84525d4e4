import Finance
import NIOConcurrencyHelpers
public import Ports

extension ChannelLinks {
    /// Links in memory.
    public static func inMemory() -> ChannelLinks {
        let links = NIOLockedValueBox<[String: UserID]>([:])
        return ChannelLinks(
            owner: { name in links.withLockedValue { $0[name] } },
            link: { name, user in links.withLockedValue { $0[name] = user } },
            unlink: { name in links.withLockedValue { $0.removeValue(forKey: name) != nil } },
            unlinkAll: { user in
                links.withLockedValue { links in
                    let before = links.count
                    links = links.filter { $0.value != user }
                    return before - links.count
                }
            }, count: { user in links.withLockedValue { $0.values.count { $0 == user } } })
    }
}
