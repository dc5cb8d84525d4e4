import NIOConcurrencyHelpers

/// What happened, in order, with a way to wait for it. Tests wait on this and never sleep; a wait that is not fulfilled
/// in time throws with what there was instead.
public final class Journal<Entry: Sendable>: Sendable {
    /// A wait that was not fulfilled.
    public struct TimedOut: Error, CustomStringConvertible {
        /// What was waited for, and what came.
        public let description: String
    }

    private struct Wait {
        var isFulfilled: @Sendable ([Entry]) -> Bool
        var continuation: CheckedContinuation<Bool, Never>
    }

    private struct State {
        var entries: [Entry] = []
        var waits: [Int: Wait] = [:]
        var lastKey = 0
    }

    private let state = NIOLockedValueBox(State())

    /// Nothing yet.
    public init() {}

    /// Everything so far.
    public var entries: [Entry] { state.withLockedValue { $0.entries } }

    /// Something happens.
    public func append(_ entry: Entry) {
        let fulfilled = state.withLockedValue { state -> [Wait] in
            state.entries.append(entry)
            let keys = state.waits.filter { $0.value.isFulfilled(state.entries) }.map(\.key)
            return keys.compactMap { state.waits.removeValue(forKey: $0) }
        }
        for wait in fulfilled { wait.continuation.resume(returning: true) }
    }

    /// Returns once what happened so far fulfils the condition.
    @discardableResult
    public func wait(
        for what: String = "an entry", within limit: Duration = .seconds(60),
        until isFulfilled: @escaping @Sendable ([Entry]) -> Bool
    ) async throws -> [Entry] {
        let key = state.withLockedValue { state in
            state.lastKey += 1
            return state.lastKey
        }
        let isDone = await withTaskGroup(of: Bool.self) { group in
            group.addTask { await self.hold(key, isFulfilled) }
            group.addTask {
                try? await ContinuousClock().sleep(for: limit)
                self.release(key)
                return false
            }
            let first = await group.next() ?? false
            group.cancelAll()
            return first
        }
        guard isDone else { throw TimedOut(description: "waited for \(what), had \(entries)") }
        return entries
    }

    /// Returns once there are `count` entries, with all of them.
    @discardableResult
    public func wait(count: Int, within limit: Duration = .seconds(60)) async throws -> [Entry] {
        try await wait(for: "\(count) entries", within: limit) { $0.count >= count }
    }

    private func hold(_ key: Int, _ isFulfilled: @escaping @Sendable ([Entry]) -> Bool) async -> Bool {
        await withCheckedContinuation { continuation in
            let isDone = state.withLockedValue { state in
                if isFulfilled(state.entries) { return true }
                state.waits[key] = Wait(isFulfilled: isFulfilled, continuation: continuation)
                return false
            }
            if isDone { continuation.resume(returning: true) }
        }
    }

    private func release(_ key: Int) {
        state.withLockedValue { $0.waits.removeValue(forKey: key) }?.continuation.resume(returning: false)
    }
}
