import NIOCore
import Testing

@testable import Server

@Suite("The life of a socket, and its clocks")
struct SocketStateTests {
    private let start = NIODeadline.uptimeNanoseconds(1_000_000_000)

    private func state(_ change: (inout WebSocketLimits) -> Void = { _ in }) -> SocketState {
        var limits = WebSocketLimits()
        change(&limits)
        return SocketState(limits: limits, firstPing: .seconds(12), now: start)
    }

    private func at(_ seconds: Double) -> NIODeadline { start + .milliseconds(Int64(seconds * 1_000)) }

    @Test("It pings, is satisfied by anything heard, and pings again 25 seconds later")
    func pings() {
        var state = state()
        #expect(state.next == at(12))
        #expect(state.elapsed(at(11.9)) == nil)
        #expect(state.elapsed(at(12)) == .ping(ByteBuffer()))
        #expect(state.next == at(22))
        state.heard()
        #expect(state.next == at(37))
        #expect(state.elapsed(at(37)) == .ping(ByteBuffer()))
    }

    @Test("A side that went silent right after a pong is gone within 40 seconds, with 4409 (F03)")
    func halfOpen() {
        var state = state()
        _ = state.elapsed(at(12))
        state.heard()
        #expect(state.elapsed(at(37)) == .ping(ByteBuffer()))
        #expect(state.elapsed(at(47)) == .bye(CloseCode.noHeartbeat, "nothing was heard"))
        #expect(state.next <= at(12 + 40))
        #expect(state.elapsed(state.next) == .drop)
    }

    @Test("Their close frame is answered with its code; then the connection ends by itself")
    func closedByPeer() {
        var state = state()
        #expect(state.closedByPeer(4000, at(1)) == .bye(4000, ""))
        #expect(!state.isOpen)
        #expect(state.closedByPeer(4000, at(1)) == nil)
        #expect(state.close(1000, "", at(1)) == nil)
        #expect(state.elapsed(at(1.8)) == .drop)
        #expect(state.next == .distantFuture)
    }

    @Test("Our close frame waits five seconds for theirs")
    func closedByUs() {
        var answered = state()
        #expect(answered.close(1012, "later", at(1)) == .close(1012, "later"))
        #expect(answered.close(1012, "later", at(1)) == nil)
        #expect(answered.closedByPeer(1012, at(2)) == .shut)
        var ignored = state()
        _ = ignored.close(1012, "later", at(1))
        #expect(ignored.elapsed(at(5.9)) == nil)
        #expect(ignored.elapsed(at(6)) == .drop)
    }

    @Test("A broken rule ends it with that code; a second one ends the connection")
    func violated() {
        var state = state()
        #expect(state.violated(.invalidText, at(1)) == .bye(1007, "text is not UTF-8"))
        #expect(state.violated(.invalidText, at(1)) == .drop)
    }

    @Test("A message that takes over 30 seconds is 4408; one that ends in time stops the clock (F10)")
    func messageDeadline() {
        var slow = state()
        slow.read(isMidMessage: true, at(1))
        slow.read(isMidMessage: true, at(9))
        _ = slow.elapsed(at(12))
        slow.heard()
        #expect(slow.elapsed(at(31)) == .close(CloseCode.tooSlow, "message took too long"))
        var fine = state()
        fine.read(isMidMessage: true, at(1))
        fine.read(isMidMessage: false, at(2))
        #expect(fine.next == at(12))
    }

    @Test("Above the soft backlog ten seconds without progress are 4408, with progress they start again (F09)")
    func stall() {
        var state = state { $0.ping = .hours(1) }
        _ = state.elapsed(at(12))
        state.heard()
        #expect(state.queued(backlog: 256 << 10, at(20)) == nil)
        #expect(state.next > at(100))
        #expect(state.queued(backlog: 256 << 10 | 1, at(20)) == nil)
        state.taken(backlog: 300 << 10, at(25))
        #expect(state.elapsed(at(30)) == nil)
        #expect(state.elapsed(at(35)) == .close(CloseCode.tooSlow, "nothing was taken"))
    }

    @Test("Below the soft backlog there is no hurry")
    func noStall() {
        var state = state { $0.ping = .hours(1) }
        _ = state.queued(backlog: 300 << 10, at(1))
        state.taken(backlog: 10, at(2))
        #expect(state.next == at(12))
    }

    @Test("Past the hard backlog it is over at once")
    func hardBacklog() {
        var state = state()
        #expect(state.queued(backlog: 1 << 20, at(1)) == nil)
        #expect(state.queued(backlog: 1 << 20 | 1, at(1)) == .close(CloseCode.tooSlow, "too much is waiting"))
    }

    @Test("Pings are answered up to a hundred a second, then it is 4429 (F24)")
    func pingFlood() {
        var state = state()
        for _ in 0..<100 { #expect(state.pinged(ByteBuffer(), at(1)) == .pong(ByteBuffer())) }
        #expect(state.pinged(ByteBuffer(), at(2)) == .pong(ByteBuffer()))
        for _ in 0..<99 { _ = state.pinged(ByteBuffer(), at(2.5)) }
        #expect(state.pinged(ByteBuffer(), at(2.9)) == .close(CloseCode.tooFast, "too many pings"))
        #expect(state.pinged(ByteBuffer(), at(3)) == nil)
    }

    @Test("An owner that was asked to say goodbye has 25 seconds")
    func draining() {
        var state = state()
        state.draining(at(0))
        _ = state.elapsed(at(12))
        state.heard()
        #expect(state.elapsed(at(25)) == .close(CloseCode.draining, "shutting down"))
    }
}
