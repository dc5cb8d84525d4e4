import TestKit
import Testing

@testable import Telegram

@Suite("Attempts at a code")
struct LinkAttemptsTests {
    let chat = ChatID(1)

    @Test("five in ten minutes are let through, the sixth waits for the first to be ten minutes old")
    func five() {
        var attempts = LinkAttempts()
        for number in 0..<5 { #expect(attempts.take(chat, at: .seconds(number)) == nil) }
        #expect(attempts.take(chat, at: .seconds(100)) == .seconds(500))
        #expect(attempts.take(chat, at: .seconds(599)) == .seconds(1))
        #expect(attempts.take(chat, at: .seconds(600)) == nil)
        #expect(attempts.take(chat, at: .seconds(600)) == .seconds(1), "the second try was at second 1")
    }

    @Test("a refused try does not count, and another chat has its own five")
    func others() {
        var attempts = LinkAttempts()
        for _ in 0..<50 { _ = attempts.take(chat, at: .zero) }
        #expect(attempts.take(ChatID(2), at: .zero) == nil)
        #expect(attempts.take(chat, at: .seconds(600)) == nil)
    }

    @Test("whoever tries at whatever times, no ten minutes hold more than five", arguments: 0..<10)
    func law(seed: Int) {
        var random = SeededGenerator(UInt64(seed))
        var attempts = LinkAttempts()
        var now = Duration.zero
        var taken: [Duration] = []
        for _ in 0..<300 {
            now += .seconds(random.below(120))
            if attempts.take(chat, at: now) == nil { taken.append(now) }
        }
        for one in taken { #expect(taken.count { $0 >= one && $0 < one + .seconds(600) } <= 5, "seed \(seed)") }
        #expect(taken.count > 50)
    }

    @Test("while it remembers as many chats as it may no further one may try; once they are forgotten it may")
    func full() {
        var attempts = LinkAttempts(maxChats: 3)
        for number in 0..<3 { #expect(attempts.take(ChatID(Int64(number)), at: .seconds(number)) == nil) }
        #expect(attempts.take(ChatID(9), at: .seconds(599)) == .seconds(600))
        #expect(attempts.take(ChatID(2), at: .seconds(599)) == nil, "who is remembered may")
        #expect(attempts.take(ChatID(9), at: .seconds(600)) == nil)
        #expect(attempts.take(ChatID(8), at: .seconds(600)) == .seconds(600))
    }
}
