import Finance
public import Ports
import Testing

/// What every store of linked chats promises.
public enum ChannelLinksConformance {
    /// Every promise.
    public static let checks: [ConformanceCheck<ChannelLinks>] = [
        ConformanceCheck("A chat is of nobody until it is linked, and of nobody once that ends") { links async throws in
            let (name, user) = (Fresh.key("chat"), try Fresh.user())
            #expect(try await links.owner(name) == nil)
            #expect(try await !links.unlink(name))
            try await links.link(name, user)
            try await links.link(name, user)
            #expect(try await links.owner(name) == user)
            #expect(try await links.count(user) == 1)
            #expect(try await links.unlink(name))
            #expect(try await links.owner(name) == nil)
        },
        ConformanceCheck("A chat has one owner, the last one; a person may have several chats and ends them all") {
            links async throws in
            let (one, other) = (Fresh.key("chat"), Fresh.key("chat"))
            let (user, next) = (try Fresh.user(), try Fresh.user())
            try await links.link(one, user)
            try await links.link(other, user)
            #expect(try await links.count(user) == 2)
            try await links.link(other, next)
            #expect(try await links.owner(other) == next)
            #expect(try await links.unlinkAll(user) == 1)
            #expect(try await links.owner(one) == nil)
            #expect(try await links.owner(other) == next)
        },
    ]
}
