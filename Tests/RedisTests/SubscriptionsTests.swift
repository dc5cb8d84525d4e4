import Testing

@testable import Redis

@Suite("Who listens on which channel")
struct SubscriptionsTests {
    private let away = RedisError(.unavailable, "away")

    private func receiver() -> Receiver { Receiver { _ in } }

    @Test("a channel is subscribed once, and unsubscribed with its last listener")
    func sharing() throws {
        var book = Subscriptions(limit: 10)
        book.opened()
        let first = try book.add(receiver(), to: "a", answer: Answer())
        let second = try book.add(receiver(), to: "a", answer: Answer())
        #expect(book.takeOrders() == [.subscribe("a")])
        #expect(book.confirmed("a").count == 2)
        book.remove(first, from: "a")
        #expect(book.takeOrders().isEmpty)
        #expect(book.receivers(of: "a").count == 1)
        book.remove(second, from: "a")
        book.remove(second, from: "a")
        #expect(book.takeOrders() == [.unsubscribe("a")])
        #expect(!book.isWanted)
    }

    @Test("everything is subscribed again on a new connection")
    func resubscribe() throws {
        var book = Subscriptions(limit: 10)
        _ = try book.add(receiver(), to: "a", answer: Answer())
        _ = try book.add(receiver(), to: "b", answer: Answer())
        #expect(book.takeOrders().isEmpty)
        for _ in 1...2 {
            book.opened()
            let orders = book.takeOrders()
            #expect(orders.count == 2 && orders.contains(.subscribe("a")) && orders.contains(.subscribe("b")))
            _ = book.lost(away)
        }
    }

    @Test("who waits for a channel to stand hears of the loss")
    func lost() throws {
        var book = Subscriptions(limit: 10)
        book.opened()
        _ = try book.add(receiver(), to: "a", answer: Answer())
        #expect(book.lost(away).count == 1)
        #expect(book.lost(away).isEmpty)
        #expect(book.receivers(of: "a").count == 1)
    }

    @Test("a confirmation from before an unsubscription proves nothing")
    func confirmations() throws {
        var book = Subscriptions(limit: 10)
        book.opened()
        let first = try book.add(receiver(), to: "a", answer: Answer())
        book.remove(first, from: "a")
        _ = try book.add(receiver(), to: "a", answer: Answer())
        #expect(book.takeOrders() == [.subscribe("a"), .unsubscribe("a"), .subscribe("a")])
        #expect(book.confirmed("a").isEmpty)
        #expect(book.awaitsConfirmation)
        #expect(book.confirmed("a").count == 1)
        #expect(!book.awaitsConfirmation)
    }

    @Test("no more listeners than the limit, and none after the end")
    func bounds() throws {
        var book = Subscriptions(limit: 2)
        for _ in 1...2 { _ = try book.add(receiver(), to: "a", answer: Answer()) }
        let full = #expect(throws: RedisError.self) { try book.add(receiver(), to: "b", answer: Answer()) }
        #expect(full?.code == .overloaded)
        _ = book.lost(.shutdown)
        let closed = #expect(throws: RedisError.self) { try book.add(receiver(), to: "a", answer: Answer()) }
        #expect(closed?.code == .shutdown)
    }
}
