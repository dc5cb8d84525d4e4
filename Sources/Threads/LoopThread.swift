internal import Foundation
internal import NIOConcurrencyHelpers

/// A thread of our own for a library that wants to be polled: it sleeps in `poll(2)` and runs one turn of its loop
/// whenever a descriptor is ready, an instant has come or its waker was called.
///
/// Only its loop decides when it ends. The thread keeps running when its `LoopThread` is dropped, so an owner tells its
/// loop to end before it leaves.
public final class LoopThread: Sendable {
    private let ending: Ending

    /// Starts a thread that `waker` wakes; `makeLoop` runs on it, so the loop never leaves it.
    public init(name: String, waker: Waker, makeLoop: @escaping @Sendable () -> any PolledLoop) {
        let ending = Ending()
        let thread = Thread {
            Self.run(makeLoop(), waker)
            ending.finish()
        }
        thread.name = name
        self.ending = ending
        thread.start()
    }

    /// Returns once the loop has had its last turn.
    public func ended() async { await ending.wait() }

    private static func run(_ loop: any PolledLoop, _ waker: Waker) {
        var ready: [Readiness] = []
        while case .on(let interests, let until) = loop.turn(ready: ready, now: .now) {
            ready = sleep(on: interests, until: until, waker)
        }
    }

    private static func sleep(
        on interests: [Interest], until: ContinuousClock.Instant?, _ waker: Waker
    ) -> [Readiness] {
        var polled = [pollfd(fd: waker.descriptor, events: Int16(POLLIN), revents: 0)]
        for interest in interests {
            let events = (interest.reads ? POLLIN : 0) | (interest.writes ? POLLOUT : 0)
            polled.append(pollfd(fd: interest.descriptor, events: Int16(events), revents: 0))
        }
        // An interrupted sleep is a turn with nothing ready; the loop sleeps again by itself.
        guard poll(&polled, nfds_t(polled.count), milliseconds(until: until)) > 0 else { return [] }
        if polled[0].revents != 0 { waker.clear() }
        return polled.dropFirst().compactMap(readiness)
    }

    private static func readiness(_ polled: pollfd) -> Readiness? {
        guard polled.revents != 0 else { return nil }
        let events = Int32(polled.revents)
        let failed = events & (POLLERR | POLLHUP | POLLNVAL) != 0
        return Readiness(
            descriptor: polled.fd, canRead: failed || events & POLLIN != 0, canWrite: failed || events & POLLOUT != 0)
    }

    /// Rounded up, so that an instant has really come when the sleep ends by it; −1 sleeps without end.
    private static func milliseconds(until: ContinuousClock.Instant?) -> Int32 {
        guard let until else { return -1 }
        let left = (until - .now).components
        guard left.seconds >= 0, left.attoseconds >= 0 else { return 0 }
        let whole = left.seconds * 1_000 + (left.attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
        return Int32(clamping: whole)
    }
}

/// Remembers that something is over and wakes those who wait for it.
private final class Ending: Sendable {
    private struct State {
        var isOver = false
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let state = NIOLockedValueBox(State())

    func finish() {
        let waiting = state.withLockedValue { state in
            state.isOver = true
            defer { state.waiting = [] }
            return state.waiting
        }
        for continuation in waiting { continuation.resume() }
    }

    func wait() async {
        await withCheckedContinuation { continuation in
            let isOver = state.withLockedValue { state in
                if !state.isOver { state.waiting.append(continuation) }
                return state.isOver
            }
            if isOver { continuation.resume() }
        }
    }
}
