import NIOConcurrencyHelpers
import NIOCore
import NIOPosix

/// What a test waited for did not happen in time.
public struct WaitedInVain: Error, CustomStringConvertible {
    /// What was waited for.
    public let description: String

    /// A wait of these words.
    public init(_ words: String) { description = "waited in vain for \(words)" }
}

/// A value that tests can wait on: each change lets every waiter look again, so nobody polls.
final class Watched<State: Sendable>: Sendable {
    private struct Inside {
        var state: State
        var waiters: [Int: @Sendable (inout State) -> Bool] = [:]
        var abandon: [Int: @Sendable (any Error) -> Void] = [:]
        var lastID = 0

        mutating func forget(_ id: Int) {
            waiters[id] = nil
            abandon[id] = nil
        }
    }

    private let inside: NIOLockedValueBox<Inside>

    init(_ state: State) { inside = NIOLockedValueBox(Inside(state: state)) }

    func read<T>(_ look: (State) -> T) -> T { inside.withLockedValue { look($0.state) } }

    @discardableResult
    func change<T>(_ edit: (inout State) -> T) -> T {
        inside.withLockedValue { inside in
            let result = edit(&inside.state)
            for id in inside.waiters.keys.sorted() {
                if inside.waiters[id]?(&inside.state) == true { inside.forget(id) }
            }
            return result
        }
    }

    /// The first non-nil answer of `look`, which is asked now and after every change. `look` may take from the state.
    func first<T: Sendable>(
        _ words: String, within limit: Duration, _ look: @escaping @Sendable (inout State) -> T?
    ) async throws -> T {
        let id = inside.withLockedValue { inside in
            inside.lastID += 1
            return inside.lastID
        }
        let alarm = MultiThreadedEventLoopGroup.singleton.next()
            .scheduleTask(in: TimeAmount(limit)) { self.give(up: id, WaitedInVain(words)) }
        defer { alarm.cancel() }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { self.enrol(id, $0, look) }
        } onCancel: {
            give(up: id, CancellationError())
        }
    }

    private func enrol<T: Sendable>(
        _ id: Int, _ waiting: CheckedContinuation<T, any Error>, _ look: @escaping @Sendable (inout State) -> T?
    ) {
        inside.withLockedValue { inside in
            if let found = look(&inside.state) { return waiting.resume(returning: found) }
            if Task.isCancelled { return waiting.resume(throwing: CancellationError()) }
            inside.abandon[id] = { waiting.resume(throwing: $0) }
            inside.waiters[id] = { state in
                guard let found = look(&state) else { return false }
                waiting.resume(returning: found)
                return true
            }
        }
    }

    private func give(up id: Int, _ error: any Error) {
        inside.withLockedValue { inside in
            inside.abandon[id]?(error)
            inside.forget(id)
        }
    }
}
