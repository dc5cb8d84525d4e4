import TestKit
import Testing

@testable import Telegram

@Suite("The pace of messages")
struct SendPaceTests {
    /// Round numbers.
    static let limits = {
        var limits = SendLimits()
        limits.window = .seconds(1)
        return limits
    }()

    let a = ChatID(1)
    let b = ChatID(2)

    @Test("the second message to a chat waits the whole window, another chat does not wait")
    func perChat() {
        var pace = SendPace(Self.limits)
        #expect(pace.take(a, at: .zero) == nil)
        #expect(pace.take(a, at: .milliseconds(400)) == .milliseconds(600))
        #expect(pace.take(b, at: .milliseconds(400)) == nil)
        #expect(pace.take(a, at: .milliseconds(999)) == .milliseconds(1))
        #expect(pace.take(a, at: .seconds(1)) == nil)
    }

    @Test("the thirty-first message in a window waits until the first leaves it")
    func inAll() {
        var pace = SendPace(Self.limits)
        for number in 0..<30 { #expect(pace.take(ChatID(Int64(number)), at: .milliseconds(10 * number)) == nil) }
        #expect(pace.take(ChatID(99), at: .milliseconds(300)) == .milliseconds(700))
        #expect(pace.take(ChatID(99), at: .seconds(1)) == nil)
        #expect(pace.take(ChatID(98), at: .seconds(1)) == .milliseconds(10))
    }

    @Test("by default messages leave a little more than a second apart")
    func defaults() {
        #expect(SendLimits().window == .milliseconds(1_050) && SendLimits().inAll == 30)
    }

    @Test(
        "whatever is asked when, no window holds more than allowed, and what is told to wait may go then",
        arguments: 0..<20)
    func law(seed: Int) {
        var random = SeededGenerator(UInt64(seed))
        var pace = SendPace(Self.limits)
        var now = Duration.zero
        var gone: [(chat: ChatID, at: Duration)] = []
        for _ in 0..<600 {
            now += .milliseconds(random.below(60))
            let chat = ChatID(Int64(random.below(45)))
            if random.below(150) == 0 { pace.refused(chat, for: .milliseconds(random.below(4_000)), at: now) }
            guard let wait = pace.take(chat, at: now) else {
                gone.append((chat, now))
                continue
            }
            #expect(wait > .zero)
            var later = pace
            #expect(later.take(chat, at: now + wait) == nil, "seed \(seed)")
        }
        for (place, one) in gone.enumerated() {
            let near = gone[place...].prefix { $0.at < one.at + .seconds(1) }
            #expect(near.count <= 30 && near.count { $0.chat == one.chat } == 1, "seed \(seed)")
        }
        #expect(gone.count > 100)
    }

    @Test("a refusal makes its chat wait, and nobody else")
    func chatPause() {
        var pace = SendPace(Self.limits)
        pace.refused(a, for: .seconds(5), at: .zero)
        #expect(pace.take(a, at: .seconds(2)) == .seconds(3))
        #expect(pace.pause(of: a, at: .milliseconds(4_999)) == .milliseconds(1))
        #expect(pace.pause(of: a, at: .seconds(5)) == nil)
        #expect(pace.take(b, at: .zero) == nil && pace.pause(of: b, at: .zero) == nil)
        #expect(pace.take(a, at: .seconds(5)) == nil)
    }

    @Test("a second chat refused during the first one's pause makes everybody wait; after it, only itself")
    func everybody() {
        var pace = SendPace(Self.limits)
        pace.refused(a, for: .seconds(5), at: .zero)
        var later = pace
        pace.refused(b, for: .seconds(3), at: .milliseconds(4_999))
        #expect(pace.take(ChatID(3), at: .seconds(5)) == .milliseconds(2_999))
        #expect(pace.pause(of: nil, at: .seconds(5)) == .milliseconds(2_999))
        later.refused(b, for: .seconds(3), at: .seconds(5))
        #expect(later.take(ChatID(3), at: .seconds(5)) == nil)
        #expect(later.pause(of: nil, at: .seconds(5)) == nil)
    }

    @Test("the same chat refused twice is still the chat's own")
    func twice() {
        var pace = SendPace(Self.limits)
        pace.refused(a, for: .seconds(5), at: .zero)
        pace.refused(a, for: .seconds(2), at: .seconds(1))
        #expect(pace.take(b, at: .seconds(1)) == nil)
        #expect(pace.pause(of: a, at: .seconds(1)) == .seconds(4), "the longer pause holds")
    }

    @Test("a refused call without a chat makes everybody wait")
    func withoutChat() {
        var pace = SendPace(Self.limits)
        pace.refused(nil, for: .seconds(2), at: .zero)
        #expect(pace.take(a, at: .zero) == .seconds(2))
    }

    @Test("a pause is at least a window and at most a day", arguments: [(0, 1), (-5, 1), (90_000, 86_400)])
    func bounds(asked: Int, kept: Int) {
        var pace = SendPace(Self.limits)
        pace.refused(a, for: .seconds(asked), at: .zero)
        #expect(pace.pause(of: a, at: .zero) == .seconds(kept))
    }

    @Test("a chat is forgotten once it need not wait")
    func memory() {
        var pace = SendPace(Self.limits)
        for number in 0..<1_000 {
            let now = Duration.milliseconds(100 * number)
            #expect(pace.take(ChatID(Int64(number)), at: now) == nil)
            if number.isMultiple(of: 100) { pace.refused(ChatID(Int64(number)), for: .seconds(2), at: now) }
            #expect(pace.remembered <= 12)
        }
    }
}
